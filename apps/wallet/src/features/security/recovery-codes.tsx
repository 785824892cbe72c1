import { Button, Callout, Card, CopyButton, useWords, words } from '@danbao/ui'
import { Download } from 'lucide-react'
import { saveFile } from '../settings/save-file.ts'

const codeWords = words({
  once: { en: 'Shown this once', ru: 'Показываем один раз', zh: '仅显示这一次' },
  why: {
    en: 'When the phone is lost, each of these codes lets you in once. Keep them where the phone is not: on paper or in a password manager.',
    ru: 'Если телефон потеряется, каждый из этих кодов один раз впустит вас. Храните их отдельно от телефона: на бумаге или в менеджере паролей.',
    zh: '手机丢失时，每个代码可用于登录一次。请勿与手机放在一起，可写在纸上或存入密码管理器。',
  },
  list: { en: 'Recovery codes', ru: 'Резервные коды', zh: '恢复代码' },
  copy: { en: 'Copy', ru: 'Скопировать', zh: '复制' },
  download: { en: 'Download', ru: 'Скачать', zh: '下载' },
  kept: { en: 'I have kept them', ru: 'Я сохранил(а) коды', zh: '我已保存' },
  file: {
    en: 'Recovery codes of your Danbao wallet. Each is good once.',
    ru: 'Резервные коды вашего кошелька Danbao. Каждый действует один раз.',
    zh: '您的 Danbao 钱包恢复代码，每个仅可使用一次。',
  },
})

export interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** The codes for the day on which the phone is gone. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const t = useWords(codeWords)
  const download = (): void => {
    const text = [t('file'), '', ...codes, ''].join('\n')
    saveFile('danbao-recovery-codes.txt', new Blob([text], { type: 'text/plain' }))
  }
  return (
    <>
      <Callout kind="attention" title={t('once')}>
        {t('why')}
      </Callout>
      <Card>
        <ol
          aria-label={t('list')}
          dir="ltr"
          className="grid grid-cols-2 gap-x-6 gap-y-2 text-large font-strong tabular-nums"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <div className="mt-5 flex flex-wrap gap-2">
          <CopyButton text={codes.join('\n')} label={t('copy')} />
          <Button kind="secondary" icon={Download} onClick={download}>
            {t('download')}
          </Button>
        </div>
      </Card>
      <Button onClick={onKept} wide>
        {t('kept')}
      </Button>
    </>
  )
}
