import { MAX_FILE_BYTES } from '@danbao/contracts'
import { Camera, FileText, ImageUp, LoaderCircle } from 'lucide-react'
import { type DragEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { identityRefusals } from '../api/refusal-words/identity.ts'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { buttonClass } from './button.tsx'
import { checkFile, type FileRules, PICTURES_AND_PDF, typeOf } from './check-file.ts'
import { FieldNotes, type FieldProps } from './field.tsx'

const fileWords = words({
  choose: { en: 'Choose a file', ru: 'Выбрать файл', zh: '选择文件' },
  another: { en: 'Choose another', ru: 'Выбрать другой', zh: '重新选择' },
  camera: { en: 'Take a photo', ru: 'Сделать фото', zh: '拍照' },
  drop: { en: 'or drop it here', ru: 'или перетащите сюда', zh: '或拖放到此处' },
  sending: { en: 'Sending …', ru: 'Отправка…', zh: '正在上传…' },
  file_empty: {
    en: 'The file is empty. Choose another one.',
    ru: 'Файл пустой. Выберите другой.',
    zh: '文件为空，请选择其他文件。',
  },
})

export interface FileDropProps extends FieldProps {
  /** Gets only files of a right type and size. */
  readonly onFile: (file: File) => void
  /** What is there: the chosen file, or the address of what was sent before. */
  readonly file?: File | string | undefined
  readonly busy?: boolean
  readonly disabled?: boolean
  /** Which camera a phone opens; `false` for none. */
  readonly camera?: 'environment' | 'user' | false
  readonly rules?: FileRules
}

const RULES: FileRules = { types: PICTURES_AND_PDF, maxBytes: MAX_FILE_BYTES }

/**
 * A file by choosing, dropping or the phone's camera, with a look at it. A wrong file is explained
 * and the one before stays.
 */
export function FileDrop(props: FileDropProps) {
  const { label, hint, error, file, busy = false, camera = 'environment', rules = RULES } = props
  const t = useWords(fileWords)
  const id = useId()
  const { take, wrong, over, zone } = useDrop(props, rules)
  const complaint = wrong ?? error
  const accept = Object.entries(rules.types)
    .flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)])
    .join(',')
  const pick = { accept, take, busy: busy || props.disabled === true, describedBy: `${id}-error` }
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={cx(hint !== undefined && `${id}-hint`) || undefined}
      className={cx('flex flex-col gap-1.5', props.className)}
    >
      <p id={`${id}-label`} className={props.hideLabel === true ? 'sr-only' : 'font-strong'}>
        {label}
      </p>
      <div
        {...zone}
        className={cx(
          'flex flex-col items-center gap-3 rounded-card border-2 border-dashed p-4 text-center',
          over ? 'border-jade bg-jade-wash' : 'border-edge bg-card',
          complaint !== undefined && 'border-danger',
        )}
      >
        <Preview file={file} />
        <div className="flex flex-wrap items-center justify-center gap-2">
          <Pick {...pick} icon={<ImageUp aria-hidden className="size-5" />}>
            {file === undefined ? t('choose') : t('another')}
          </Pick>
          {camera !== false && (
            <span className="hidden pointer-coarse:contents">
              <Pick {...pick} capture={camera} icon={<Camera aria-hidden className="size-5" />}>
                {t('camera')}
              </Pick>
            </span>
          )}
          <span className="text-small text-ink-soft pointer-coarse:hidden">{t('drop')}</span>
        </div>
        <p role="status" className="text-small">
          {busy && (
            <span className="flex items-center gap-2">
              <LoaderCircle aria-hidden className="size-4 animate-spin" />
              {t('sending')}
            </span>
          )}
        </p>
      </div>
      <FieldNotes id={id} hint={hint} error={complaint} />
    </div>
  )
}

function useDrop({ onFile, busy, disabled }: FileDropProps, rules: FileRules) {
  const t = useWords(fileWords)
  const refused = useWords(identityRefusals)
  const [wrong, setWrong] = useState<string>()
  const [over, setOver] = useState(false)
  const take = (file: File | undefined): void => {
    if (file === undefined || busy === true || disabled === true) return
    const problem = checkFile(file, rules)
    const told = {
      file_type: rules.wrongType,
      file_too_large: rules.tooLarge,
      file_empty: undefined,
    }
    const own = problem && told[problem]
    setWrong(problem && (own ?? (problem === 'file_empty' ? t(problem) : refused(problem))))
    if (problem === undefined) onFile(typed(file, rules))
  }
  const zone = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files[0])
    },
  }
  return { take, wrong, over, zone }
}

function typed(file: File, rules: FileRules): File {
  const type = typeOf(file, rules) ?? file.type
  return type === file.type ? file : new File([file], file.name, { type })
}

interface PickProps {
  readonly accept: string
  readonly take: (file: File | undefined) => void
  readonly busy: boolean
  readonly describedBy: string
  readonly icon: ReactNode
  readonly capture?: 'environment' | 'user'
  readonly children: string
}

/** A button that is a file input: it needs no click by program, which some browsers refuse. */
function Pick({ accept, take, busy, describedBy, icon, capture, children }: PickProps) {
  return (
    <label
      className={cx(
        buttonClass({ kind: 'secondary' }),
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-jade',
        busy && 'opacity-55',
      )}
    >
      {icon}
      {children}
      <input
        type="file"
        accept={accept}
        capture={capture}
        disabled={busy}
        aria-describedby={describedBy}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files?.[0])
          // Or choosing the same file again would not be told.
          event.target.value = ''
        }}
      />
    </label>
  )
}

/** A look at the picture; files that the browser can not draw get their name. */
function Preview({ file }: { readonly file: File | string | undefined }) {
  const [failed, setFailed] = useState<string>()
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!(file instanceof File)) return setUrl(file)
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (file === undefined || url === undefined) return null
  if (failed === url || (file instanceof File && file.type === 'application/pdf')) {
    return (
      <span className="flex max-w-full items-center gap-2 text-ink-soft">
        <FileText aria-hidden className="size-6 shrink-0" />
        <span className="truncate">{file instanceof File ? file.name : ''}</span>
      </span>
    )
  }
  return (
    <img
      src={url}
      alt=""
      onError={() => setFailed(url)}
      className="max-h-56 max-w-full rounded-small object-contain"
    />
  )
}
