import {
  Button,
  buttonClass,
  Callout,
  Card,
  Link,
  Page,
  RefusalNote,
  TextLink,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { NoLink } from '../links/opened-link.tsx'

const stopWords = words({
  title: {
    en: 'Keep this address for your account?',
    ru: 'Оставить аккаунту этот адрес?',
    zh: '保留此邮箱吗？',
  },
  intro: {
    en: 'Somebody asked to reach your Danbao account at another address, as if this mailbox were lost. If that was not you, stop it now.',
    ru: 'Кто-то попросил перевести ваш аккаунт Danbao на другой адрес, будто эта почта потеряна. Если это не вы, остановите это сейчас.',
    zh: '有人以无法使用此邮箱为由，申请将您的 Danbao 账户改用其他邮箱。如非您本人，请立即阻止。',
  },
  stop: { en: 'Stop it, keep this address', ru: 'Остановить, адрес мой', zh: '阻止，保留此邮箱' },
  mine: {
    en: 'If it was you, do nothing: close this page.',
    ru: 'Если это были вы, ничего не делайте: просто закройте страницу.',
    zh: '如果是您本人申请，无需操作，关闭此页即可。',
  },
  stopped: { en: 'It is stopped', ru: 'Остановлено', zh: '已阻止' },
  stopped_text: {
    en: 'Your account keeps this address. Nothing of yours was changed.',
    ru: 'Ваш аккаунт остаётся при этом адресе. Ничего не изменилось.',
    zh: '您的账户继续使用此邮箱，没有任何变化。',
  },
  now: { en: 'To be on the safe side', ru: 'На всякий случай', zh: '为安全起见' },
  password: {
    en: 'Set a new password if anybody could know yours.',
    ru: 'Смените пароль, если его мог кто-то узнать.',
    zh: '如果密码可能泄露，请更换。',
  },
  factor: {
    en: 'Turn on a second step for signing in, or a passkey.',
    ru: 'Включите второй шаг при входе или ключ доступа.',
    zh: '开启登录两步验证或通行密钥。',
  },
  sign_in: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  help: { en: 'Other ways to help', ru: 'Другие способы', zh: '其他方式' },
})

/** From the mails to the old address: its owner still reads them. */
export function StopEmailPage() {
  const t = useWords(stopWords)
  const token = useSearchText('token')
  const stop = useMutation({
    mutationFn: (given: string) => api.call('stopEmailRecovery', { body: { token: given } }),
  })
  if (token === undefined) return <NoLink again="/recover" />
  if (stop.isSuccess) return <Stopped />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <RefusalNote error={stop.error} action={<TextLink href="/recover">{t('help')}</TextLink>} />
      <Button kind="danger" wide busy={stop.isPending} onClick={() => stop.mutate(token)}>
        {t('stop')}
      </Button>
      <p className="text-small text-ink-soft">{t('mine')}</p>
    </Page>
  )
}

function Stopped() {
  const t = useWords(stopWords)
  return (
    <Page title={t('stopped')}>
      <Callout kind="success" live>
        {t('stopped_text')}
      </Callout>
      <Card title={t('now')}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          <li>{t('password')}</li>
          <li>{t('factor')}</li>
        </ul>
      </Card>
      <Link href="/sign-in" className={buttonClass({ wide: true })}>
        {t('sign_in')}
      </Link>
    </Page>
  )
}
