import type { RecoveryView } from '@danbao/contracts/wallet'
import {
  Callout,
  Card,
  isRefusal,
  Page,
  RefusalNote,
  SkeletonCards,
  TextLink,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { NoLink } from '../links/opened-link.tsx'
import { StatusSteps } from './status-steps.tsx'

const statusWords = words({
  title: { en: 'Your request', ru: 'Ваш запрос', zh: '您的申请' },
  answers: {
    en: 'A new password without the answers',
    ru: 'Новый пароль без ответов',
    zh: '无需答案重设密码',
  },
  email: {
    en: 'Another e-mail address for your account',
    ru: 'Новый адрес почты для вашего аккаунта',
    zh: '为账户更换邮箱',
  },
  keep: {
    en: 'You can bookmark this page or close it: our mail has a link back. Nothing is needed from you meanwhile.',
    ru: 'Страницу можно добавить в закладки или закрыть: в письме есть ссылка обратно. От вас пока ничего не нужно.',
    zh: '您可以收藏或关闭此页，邮件中也有返回链接。在此期间无需任何操作。',
  },
  refused: { en: 'Refused', ru: 'Отказано', zh: '未通过' },
  refused_text: {
    en: 'Nothing has changed on the account. You can ask again and tell more.',
    ru: 'На аккаунте ничего не изменилось. Можно попросить снова и сообщить больше.',
    zh: '账户没有任何变化。您可补充信息后重新申请。',
  },
  reason: {
    en: 'Our staff write: “{reason}”',
    ru: 'Сотрудники пишут: «{reason}»',
    zh: '工作人员说明：“{reason}”',
  },
  stopped: { en: 'Stopped', ru: 'Остановлено', zh: '已阻止' },
  stopped_text: {
    en: 'The owner of the account objected. Nothing has changed, and the account keeps its address.',
    ru: 'Владелец аккаунта возразил. Ничего не изменилось, адрес остаётся прежним.',
    zh: '账户所有者提出了异议。一切保持不变，邮箱也未更换。',
  },
  approved: { en: 'Approved', ru: 'Одобрено', zh: '已批准' },
  approved_text: {
    en: 'We have sent you a mail. Its link is good for 72 hours: it sets a new password and new questions.',
    ru: 'Мы отправили вам письмо. По ссылке из него (72 часа) задайте новый пароль и новые вопросы.',
    zh: '我们已向您发送邮件。请在 72 小时内通过其中的链接设置新密码和新的安全问题。',
  },
  done_answers: {
    en: 'The new password is set. Payments are paused for 24 hours after it, so that nobody else can take it.',
    ru: 'Новый пароль задан. После этого платежи приостановлены на 24 часа, чтобы их не увёл кто-то другой.',
    zh: '新密码已设置。此后支付暂停 24 小时，以防他人转走。',
  },
  done_email: {
    en: 'The new address is that of your account, and a mail for a new password is there. Payments are paused for 24 hours.',
    ru: 'Новый адрес теперь у вашего аккаунта, там же письмо для нового пароля. Платежи приостановлены на 24 часа.',
    zh: '新邮箱已绑定账户，设置新密码的邮件已发往该邮箱。支付暂停 24 小时。',
  },
  again: { en: 'Ask again', ru: 'Попросить снова', zh: '重新申请' },
  sign_in: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  begin: { en: 'Other ways back in', ru: 'Другие способы', zh: '其他找回方式' },
})

/** A decision takes hours; a look each minute is enough. */
const LOOK_AGAIN_MS = 60_000

/** How a request stands that staff decide upon. */
export function StatusPage() {
  const t = useWords(statusWords)
  const token = useSearchText('token')
  const { data, error } = useQuery({
    queryKey: ['recovery', token],
    queryFn: () => api.call('getRecovery', { body: { token: token ?? '' } }),
    enabled: token !== undefined,
    refetchInterval: LOOK_AGAIN_MS,
    retry: (count, cause) => count < 2 && !isRefusal(cause, 'link_invalid'),
  })
  if (token === undefined) return <NoLink again="/recover" />
  return (
    <Page title={t('title')} {...(data !== undefined && { intro: t(data.kind) })}>
      {data !== undefined && <Standing recovery={data} />}
      {data === undefined && error === null && <SkeletonCards cards={1} />}
      {data === undefined && error !== null && (
        <RefusalNote error={error} action={<TextLink href="/recover">{t('begin')}</TextLink>} />
      )}
    </Page>
  )
}

function Standing({ recovery }: { readonly recovery: RecoveryView }) {
  const t = useWords(statusWords)
  const { state } = recovery
  const staffWork = state === 'open' || state === 'checking' || state === 'waiting'
  return (
    <>
      <Outcome recovery={recovery} />
      {state !== 'refused' && state !== 'stopped' && (
        <Card>
          <StatusSteps recovery={recovery} state={state} />
        </Card>
      )}
      {staffWork && <p className="text-small text-ink-soft">{t('keep')}</p>}
    </>
  )
}

function Outcome({ recovery }: { readonly recovery: RecoveryView }) {
  const t = useWords(statusWords)
  const { state, kind, refusal_reason: reason } = recovery
  const way = kind === 'email' ? '/recover/email' : '/recover/password?lost=answers'
  switch (state) {
    case 'refused':
      return (
        <Callout
          kind="danger"
          title={t('refused')}
          action={<TextLink href={way}>{t('again')}</TextLink>}
        >
          {reason !== null && <p>{t('reason', { reason })}</p>}
          <p className="mt-1">{t('refused_text')}</p>
        </Callout>
      )
    case 'stopped':
      return (
        <Callout kind="attention" title={t('stopped')}>
          {t('stopped_text')}
        </Callout>
      )
    case 'approved':
      return (
        <Callout kind="success" title={t('approved')}>
          {t('approved_text')}
        </Callout>
      )
    case 'done':
      return (
        <Callout kind="success" action={<TextLink href="/sign-in">{t('sign_in')}</TextLink>}>
          {t(`done_${kind}`)}
        </Callout>
      )
    default:
      return null
  }
}
