import {
  Button,
  Form,
  Page,
  serverNow,
  TextInput,
  TextLink,
  useForm,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { MailOnItsWay } from './mail-on-its-way.tsx'

const requestWords = words({
  title: { en: 'New password', ru: 'Новый пароль', zh: '重设密码' },
  intro: {
    en: 'We send a link to your address. With it and your security questions you set a new password.',
    ru: 'Мы пришлём ссылку на ваш адрес. По ней и по контрольным вопросам вы зададите новый пароль.',
    zh: '我们会向您的邮箱发送链接，通过链接并回答安全问题即可设置新密码。',
  },
  answers_title: {
    en: 'Without password and answers',
    ru: 'Без пароля и ответов',
    zh: '密码和答案都忘了',
  },
  answers_intro: {
    en: 'It begins with a mail as well. On the page that its link opens, choose “I do not remember the answers” and send a picture of your passport.',
    ru: 'И здесь всё начинается с письма. На странице по ссылке выберите «Не помню ответы» и отправьте снимок паспорта.',
    zh: '同样从邮件开始。打开邮件中的链接后，选择“我不记得答案”，并提交护照图片。',
  },
  email: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  submit: { en: 'Send the link', ru: 'Отправить ссылку', zh: '发送链接' },
  needed: { en: 'Type your address.', ru: 'Введите адрес.', zh: '请输入邮箱地址。' },
  sent: {
    en: 'If {email} has a wallet, a mail is on its way there. The link in it is good for one hour, once.',
    ru: 'Если у {email} есть кошелёк, письмо уже в пути. Ссылка в нём действует один час и срабатывает один раз.',
    zh: '如果 {email} 已开通钱包，邮件正在发送。其中的链接一小时内有效，仅可使用一次。',
  },
  lost: {
    en: 'Can you not read this mailbox any more?',
    ru: 'Больше нет доступа к этой почте?',
    zh: '无法再使用此邮箱？',
  },
  lost_link: {
    en: 'Recover with another one',
    ru: 'Восстановить через другую',
    zh: '用其他邮箱恢复账户',
  },
})

/** Asks for the mail; what is shown afterwards does not depend on whose the address is. */
export function RequestReset() {
  const t = useWords(requestWords)
  const forgot = useSearchText('lost') === 'answers'
  const captcha = useCaptcha('reset_password')
  const [sent, setSent] = useState<{ readonly to: string; readonly at: number }>()
  const form = useForm({
    initial: { email: '' },
    keep: 'recover',
    check: ({ email }) => ({ email: email.includes('@') ? undefined : t('needed') }),
    submit: async ({ email }) =>
      api.call('requestPasswordReset', { body: { email, captcha: await captcha.take() } }),
    done: (_, { email }) => setSent({ to: email.trim(), at: serverNow() }),
  })
  if (sent !== undefined) {
    return (
      <MailOnItsWay
        text={t('sent', { email: sent.to })}
        {...(forgot && { next: t('answers_intro') })}
        resend={{ sentAt: sent.at, form }}
        onAgain={() => setSent(undefined)}
        back="/recover"
      />
    )
  }
  return (
    <Page
      title={forgot ? t('answers_title') : t('title')}
      intro={forgot ? t('answers_intro') : t('intro')}
      back="/recover"
    >
      <Form form={form} label={t('title')}>
        <TextInput
          {...form.text('email')}
          label={t('email')}
          type="email"
          autoComplete="username"
          inputMode="email"
        />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
      <p>
        {t('lost')} <TextLink href="/recover/email">{t('lost_link')}</TextLink>
      </p>
    </Page>
  )
}
