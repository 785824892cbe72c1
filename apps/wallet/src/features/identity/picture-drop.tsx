import type { DocumentSide, IdentityCheckView, IdentityPicture } from '@danbao/contracts/wallet'
import { Badge, Button, FileDrop, refusalOf, useRefusalText, useWords, words } from '@danbao/ui'
import { Check, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { sideWords } from './document-words.ts'
import { useCheckChange } from './use-identity.ts'

const dropWords = words({
  rules: {
    en: 'JPEG, PNG, HEIC or PDF, up to 15 MB',
    ru: 'JPEG, PNG, HEIC или PDF, до 15 МБ',
    zh: 'JPEG、PNG、HEIC 或 PDF，最大 15 MB',
  },
  selfie_hint: {
    en: 'Your face with the document beside it makes the decision quicker. You can leave it out.',
    ru: 'Лицо и документ рядом ускорят решение. Можно обойтись и без этого.',
    zh: '手持证件的自拍可加快审核，也可不提交。',
  },
  too_small: {
    en: 'The picture is too small to be read: its long side needs {pixels} pixels at least. Go nearer, or choose a larger file.',
    ru: 'Снимок слишком мал: длинная сторона — не меньше {pixels} пикселей. Подойдите ближе или выберите файл побольше.',
    zh: '图片尺寸过小，长边至少需要 {pixels} 像素。请靠近拍摄，或选择更大的文件。',
  },
  too_many_pixels: {
    en: 'The picture is sound but too large: it may have {millions} million pixels. Save it smaller, or take a new photo.',
    ru: 'С самим снимком всё в порядке, но он слишком велик: можно до {millions} миллионов пикселей. Уменьшите его или сделайте новое фото.',
    zh: '图片本身没有问题，但尺寸过大：最多 {millions} 百万像素。请缩小后保存，或重新拍摄。',
  },
  no_colour: {
    en: 'The picture is black and white. Take it in colour: a scan or a photo of the original.',
    ru: 'Снимок чёрно-белый. Нужен цветной: скан или фото оригинала.',
    zh: '图片是黑白的。请提交彩色图片：原件的扫描件或照片。',
  },
  remove: { en: 'Remove', ru: 'Удалить', zh: '移除' },
  remove_side: { en: 'Remove: {side}', ru: 'Удалить: {side}', zh: '移除：{side}' },
  there: { en: 'Received', ru: 'Получено', zh: '已收到' },
  anew: { en: 'Needed anew', ru: 'Нужен новый снимок', zh: '需重新提交' },
})

export interface PictureDropProps {
  readonly check: IdentityCheckView
  readonly picture: IdentityPicture
  readonly error: string | undefined
}

/** One page: sent as soon as it is chosen. A refused file leaves the one before where it is. */
export function PictureDrop({ check, picture, error }: PictureDropProps) {
  const t = useWords(dropWords)
  const { side, document } = picture
  const label = useLabel(check, side)
  const [sent, setSent] = useState<File>()
  const params = { id: check.id }
  const upload = useCheckChange((file: File) =>
    api.call('uploadIdentityPicture', { params, query: { side }, body: file }),
  )
  const remove = useCheckChange(() =>
    api.call('removeIdentityPicture', { params, query: { side } }),
  )
  const complaint = useComplaint(upload.error ?? remove.error)
  const before =
    document === null ? undefined : api.url('getIdentityPicture', { params: { id: document } })
  const asked = check.asked_sides.includes(side)
  const send = (file: File): void => {
    setSent(file)
    upload.mutate(file)
  }
  return (
    <div className="flex flex-col gap-2">
      <FileDrop
        label={label}
        hint={side === 'selfie' ? `${t('selfie_hint')} ${t('rules')}.` : t('rules')}
        camera={side === 'selfie' ? 'user' : 'environment'}
        file={upload.isPending ? sent : before}
        busy={upload.isPending}
        error={complaint ?? error}
        onFile={send}
      />
      {document !== null && (
        <div className="flex min-h-11 items-center justify-between gap-2">
          {asked ? (
            <Badge kind="attention" icon={RefreshCw}>
              {t('anew')}
            </Badge>
          ) : (
            <Badge kind="success" icon={Check}>
              {t('there')}
            </Badge>
          )}
          {check.submitted_at === null && (
            <Button kind="quiet" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
              <span aria-hidden>{t('remove')}</span>
              <span className="sr-only">{t('remove_side', { side: label })}</span>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function useLabel(
  { document_type: type, asked_sides: asked }: IdentityCheckView,
  side: DocumentSide,
) {
  const tell = useWords(sideWords)
  if (side === 'selfie') return tell(asked.includes('selfie') ? 'selfie_asked' : 'selfie')
  return tell(type === 'passport' && side === 'front' ? 'main' : side)
}

/** The server says what is wrong with a picture; that helps more than the refusal alone. */
function useComplaint(error: unknown): string | undefined {
  const t = useWords(dropWords)
  const tell = useRefusalText()
  if (error === null) return undefined
  const refusal = refusalOf(error)
  const why = refusal.member('why')
  if (why === 'no_colour') return t('no_colour')
  const pixels = refusal.member('least_pixels')
  if (why === 'too_small' && pixels !== undefined) return t('too_small', { pixels })
  const most = refusal.member('most_pixels')
  if (most !== undefined) return t('too_many_pixels', { millions: Math.floor(Number(most) / 1e6) })
  return tell(error)
}
