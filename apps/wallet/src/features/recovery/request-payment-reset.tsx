import { Button, Form, Page, PasswordInput, serverNow, useForm, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { usePerson } from '../../session.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { MailOnItsWay } from './mail-on-its-way.tsx'

const requestWords = words({
  title: { en: 'New payment password', ru: 'Новый платёжный пароль', zh: '重设支付密码' },
  intro: {
    en: 'Your login password first. Then a mail goes to {email}, and its page asks one of your security questions.',
    ru: 'Сначала пароль для входа. Потом придёт письмо на {email}, а страница из него задаст один из ваших вопросов.',
    zh: '请先输入登录密码。我们会向 {email} 发送邮件，打开后回答一个安全问题即可。',
  },
  password: { en: 'Login password', ru: 'Пароль для входа', zh: '登录密码' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  submit: { en: 'Send the mail', ru: 'Отправить письмо', zh: '发送邮件' },
  sent: {
    en: 'A mail is on its way to {email}. Its link is good for one hour, in this wallet only.',
    ru: 'Письмо отправлено на {email}. Ссылка действует один час и только в этом кошельке.',
    zh: '邮件已发送至 {email}。链接一小时内有效，仅限此钱包使用。',
  },
})

/** The login password, then a mail. */
export function RequestPaymentReset() {
  const t = useWords(requestWords)
  const { email } = usePerson()
  const captcha = useCaptcha('reset_payment_password')
  const [sentAt, setSentAt] = useState<number>()
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? t('needed') : undefined }),
    at: { password_wrong: 'password' },
    submit: async ({ password }) =>
      api.call('requestPaymentPasswordReset', {
        body: { password, captcha: await captcha.take() },
      }),
    done: () => setSentAt(serverNow()),
  })
  if (sentAt !== undefined) {
    return <MailOnItsWay text={t('sent', { email })} resend={{ sentAt, form }} back="/" />
  }
  return (
    <Page title={t('title')} intro={t('intro', { email })} back="/settings">
      <Form form={form} label={t('title')}>
        <PasswordInput
          {...form.text('password')}
          label={t('password')}
          autoComplete="current-password"
        />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
    </Page>
  )
}
