import type { RecoveryState } from '@danbao/contracts/wallet'
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
import { OpenedLink } from '../links/opened-link.tsx'
import { WriteToSupport } from '../support/write-to-support.tsx'

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
  late: { en: 'It is too late to stop it', ru: 'Остановить уже нельзя', zh: '现在已无法阻止' },
  late_text: {
    en: 'The 72 hours are over, and the account is reached at the other address now. Payments were paused for 24 hours after that. If it was not you, write to us at once: our staff can freeze the account, so that nothing can be spent.',
    ru: '72 часа прошли, и аккаунт теперь работает с другим адресом. После этого платежи приостановлены на 24 часа. Если это были не вы, сразу напишите нам: сотрудники могут заморозить аккаунт, и потратить ничего не получится.',
    zh: '72 小时已过，账户现已改用另一个邮箱。更换后付款会暂停 24 小时。如非您本人操作，请立即写信给我们：工作人员可以冻结账户，使资金无法支出。',
  },
  over: { en: 'There is nothing to stop', ru: 'Останавливать нечего', zh: '无需阻止' },
  over_text: {
    en: 'This request has ended before. Your account keeps its address.',
    ru: 'Этот запрос уже завершён. Ваш аккаунт остаётся при своём адресе.',
    zh: '此申请已经结束，您的账户继续使用原邮箱。',
  },
  help: { en: 'Other ways to help', ru: 'Другие способы', zh: '其他方式' },
})

/** From the mails to the old address: its owner still reads them. */
export function StopEmailPage() {
  return (
    <OpenedLink
      name="stop-email"
      token={useSearchText('token')}
      open={(token) => api.call('openStopEmail', { body: { token } })}
      again="/recover"
    >
      {({ state, stoppable }, token) =>
        stoppable ? <Stop token={token} /> : <Over state={state} />
      }
    </OpenedLink>
  )
}

function Stop({ token }: { readonly token: string }) {
  const t = useWords(stopWords)
  const stop = useMutation({
    mutationFn: () => api.call('stopEmailRecovery', { body: { token } }),
  })
  if (stop.isSuccess) return <Stopped />
  return (
    <Page title={t('title')} intro={t('intro')}>
      <RefusalNote error={stop.error} action={<TextLink href="/recover">{t('help')}</TextLink>} />
      <Button kind="danger" wide busy={stop.isPending} onClick={() => stop.mutate()}>
        {t('stop')}
      </Button>
      <p className="text-small text-ink-soft">{t('mine')}</p>
    </Page>
  )
}

/** The 72 hours have passed, or somebody has stopped it before. */
function Over({ state }: { readonly state: RecoveryState }) {
  const t = useWords(stopWords)
  const late = state === 'done'
  return (
    <Page title={t(late ? 'late' : 'over')}>
      <Callout kind={late ? 'danger' : 'info'}>
        <p>{t(late ? 'late_text' : 'over_text')}</p>
        {late && <WriteToSupport />}
      </Callout>
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
