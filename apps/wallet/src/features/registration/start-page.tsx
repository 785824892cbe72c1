import {
  Button,
  Form,
  Page,
  TextInput,
  TextLink,
  useForm,
  useGo,
  useLanguage,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { keepRequest } from './request.ts'

const startWords = words({
  title: { en: 'Create your wallet', ru: 'Создайте кошелёк', zh: '创建钱包' },
  intro: {
    en: 'Danbao keeps your money safe until the goods have arrived. It takes about five minutes; have your identity document and your phone at hand.',
    ru: 'Danbao бережёт ваши деньги, пока товар не придёт. Это займёт около пяти минут; держите под рукой документ и телефон.',
    zh: '在商品送达之前，Danbao 会妥善保管您的资金。注册约需五分钟，请准备好证件和手机。',
  },
  email: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  email_hint: {
    en: 'We send a link there to make sure it is yours.',
    ru: 'Мы отправим туда ссылку, чтобы убедиться, что адрес ваш.',
    zh: '我们会向该邮箱发送链接，以确认是您本人使用。',
  },
  submit: { en: 'Send the link', ru: 'Отправить ссылку', zh: '发送链接' },
  known: { en: 'You have a wallet already?', ru: 'Уже есть кошелёк?', zh: '已有钱包？' },
  sign_in: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  robots: {
    en: 'Your browser solves a small task so that robots stay out. You need not do anything.',
    ru: 'Ваш браузер решает небольшую задачу, чтобы отсеять роботов. От вас ничего не требуется.',
    zh: '您的浏览器会自动完成一项小任务以阻挡机器人，您无需任何操作。',
  },
  needed: { en: 'Type your address.', ru: 'Введите адрес.', zh: '请输入邮箱地址。' },
})

/** The first step: an address. */
export function StartPage() {
  const t = useWords(startWords)
  const go = useGo()
  const language = useLanguage()
  const captcha = useCaptcha('register')
  const client = useQueryClient()
  const form = useForm({
    initial: { email: '' },
    keep: 'register',
    check: ({ email }) => ({ email: email.includes('@') ? undefined : t('needed') }),
    submit: async ({ email }) =>
      api.call('startRegistration', {
        body: { email, language, captcha: await captcha.take() },
      }),
    done: (request) => {
      keepRequest(client, request)
      go('/register/mail')
    },
  })
  return (
    <Page title={t('title')} intro={t('intro')}>
      <Form form={form} label={t('title')}>
        <TextInput
          {...form.text('email')}
          label={t('email')}
          hint={t('email_hint')}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <p className="text-small text-ink-soft">{t('robots')}</p>
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
      <p>
        {t('known')} <TextLink href="/sign-in">{t('sign_in')}</TextLink>
      </p>
    </Page>
  )
}
