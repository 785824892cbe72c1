import { Card, Page, RowLink, TextLink, useWords, words } from '@danbao/ui'
import { KeyRound, LockKeyhole, type LucideIcon, MailX, MessageCircleQuestion } from 'lucide-react'

const recoverWords = words({
  title: { en: 'What did you lose?', ru: 'Что вы потеряли?', zh: '您丢失了什么？' },
  intro: {
    en: 'Your money is safe meanwhile. After each of these ways payments are paused for 24 hours, so that nobody can take it who is not you.',
    ru: 'Деньги тем временем в сохранности. После любого из этих способов платежи приостановлены на 24 часа, чтобы их не увёл кто-то другой.',
    zh: '您的资金始终安全。通过以下任一方式找回后，支付暂停 24 小时，以防他人转走。',
  },
  password: { en: 'My password', ru: 'Пароль', zh: '登录密码' },
  password_text: {
    en: 'By a mail and your security questions, in a few minutes',
    ru: 'По письму и контрольным вопросам, за пару минут',
    zh: '通过邮件和安全问题，几分钟即可',
  },
  answers: { en: 'Password and answers', ru: 'Пароль и ответы', zh: '密码和安全问题答案' },
  answers_text: {
    en: 'By a picture of your passport; staff decide within 48 hours',
    ru: 'По снимку паспорта; сотрудники решают до 48 часов',
    zh: '提交护照图片，工作人员 48 小时内决定',
  },
  email: { en: 'My e-mail address', ru: 'Доступ к почте', zh: '邮箱' },
  email_text: {
    en: 'By what you know of the account; it takes up to five days',
    ru: 'По тому, что вы знаете об аккаунте; до пяти дней',
    zh: '凭您对账户的了解，最长五天',
  },
  payment_password: { en: 'My payment password', ru: 'Платёжный пароль', zh: '支付密码' },
  payment_password_text: {
    en: 'You sign in first, then a mail and one question',
    ru: 'Сначала войдите, затем письмо и один вопрос',
    zh: '先登录，再通过邮件和一个安全问题',
  },
  factor: {
    en: 'Phone with the codes lost? Sign in and type one of your recovery codes instead.',
    ru: 'Потеряли телефон с кодами? Войдите и введите вместо кода один из резервных.',
    zh: '丢失了接收验证码的手机？登录时可改用恢复代码。',
  },
  back: { en: 'Back to sign-in', ru: 'Вернуться ко входу', zh: '返回登录' },
})

const WAYS: readonly (readonly [
  what: 'password' | 'answers' | 'email' | 'payment_password',
  href: string,
  icon: LucideIcon,
])[] = [
  ['password', '/recover/password', LockKeyhole],
  ['answers', '/recover/password?lost=answers', MessageCircleQuestion],
  ['email', '/recover/email', MailX],
  ['payment_password', '/recover/payment-password', KeyRound],
]

/** The ways back in, by what was lost. */
export function RecoverPage() {
  const t = useWords(recoverWords)
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Card>
        <nav aria-label={t('title')} className="flex flex-col gap-1">
          {WAYS.map(([what, href, icon]) => (
            <RowLink key={what} href={href} icon={icon} title={t(what)} text={t(`${what}_text`)} />
          ))}
        </nav>
      </Card>
      <p className="text-small text-ink-soft">{t('factor')}</p>
      <p>
        <TextLink href="/sign-in">{t('back')}</TextLink>
      </p>
    </Page>
  )
}
