import {
  Button,
  Form,
  Page,
  safeNext,
  TextInput,
  TextLink,
  useForm,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { useGoOn } from './use-go-on.ts'

const factorWords = words({
  title: { en: 'One more code', ru: 'Ещё один код', zh: '再输入一个验证码' },
  intro: {
    en: 'Open your authenticator app and type the six digits for Danbao.',
    ru: 'Откройте приложение-аутентификатор и введите шесть цифр для Danbao.',
    zh: '请打开身份验证器应用，输入 Danbao 的六位数字。',
  },
  code: { en: 'Code', ru: 'Код', zh: '验证码' },
  hint: {
    en: 'Phone lost? One of your recovery codes works too.',
    ru: 'Нет телефона? Подойдёт и один из резервных кодов.',
    zh: '手机不在身边？也可使用一个恢复代码。',
  },
  submit: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  other: { en: 'Sign in as somebody else', ru: 'Войти под другим именем', zh: '使用其他账户登录' },
  needed: { en: 'Type the code.', ru: 'Введите код.', zh: '请输入验证码。' },
})

/** The second step of those who protect their account by an app. */
export function SecondFactorPage() {
  const t = useWords(factorWords)
  const next = safeNext(useSearchText('next'))
  const goOn = useGoOn(next)
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim() === '' ? t('needed') : undefined }),
    at: { code_wrong: 'code' },
    submit: (body) => api.call('passSecondFactor', { body }),
    done: goOn,
  })
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Form form={form} label={t('title')}>
        <TextInput
          {...form.text('code')}
          label={t('code')}
          hint={t('hint')}
          autoComplete="one-time-code"
          spellCheck={false}
          dir="ltr"
          autoFocus
        />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
      <p>
        <TextLink href="/sign-in">{t('other')}</TextLink>
      </p>
    </Page>
  )
}
