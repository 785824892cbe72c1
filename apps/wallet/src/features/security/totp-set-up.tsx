import {
  Button,
  Card,
  CodeInput,
  CopyButton,
  Form,
  QrCode,
  TextLink,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'

const setUpWords = words({
  scan: {
    en: '1. Add Danbao to your app',
    ru: '1. Добавьте Danbao в приложение',
    zh: '1. 在应用中添加 Danbao',
  },
  scan_text: {
    en: 'Scan the picture with the authenticator app.',
    ru: 'Отсканируйте картинку приложением-аутентификатором.',
    zh: '请用身份验证器应用扫描二维码。',
  },
  picture: {
    en: 'QR code for the authenticator app',
    ru: 'QR-код для приложения-аутентификатора',
    zh: '用于身份验证器应用的二维码',
  },
  here: {
    en: 'The app is on this device? <link>Open it here</link>, or copy the key:',
    ru: 'Приложение на этом устройстве? <link>Откройте его</link> или скопируйте ключ:',
    zh: '应用就在这台设备上？<link>直接打开</link>，或复制密钥：',
  },
  secret: { en: 'Key', ru: 'Ключ', zh: '密钥' },
  copy: { en: 'Copy the key', ru: 'Скопировать ключ', zh: '复制密钥' },
  code_title: {
    en: '2. Type the code that it shows',
    ru: '2. Введите код, который оно покажет',
    zh: '2. 输入应用显示的验证码',
  },
  code: { en: 'Six digits', ru: 'Шесть цифр', zh: '六位数字' },
  digits: { en: 'Six digits, please.', ru: 'Нужно шесть цифр.', zh: '请输入六位数字。' },
  hint: {
    en: 'A code lives for 30 seconds. If it is refused, check the clock of your phone.',
    ru: 'Код живёт 30 секунд. Если он не подходит, проверьте часы телефона.',
    zh: '每个验证码 30 秒内有效。如被拒绝，请检查手机时间是否准确。',
  },
  submit: { en: 'Turn on', ru: 'Включить', zh: '开启' },
  stop: { en: 'Not now', ru: 'Не сейчас', zh: '暂不设置' },
})

export interface TotpSecret {
  readonly secret: string
  readonly uri: string
}

export interface TotpSetUpProps {
  readonly secret: TotpSecret
  readonly onDone: (codes: readonly string[]) => void
  readonly onStop: () => void
}

/** The new secret goes into the app; a code of it proves that it arrived. */
export function TotpSetUp({ secret, onDone, onStop }: TotpSetUpProps) {
  const t = useWords(setUpWords)
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length === 6 ? undefined : t('digits') }),
    at: { code_wrong: 'code' },
    submit: (body) => api.call('confirmTotp', { body }),
    done: ({ codes }) => onDone(codes),
  })
  return (
    <>
      <Card title={t('scan')}>
        <p>{t('scan_text')}</p>
        <div className="my-4">
          <QrCode text={secret.uri} label={t('picture')} />
        </div>
        <p className="text-ink-soft">
          {t.rich('here', { link: (inside) => <TextLink href={secret.uri}>{inside}</TextLink> })}
        </p>
        <p
          aria-label={t('secret')}
          role="group"
          className="my-2 font-strong tracking-wide break-words"
          dir="ltr"
        >
          {secret.secret.match(/.{1,4}/g)?.join(' ')}
        </p>
        <CopyButton text={secret.secret} label={t('copy')} />
      </Card>
      <Card title={t('code_title')}>
        <Form form={form} label={t('code_title')}>
          <CodeInput {...form.text('code')} label={t('code')} hint={t('hint')} />
          <Button type="submit" busy={form.busy} wide>
            {t('submit')}
          </Button>
          <Button kind="quiet" onClick={onStop} wide>
            {t('stop')}
          </Button>
        </Form>
      </Card>
    </>
  )
}
