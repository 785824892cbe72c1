import { Button, Callout, Card, Checkbox, Page, toast, useWords, words } from '@danbao/ui'
import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '../../session.ts'
import { useNext } from './next.ts'

const codeWords = words({
  title: { en: 'Keep these codes', ru: 'Сохраните эти коды', zh: '请保存这些代码' },
  intro: {
    en: 'If your phone is lost, each of them signs you in once instead of the app. They are shown only now.',
    ru: 'Если телефон потеряется, каждый из них один раз заменит код приложения. Они показываются только сейчас.',
    zh: '手机丢失时，每个代码可代替验证器使用一次。仅在此时显示。',
  },
  list: { en: 'Recovery codes', ru: 'Резервные коды', zh: '恢复代码' },
  copy: { en: 'Copy', ru: 'Скопировать', zh: '复制' },
  copied: { en: 'The codes are copied.', ru: 'Коды скопированы.', zh: '代码已复制。' },
  not_copied: {
    en: 'The browser did not allow copying. Download them or write them down.',
    ru: 'Браузер не разрешил копировать. Скачайте коды или запишите.',
    zh: '浏览器不允许复制，请下载或抄写。',
  },
  download: { en: 'Download', ru: 'Скачать', zh: '下载' },
  where: {
    en: 'Keep them where the phone is not: in a password manager or on paper.',
    ru: 'Храните их отдельно от телефона: в менеджере паролей или на бумаге.',
    zh: '请与手机分开存放，例如密码管理器或纸上。',
  },
  kept: { en: 'I have kept them', ru: 'Я их сохранил(а)', zh: '我已保存' },
  first: {
    en: 'Keep the codes first, then tick the box.',
    ru: 'Сначала сохраните коды, потом отметьте это.',
    zh: '请先保存代码，再勾选。',
  },
  go_on: { en: 'To the console', ru: 'В консоль', zh: '进入控制台' },
})

/** Shown once; going on without having kept them is not offered. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useWords(codeWords)
  const { enter } = useSession()
  const { next } = useNext()
  const [kept, setKept] = useState(false)
  const [missing, setMissing] = useState(false)
  const goOn = (): void => {
    setMissing(!kept)
    if (kept) void enter(next)
  }
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Card>
        <ul
          aria-label={t('list')}
          className="grid grid-cols-1 gap-x-6 gap-y-2 min-[24rem]:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code} className="rounded-small bg-well px-3 py-1.5 font-strong tabular-nums">
              {code}
            </li>
          ))}
        </ul>
        <CodeActions codes={codes} />
      </Card>
      <Callout>{t('where')}</Callout>
      <div>
        <Checkbox
          label={t('kept')}
          checked={kept}
          error={missing && !kept ? t('first') : undefined}
          onChecked={setKept}
        />
        <Button wide onClick={goOn}>
          {t('go_on')}
        </Button>
      </div>
    </Page>
  )
}

function CodeActions({ codes }: { readonly codes: readonly string[] }) {
  const t = useWords(codeWords)
  const text = codes.join('\n')
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => toast(t('copied')),
      () => toast(t('not_copied'), 'danger'),
    )
  }
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Button kind="secondary" icon={Copy} onClick={copy}>
        {t('copy')}
      </Button>
      <Button kind="secondary" icon={Download} onClick={() => saveText(`${text}\n`)}>
        {t('download')}
      </Button>
    </div>
  )
}

function saveText(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'danbao-recovery-codes.txt'
  link.click()
  URL.revokeObjectURL(url)
}
