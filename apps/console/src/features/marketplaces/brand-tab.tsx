import { brandColor } from '@danbao/contracts'
import type { MarketplacePage } from '@danbao/contracts/console'
import {
  Button,
  Card,
  Checkbox,
  Form,
  ShopBand,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { type BrandPartProps, LogoCard } from './logo-card.tsx'
import { useKeepMarketplace } from './queries.ts'

const brandWords = words({
  title: { en: 'Name and colour', ru: 'Название и цвет', zh: '名称与颜色' },
  text: {
    en: 'Buyers see them on the checkout.',
    ru: 'Покупатели видят их при оплате.',
    zh: '买家在结账页会看到这些内容。',
  },
  name: { en: 'Name for buyers', ru: 'Название для покупателей', zh: '对买家显示的名称' },
  name_hint: {
    en: 'Empty: {name}.',
    ru: 'Пусто: {name}.',
    zh: '留空：{name}。',
  },
  own_color: { en: 'A colour of our own', ru: 'Свой цвет', zh: '使用自定义颜色' },
  color: { en: 'Colour', ru: 'Цвет', zh: '颜色' },
  color_hint: {
    en: 'As #rrggbb. Text on it becomes black or white by itself, whichever is read better.',
    ru: 'В виде #rrggbb. Текст на нём сам станет чёрным или белым — что читается лучше.',
    zh: '格式为 #rrggbb。其上的文字会自动选用更易读的黑色或白色。',
  },
  pick: { en: 'Choose the colour', ru: 'Выбрать цвет', zh: '选取颜色' },
  wrong_color: {
    en: 'Type # and six digits from 0 to f, such as #0b6a4f.',
    ru: 'Введите # и шесть знаков от 0 до f, например #0b6a4f.',
    zh: '请输入 # 和六位 0 到 f 的字符，例如 #0b6a4f。',
  },
  preview: { en: 'On the checkout', ru: 'На странице оплаты', zh: '结账页预览' },
  plain: {
    en: 'Without a colour and a logo the checkout says the name only.',
    ru: 'Без цвета и логотипа при оплате видно только название.',
    zh: '未设置颜色和标志时，结账页只显示名称。',
  },
  save: { en: 'Save the look', ru: 'Сохранить оформление', zh: '保存外观' },
  done: {
    en: 'Saved. The checkout shows it.',
    ru: 'Сохранено. Это видно при оплате.',
    zh: '已保存，结账页已更新。',
  },
})

const isColor = (text: string): boolean => brandColor.safeParse(text).success

export function BrandTab({ found }: { readonly found: MarketplacePage }) {
  const may = useMay()('marketplace.manage')
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <BrandForm found={found} may={may} />
      <LogoCard found={found} may={may} />
    </div>
  )
}

function BrandForm({ found, may }: BrandPartProps) {
  const t = useWords(brandWords)
  const form = useBrand(found)
  const { display_name: name, own_color: own, color } = form.values
  const picked = isColor(color) ? color : '#000000'
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-ink-soft">{t('text')}</p>
      <Form form={form} label={t('title')}>
        <TextInput
          label={t('name')}
          hint={t('name_hint', { name: found.name })}
          autoComplete="off"
          maxLength={60}
          disabled={!may}
          {...form.text('display_name')}
        />
        <div>
          <Checkbox label={t('own_color')} disabled={!may} {...form.flag('own_color')} />
          {own && (
            <TextInput
              label={t('color')}
              hint={t('color_hint')}
              autoComplete="off"
              spellCheck={false}
              maxLength={7}
              disabled={!may}
              end={
                <input
                  type="color"
                  aria-label={t('pick')}
                  value={picked}
                  disabled={!may}
                  onChange={(event) => form.set({ color: event.target.value })}
                  className="size-9 rounded-small"
                />
              }
              {...form.text('color')}
            />
          )}
        </div>
        <Preview found={found} name={name} color={own ? picked : null} />
        {may && (
          <div>
            <Button type="submit" busy={form.busy}>
              {t('save')}
            </Button>
          </div>
        )}
      </Form>
    </Card>
  )
}

interface PreviewProps {
  readonly found: MarketplacePage
  readonly name: string
  readonly color: string | null
}

/** As it is typed, before it is saved. */
function Preview({ found, name, color }: PreviewProps) {
  const t = useWords(brandWords)
  const shown = name.trim() === '' ? found.name : name.trim()
  const { logo_url: logo } = found.brand
  return (
    <div className="flex flex-col gap-2">
      <p className="font-strong">{t('preview')}</p>
      {color === null && logo === null ? (
        <p className="text-small text-ink-soft">{t('plain')}</p>
      ) : (
        <ShopBand brand={{ name: shown, color, logo_url: logo }} />
      )}
    </div>
  )
}

function useBrand({ id, display_name, brand }: MarketplacePage) {
  const t = useWords(brandWords)
  const keep = useKeepMarketplace()
  return useForm({
    initial: {
      display_name: display_name ?? '',
      own_color: brand.color !== null,
      color: brand.color ?? '#0b6a4f',
    },
    check: ({ own_color: own, color }) => ({
      color: own && !isColor(color.toLowerCase()) ? t('wrong_color') : undefined,
    }),
    submit: ({ display_name: name, own_color: own, color }) =>
      api.call('changeMarketplaceBrand', {
        params: { id },
        body: {
          display_name: name.trim() === '' ? null : name.trim(),
          color: own ? color.toLowerCase() : null,
        },
      }),
    done: (page) => {
      keep(page)
      toast(t('done'))
    },
  })
}
