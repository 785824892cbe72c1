import { MAX_LOGO_BYTES, type MarketplacePage } from '@danbao/contracts/console'
import { Button, Card, FileDrop, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useKeepMarketplace } from './queries.ts'

const logoWords = words({
  title: { en: 'Logo', ru: 'Логотип', zh: '标志' },
  label: { en: 'Picture', ru: 'Картинка', zh: '图片' },
  hint: {
    en: 'PNG, JPEG or WebP of up to 1 MB. We make it at most 256 pixels wide and high.',
    ru: 'PNG, JPEG или WebP до 1 МБ. Мы уменьшим её до 256 пикселей.',
    zh: 'PNG、JPEG 或 WebP，不超过 1 MB。我们会缩小到 256 像素以内。',
  },
  wrong: {
    en: 'Choose a PNG, JPEG or WebP picture.',
    ru: 'Выберите картинку PNG, JPEG или WebP.',
    zh: '请选择 PNG、JPEG 或 WebP 图片。',
  },
  large: {
    en: 'A logo may have up to 1 MB. Choose a smaller one.',
    ru: 'Логотип может занимать до 1 МБ. Выберите файл поменьше.',
    zh: '标志不能超过 1 MB，请选择较小的文件。',
  },
  none: { en: 'No logo yet.', ru: 'Логотипа пока нет.', zh: '尚无标志。' },
  remove: { en: 'Remove the logo', ru: 'Убрать логотип', zh: '移除标志' },
  saved: { en: 'The logo is saved.', ru: 'Логотип сохранён.', zh: '标志已保存。' },
  removed: { en: 'The logo is removed.', ru: 'Логотип убран.', zh: '标志已移除。' },
})

const TYPES = { 'image/png': ['png'], 'image/jpeg': ['jpg', 'jpeg'], 'image/webp': ['webp'] }

export interface BrandPartProps {
  readonly found: MarketplacePage
  /** Whether the member may change it. */
  readonly may: boolean
}

export function LogoCard({ found, may }: BrandPartProps) {
  const t = useWords(logoWords)
  const keep = useKeepMarketplace()
  const { id } = found
  const { logo_url: logo } = found.brand
  const put = useMutation({
    mutationFn: (file: File) => api.call('putMarketplaceLogo', { params: { id }, body: file }),
    onSuccess: (page) => {
      keep(page)
      toast(t('saved'))
    },
  })
  const remove = useMutation({
    mutationFn: () => api.call('removeMarketplaceLogo', { params: { id } }),
    onSuccess: (page) => {
      keep(page)
      toast(t('removed'))
    },
  })
  return (
    <Card title={t('title')}>
      <RefusalNote error={put.error ?? remove.error} />
      {!may && logo === null && <p className="text-ink-soft">{t('none')}</p>}
      {!may && logo !== null && <img src={logo} alt="" className="max-h-32" />}
      {may && (
        <FileDrop
          label={t('label')}
          hint={t('hint')}
          camera={false}
          rules={{
            types: TYPES,
            maxBytes: MAX_LOGO_BYTES,
            wrongType: t('wrong'),
            tooLarge: t('large'),
          }}
          file={logo ?? undefined}
          busy={put.isPending}
          onFile={(file) => put.mutate(file)}
        />
      )}
      {may && logo !== null && (
        <div className="mt-3">
          <Button kind="secondary" dense busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        </div>
      )}
    </Card>
  )
}
