import type { SignInAnswer } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Page,
  PasswordInput,
  refusalOf,
  safeNext,
  TextInput,
  TextLink,
  useForm,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useRef } from 'react'
import { api } from '../../api.ts'
import { SandboxPeople } from '../sandbox/sandbox-people.tsx'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { MarketplaceButtons } from './marketplace-buttons.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { useGoOn } from './use-go-on.ts'

const signInWords = words({
  title: { en: 'Sign in', ru: 'Вход', zh: '登录' },
  email: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  password: { en: 'Password', ru: 'Пароль', zh: '密码' },
  submit: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  forgotten: {
    en: 'Password or mail lost?',
    ru: 'Забыли пароль или потеряли почту?',
    zh: '忘记密码或无法使用邮箱？',
  },
  or: { en: 'or', ru: 'или', zh: '或' },
  new: { en: 'New here?', ru: 'Впервые здесь?', zh: '还没有钱包？' },
  register: { en: 'Create a wallet', ru: 'Создать кошелёк', zh: '创建钱包' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
})

/** By password, passkey or marketplace. */
export function SignInPage() {
  const t = useWords(signInWords)
  const next = safeNext(useSearchText('next'))
  const goOn = useGoOn(next)
  return (
    <Page title={t('title')}>
      <PasswordForm onDone={goOn} />
      <p>
        <TextLink href="/recover">{t('forgotten')}</TextLink>
      </p>
      <p className="flex items-center gap-3 text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <div className="flex flex-col gap-2">
        <PasskeyButton onDone={goOn} />
        <MarketplaceButtons next={next} />
      </div>
      <p>
        {t('new')} <TextLink href="/register">{t('register')}</TextLink>
      </p>
      <SandboxPeople onDone={goOn} />
    </Page>
  )
}

export interface PasswordFormProps {
  readonly onDone: (answer: SignInAnswer) => void
  /** When it is known whose account it has to be. */
  readonly email?: string
}

/** Asks for the captcha once the server does. */
export function PasswordForm({ onDone, email = '' }: PasswordFormProps) {
  const t = useWords(signInWords)
  /** Whether the server wants the check against robots: it is made without asking the person. */
  const robots = useRef(false)
  const captcha = useCaptcha('sign_in')
  const form = useForm({
    initial: { email, password: '' },
    keep: 'sign-in',
    secrets: ['password'],
    check: (values) => ({
      email: values.email.trim() === '' ? t('needed') : undefined,
      password: values.password === '' ? t('needed') : undefined,
    }),
    async submit(body) {
      const send = async () => {
        const checked = robots.current ? { captcha: await captcha.take() } : {}
        return api.call('signIn', { body: { ...body, ...checked } })
      }
      try {
        return await send()
      } catch (error) {
        if (robots.current || refusalOf(error).member('captcha') !== 'required') throw error
        robots.current = true
        return send()
      }
    },
    done: onDone,
  })
  return (
    <Form form={form} label={t('title')}>
      <TextInput
        {...form.text('email')}
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <PasswordInput
        {...form.text('password')}
        label={t('password')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
