import type { DisputeView } from '@danbao/contracts'
import type { EvidenceView } from '@danbao/contracts/wallet'
import {
  Button,
  Dialog,
  Loaded,
  SkeletonLines,
  Time,
  useRefusalText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Clapperboard, FileText, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { type ChosenFile, EvidenceDrop } from './evidence-drop.tsx'
import { evidenceQuery } from './queries.ts'
import { uploadEvidence } from './upload-evidence.ts'

const evidenceWords = words({
  title: { en: 'Evidence', ru: 'Доказательства', zh: '证据' },
  none: {
    en: 'Nobody has added anything yet.',
    ru: 'Пока никто ничего не добавил.',
    zh: '双方尚未提交证据。',
  },
  add: { en: 'Add evidence', ru: 'Добавить доказательство', zh: '添加证据' },
  left: {
    en: '{count, plural, one {You can add # more file.} other {You can add # more files.}}',
    ru: '{count, plural, one {Можно добавить ещё # файл.} few {Можно добавить ещё # файла.} many {Можно добавить ещё # файлов.} other {Можно добавить ещё # файла.}}',
    zh: '还可添加 {count} 个文件。',
  },
  picture: { en: 'Picture', ru: 'Снимок', zh: '图片' },
  document: { en: 'PDF document', ru: 'Документ PDF', zh: 'PDF 文档' },
  video: { en: 'Video', ru: 'Видео', zh: '视频' },
  buyer: { en: 'from the buyer', ru: 'от покупателя', zh: '买家提交' },
  seller: { en: 'from the seller', ru: 'от продавца', zh: '卖家提交' },
  save: { en: 'Save the file', ru: 'Сохранить файл', zh: '保存文件' },
})

/** What both sides have shown, and a place for more while it is open. */
export function EvidenceCard({ dispute }: { readonly dispute: DisputeView }) {
  const t = useWords(evidenceWords)
  const query = useQuery(evidenceQuery(dispute.id))
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-strong">{t('title')}</h3>
      <Loaded query={query} skeleton={<SkeletonLines lines={2} />}>
        {({ data, left }) => (
          <>
            {data.length === 0 ? (
              <p className="text-ink-soft">{t('none')}</p>
            ) : (
              <Pieces all={data} />
            )}
            {left > 0 && dispute.state !== 'closed' && <Adding id={dispute.id} left={left} />}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Pieces({ all }: { readonly all: readonly EvidenceView[] }) {
  const [open, setOpen] = useState<EvidenceView>()
  const t = useWords(evidenceWords)
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {all.map((one) => (
          <li key={one.id}>
            <Piece one={one} onOpen={() => setOpen(one)} />
          </li>
        ))}
      </ul>
      <Dialog
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open === undefined ? '' : t(open.kind)}
      >
        {open !== undefined && <Whole one={open} />}
      </Dialog>
    </>
  )
}

const ICONS = { picture: Paperclip, document: FileText, video: Clapperboard } as const

function Piece({ one, onOpen }: { readonly one: EvidenceView; readonly onOpen: () => void }) {
  const t = useWords(evidenceWords)
  const Icon = ICONS[one.kind]
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex w-full flex-col gap-1 rounded-card text-start hover:bg-well"
    >
      <span className="grid aspect-[4/3] w-full place-items-center overflow-hidden rounded-card bg-well">
        {one.has_preview ? (
          <img
            src={fileUrl(one, 'preview')}
            alt=""
            loading="lazy"
            className="size-full object-cover"
          />
        ) : (
          <Icon aria-hidden className="size-8 text-ink-soft" />
        )}
      </span>
      <span className="px-1 text-small">
        <span className="block text-ink-soft">
          {t(one.kind)} {t(one.side)}
        </span>
        {one.note !== null && <span className="block break-words">{one.note}</span>}
      </span>
    </button>
  )
}

function fileUrl({ id }: EvidenceView, size: 'whole' | 'preview'): string {
  return api.url('getEvidence', { params: { id }, query: { size } })
}

/** Pictures and videos are shown; a PDF is looked at by its first page and saved as a whole. */
function Whole({ one }: { readonly one: EvidenceView }) {
  const t = useWords(evidenceWords)
  return (
    <>
      {one.kind === 'video' ? (
        <video src={fileUrl(one, 'whole')} controls preload="metadata" className="w-full" />
      ) : (
        <img
          src={fileUrl(one, one.kind === 'picture' ? 'whole' : 'preview')}
          alt={one.note ?? t(one.kind)}
          className="w-full rounded-small"
        />
      )}
      {one.note !== null && <p className="break-words">{one.note}</p>}
      <p className="flex flex-wrap justify-between gap-3 text-small text-ink-soft">
        <span>{t(one.side)}</span>
        <Time at={one.created_at} />
      </p>
      {one.kind !== 'picture' && (
        <a href={fileUrl(one, 'whole')} download className="tap font-strong text-jade underline">
          {t('save')}
        </a>
      )}
    </>
  )
}

function Adding({ id, left }: { readonly id: string; readonly left: number }) {
  const t = useWords(evidenceWords)
  const tell = useRefusalText()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const upload = useMutation({
    mutationFn: (chosen: ChosenFile) => uploadEvidence(id, chosen),
    onSuccess: (list) => client.setQueryData(evidenceQuery(id).queryKey, list),
  })
  const add = (chosen: ChosenFile): Promise<boolean> =>
    upload.mutateAsync(chosen).then(
      () => true,
      () => false,
    )
  if (!open) {
    return (
      <p>
        <Button kind="secondary" icon={Paperclip} onClick={() => setOpen(true)}>
          {t('add')}
        </Button>
      </p>
    )
  }
  return (
    <>
      <EvidenceDrop
        onAdd={add}
        busy={upload.isPending}
        error={upload.error === null ? undefined : tell(upload.error)}
      />
      <p className="text-small text-ink-soft">{t('left', { count: left })}</p>
    </>
  )
}
