import { buttonClass, Callout, Card, Link, Page, useTime, useWords, words } from '@danbao/ui'

const recoveredWords = words({
  rests: {
    en: 'Payments are paused for 24 hours',
    ru: 'Платежи приостановлены на 24 часа',
    zh: '支付暂停 24 小时',
  },
  rests_why: {
    en: 'Until then nothing can be spent, even by you. If somebody else had done this in your name, our mails would reach you in time to stop them. Refunds still come in.',
    ru: 'До тех пор потратить ничего нельзя, даже вам. Если бы это сделал кто-то от вашего имени, наши письма успели бы дойти до вас и его остановить. Возвраты приходят как обычно.',
    zh: '在此期间任何人（包括您本人）都不能支出。倘若有人冒用您的名义操作，您能及时收到通知并加以阻止。退款仍可入账。',
  },
  until: {
    en: 'It is free again: {when}.',
    ru: 'Снова свободны: {when}.',
    zh: '恢复时间：{when}。',
  },
  told: {
    en: 'We have told every address and phone of your account.',
    ru: 'Мы сообщили об этом на все адреса и телефоны вашего аккаунта.',
    zh: '我们已通知该账户的所有邮箱和手机。',
  },
  sign_in: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '返回钱包' },
})

export interface RecoveredProps {
  readonly title: string
  /** What has changed, and what does not work any more. */
  readonly text: string
  /** When money moves again, where the server said it. */
  readonly until?: string | null
  readonly to: 'sign_in' | 'home'
}

/** The end of every way back: what is new, and why money waits. */
export function Recovered({ title, text, until = null, to }: RecoveredProps) {
  const t = useWords(recoveredWords)
  const { moment } = useTime()
  return (
    <Page title={title}>
      <Callout kind="success" live>
        {text}
      </Callout>
      <Card title={t('rests')}>
        <p>{t('rests_why')}</p>
        {until !== null && (
          <p className="mt-3 font-strong">{t('until', { when: moment(until) })}</p>
        )}
        <p className="mt-3 text-small text-ink-soft">{t('told')}</p>
      </Card>
      <Link href={to === 'home' ? '/' : '/sign-in'} className={buttonClass({ wide: true })}>
        {t(to)}
      </Link>
    </Page>
  )
}
