import {
  Button,
  buttonClass,
  Callout,
  Card,
  Form,
  isRefusal,
  Link,
  Loaded,
  Page,
  PasswordInput,
  SkeletonCards,
  TextLink,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useNewPassword } from '../common/use-new-password.ts'

const pageWords = words({
  title: { en: 'Choose your password', ru: 'Задайте пароль', zh: '设置密码' },
  hello: { en: 'Welcome, {name}', ru: 'Здравствуйте, {name}', zh: '您好，{name}' },
  text: {
    en: 'You sign in to the console as {email}.',
    ru: 'Вы входите в консоль как {email}.',
    zh: '您将以 {email} 登录控制台。',
  },
  password: { en: 'New password', ru: 'Новый пароль', zh: '新密码' },
  submit: { en: 'Set the password', ru: 'Задать пароль', zh: '设置密码' },
  done: { en: 'The password is set', ru: 'Пароль задан', zh: '密码已设置' },
  done_text: {
    en: 'Sign in with it now. Other sessions of yours were ended.',
    ru: 'Теперь войдите с ним. Другие ваши сеансы завершены.',
    zh: '请用新密码登录。您的其他会话已结束。',
  },
  sign_in: { en: 'To the sign-in', ru: 'Ко входу', zh: '前往登录' },
  old: {
    en: 'This link does not work any more',
    ru: 'Ссылка больше не действует',
    zh: '链接已失效',
  },
  old_text: {
    en: 'It was used, or it is older than three days. An administrator can send you another.',
    ru: 'Её уже использовали, или прошло больше трёх дней. Администратор может отправить новую.',
    zh: '链接已被使用，或已超过三天。管理员可以重新发送。',
  },
  broken: {
    en: 'This address is not complete. Open the link in the mail once more.',
    ru: 'Адрес неполный. Откройте ссылку из письма ещё раз.',
    zh: '地址不完整，请重新打开邮件中的链接。',
  },
})

/** Where the link of an invitation leads. Its token stands behind the hash sign, for nobody's log. */
export function PasswordPage() {
  const t = useWords(pageWords)
  const hash = useLocation({ select: (location) => location.hash })
  const token = new URLSearchParams(hash).get('token') ?? ''
  const [done, setDone] = useState(false)
  if (done) return <PasswordSet />
  return (
    <Page title={t('title')}>
      {token === '' ? (
        <Callout kind="danger">{t('broken')}</Callout>
      ) : (
        <Invited token={token} onDone={() => setDone(true)} />
      )}
    </Page>
  )
}

interface InvitedProps {
  readonly token: string
  readonly onDone: () => void
}

function Invited({ token, onDone }: InvitedProps) {
  const t = useWords(pageWords)
  const invited = useQuery({
    queryKey: ['password-link', token],
    queryFn: ({ signal }) => api.call('lookAtStaffLink', { body: { token }, signal }),
    staleTime: Infinity,
    retry: false,
  })
  if (isRefusal(invited.error, 'link_invalid')) {
    return (
      <Callout
        kind="attention"
        title={t('old')}
        action={<TextLink href="/sign-in">{t('sign_in')}</TextLink>}
      >
        {t('old_text')}
      </Callout>
    )
  }
  return (
    <Loaded query={invited} skeleton={<SkeletonCards cards={1} />}>
      {({ name, email }) => (
        <Card title={t('hello', { name })}>
          <p className="mb-4 text-ink-soft">{t('text', { email })}</p>
          <PasswordForm token={token} onDone={onDone} />
        </Card>
      )}
    </Loaded>
  )
}

function PasswordForm({ token, onDone }: InvitedProps) {
  const t = useWords(pageWords)
  const { hint, check } = useNewPassword()
  const form = useForm({
    initial: { password: '' },
    secrets: ['password'],
    check: ({ password }) => ({ password: check(password) }),
    submit: ({ password }) => api.call('setStaffPassword', { body: { token, password } }),
    done: onDone,
    at: { password_weak: 'password' },
  })
  return (
    <Form form={form} label={t('title')}>
      <PasswordInput
        label={t('password')}
        hint={hint}
        autoComplete="new-password"
        {...form.text('password')}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}

function PasswordSet() {
  const t = useWords(pageWords)
  return (
    <Page title={t('done')} intro={t('done_text')}>
      <p>
        <Link href="/sign-in" className={buttonClass({ wide: true })}>
          {t('sign_in')}
        </Link>
      </p>
    </Page>
  )
}
