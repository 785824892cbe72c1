import { MAX_FILE_BYTES } from '@danbao/contracts'
import { MOST_NOTE_CHARACTERS } from '@danbao/contracts/wallet'
import { Button, FileDrop, PICTURES_PDF_VIDEOS, TextInput, useWords, words } from '@danbao/ui'
import { Plus } from 'lucide-react'
import { useState } from 'react'

const dropWords = words({
  file: {
    en: 'Picture, PDF or short video',
    ru: 'Фото, PDF или короткое видео',
    zh: '照片、PDF 或短视频',
  },
  rules: {
    en: 'JPEG, PNG, HEIC, PDF, MP4, MOV or WebM, up to 15 MB. What you add stays, and the other side sees it.',
    ru: 'JPEG, PNG, HEIC, PDF, MP4, MOV или WebM, до 15 МБ. Добавленное останется, его увидит и другая сторона.',
    zh: '支持 JPEG、PNG、HEIC、PDF、MP4、MOV、WebM，最大 15 MB。提交后不可撤回，对方也能看到。',
  },
  wrong_type: {
    en: 'Files of this kind are not taken. Choose a JPEG, PNG, HEIC, PDF, MP4, MOV or WebM.',
    ru: 'Такие файлы не принимаются. Выберите JPEG, PNG, HEIC, PDF, MP4, MOV или WebM.',
    zh: '不支持此类文件。请选择 JPEG、PNG、HEIC、PDF、MP4、MOV 或 WebM。',
  },
  note: { en: 'What does it show?', ru: 'Что на нём видно?', zh: '它说明了什么？' },
  note_hint: { en: 'Optional', ru: 'Необязательно', zh: '选填' },
  add: { en: 'Add', ru: 'Добавить', zh: '添加' },
})

export interface ChosenFile {
  readonly file: File
  readonly note: string
}

export interface EvidenceDropProps {
  /** True: it was taken, and the fields can be emptied. */
  readonly onAdd: (chosen: ChosenFile) => Promise<boolean>
  readonly busy?: boolean
  readonly error?: string | undefined
}

/** One file with a word about it. What was refused stays, with its note. */
export function EvidenceDrop({ onAdd, busy = false, error }: EvidenceDropProps) {
  const t = useWords(dropWords)
  const [file, setFile] = useState<File>()
  const [note, setNote] = useState('')
  const rules = {
    types: PICTURES_PDF_VIDEOS,
    maxBytes: MAX_FILE_BYTES,
    wrongType: t('wrong_type'),
  }
  const add = async (chosen: File): Promise<void> => {
    if (!(await onAdd({ file: chosen, note: note.trim() }))) return
    setFile(undefined)
    setNote('')
  }
  return (
    <div className="flex flex-col gap-3">
      <FileDrop
        label={t('file')}
        hint={t('rules')}
        rules={rules}
        file={file}
        busy={busy}
        error={error}
        onFile={setFile}
      />
      {file !== undefined && (
        <>
          <TextInput
            label={t('note')}
            hint={t('note_hint')}
            value={note}
            onValue={setNote}
            maxLength={MOST_NOTE_CHARACTERS}
          />
          <Button kind="secondary" icon={Plus} busy={busy} onClick={() => void add(file)}>
            {t('add')}
          </Button>
        </>
      )}
    </div>
  )
}
