import {
  Button,
  Callout,
  Card,
  Form,
  Page,
  PasswordInput,
  TextInput,
  useForm,
  useGo,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { useNext } from './next.ts'
import { SandboxRoles } from './sandbox-roles.tsx'

const pageWords = words({
  title: { en: 'Staff sign-in', ru: 'Вход для сотрудников', zh: '员工登录' },
  intro: {
    en: 'With your password, then with the code of your authenticator app.',
    ru: 'Сначала пароль, потом код из приложения-аутентификатора.',
    zh: '先输入密码，再输入验证器应用中的代码。',
  },
  again: {
    en: 'The first step was too long ago. Please sign in once more.',
    ru: 'С первого шага прошло слишком много времени. Войдите ещё раз.',
    zh: '距第一步时间过长，请重新登录。',
  },
  email: { en: 'E-mail address', ru: 'Адрес почты', zh: '邮箱' },
  password: { en: 'Password', ru: 'Пароль', zh: '密码' },
  submit: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  forgotten: {
    en: 'Password forgotten? An administrator can send you a link for a new one.',
    ru: 'Забыли пароль? Администратор может отправить вам ссылку для нового.',
    zh: '忘记密码？管理员可以向您发送重设链接。',
  },
})

export function SignInPage() {
  const t = useWords(pageWords)
  const again = useSearchText('again') !== undefined
  return (
    <Page title={t('title')} intro={t('intro')}>
      {again && <Callout kind="attention">{t('again')}</Callout>}
      <Card>
        <SignInForm />
      </Card>
      <SandboxRoles />
    </Page>
  )
}

function SignInForm() {
  const t = useWords(pageWords)
  const go = useGo()
  const { step } = useNext()
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({
      email: email.trim() === '' ? t('needed') : undefined,
      password: password === '' ? t('needed') : undefined,
    }),
    submit: (body) => api.call('staffSignIn', { body }),
    done: ({ next }) => go(step(next === 'enrol' ? '/sign-in/enrol' : '/sign-in/code')),
  })
  return (
    <Form form={form} label={t('title')}>
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.text('email')}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        hint={t('forgotten')}
        {...form.text('password')}
      />
      <Button type="submit" wide busy={form.busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}
