import type { SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  Form,
  Loaded,
  Page,
  PasswordInput,
  RefusalNote,
  TextInput,
  toast,
  useForm,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'
import { ResendButton } from '../links/resend-button.tsx'

const emailWords = words({
  title: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  present: {
    en: 'You sign in with {email}, and our mails go there.',
    ru: 'Вы входите с адресом {email}, туда же идут наши письма.',
    zh: '您用 {email} 登录，我们的邮件也发到此邮箱。',
  },
  waiting: {
    en: 'Waiting for {email}',
    ru: 'Ждём подтверждения {email}',
    zh: '等待确认 {email}',
  },
  waiting_text: {
    en: 'Open the link in the mail to this address until {until}. Until then nothing changes. No mail? Look into the spam folder.',
    ru: 'Откройте ссылку из письма на этот адрес: она действует до {until}. Пока всё остаётся как есть. Нет письма? Загляните в «Спам».',
    zh: '请在 {until} 之前打开发往该邮箱的链接。在此之前一切不变。没有收到？请查看垃圾邮件文件夹。',
  },
  resent: { en: 'A new mail is on its way.', ru: 'Новое письмо отправлено.', zh: '新邮件已发出。' },
  stop: { en: 'Keep the present address', ru: 'Оставить нынешний адрес', zh: '保留当前邮箱' },
  stopped: {
    en: 'The change was stopped. The link in the mail is good no more.',
    ru: 'Замена отменена. Ссылка из письма больше не действует.',
    zh: '更改已取消，邮件中的链接已失效。',
  },
  undo: {
    en: 'The last change can be undone',
    ru: 'Последнюю замену можно отменить',
    zh: '最近的更改可以撤销',
  },
  undo_text: {
    en: 'Your former address got a link for that. It works until {until}.',
    ru: 'Ссылка для этого пришла на прежний адрес. Она действует до {until}.',
    zh: '撤销链接已发送至原邮箱，{until} 之前有效。',
  },
  change: { en: 'Change the address', ru: 'Сменить адрес', zh: '更换邮箱' },
  new: { en: 'New e-mail address', ru: 'Новый адрес эл. почты', zh: '新邮箱' },
  how: {
    en: 'A link goes to the new address, a word to the old one. For 72 hours after the change the old address can take it back, so that nobody can steal your account this way.',
    ru: 'На новый адрес придёт ссылка, на прежний — предупреждение. Ещё 72 часа после замены её можно отменить с прежнего адреса: так аккаунт не украсть.',
    zh: '我们会向新邮箱发送链接，并通知原邮箱。更换后 72 小时内，可从原邮箱撤销，以防账户被盗。',
  },
  submit: { en: 'Send the link', ru: 'Отправить ссылку', zh: '发送链接' },
  same: {
    en: 'This is your address already.',
    ru: 'Это и есть ваш нынешний адрес.',
    zh: '这就是您当前的邮箱。',
  },
})

/** The address to sign in with, and the change of it that waits. */
export function EmailPage() {
  const t = useWords(emailWords)
  const settings = useSettings()
  return (
    <Page title={t('title')} back="/settings">
      <Loaded query={settings}>
        {({ email, email_change, email_undo_until }) => (
          <>
            <p>{t('present', { email })}</p>
            {email_change !== null && <Waiting change={email_change} />}
            {email_undo_until !== null && <Undo until={email_undo_until} />}
            <ChangeForm />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Undo({ until }: { readonly until: string }) {
  const t = useWords(emailWords)
  const { moment } = useTime()
  return <Callout title={t('undo')}>{t('undo_text', { until: moment(until) })}</Callout>
}

interface WaitingProps {
  readonly change: NonNullable<SettingsView['email_change']>
}

function Waiting({ change }: WaitingProps) {
  const t = useWords(emailWords)
  const take = useTakeSettings()
  const { moment } = useTime()
  const resend = useMutation({
    mutationFn: () => api.call('resendEmailChange'),
    onSuccess: (next) => {
      take(next)
      toast(t('resent'))
    },
  })
  const stop = useMutation({
    mutationFn: () => api.call('cancelEmailChange'),
    onSuccess: (next) => {
      take(next)
      toast(t('stopped'))
    },
  })
  return (
    <Callout
      kind="attention"
      title={t('waiting', { email: change.email })}
      action={
        <>
          <ResendButton
            from={change.resend_at}
            busy={resend.isPending}
            onPress={() => resend.mutate()}
          />
          <Button kind="quiet" busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <p>{t('waiting_text', { until: moment(change.expires_at) })}</p>
      <RefusalNote error={resend.error ?? stop.error} />
    </Callout>
  )
}

function ChangeForm() {
  const t = useWords(emailWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const form = useForm({
    initial: { email: '', password: '' },
    keep: 'settings.email',
    secrets: ['password'],
    check: ({ email, password }) => ({
      email: email.trim() === '' ? say('needed') : undefined,
      password: password === '' ? say('needed') : undefined,
    }),
    at: { password_wrong: 'password' },
    told: { email: { same_address: t('same') } },
    submit: (body) => api.call('requestEmailChange', { body }),
    done: (next) => {
      form.reset()
      take(next)
      window.scrollTo({ top: 0, behavior: 'smooth' })
    },
  })
  return (
    <Card title={t('change')}>
      <Form form={form} label={t('change')}>
        <p className="text-ink-soft">{t('how')}</p>
        <TextInput
          {...form.text('email')}
          label={t('new')}
          type="email"
          autoComplete="email"
          inputMode="email"
        />
        <PasswordInput
          {...form.text('password')}
          label={say('password')}
          hint={say('password_why')}
          autoComplete="current-password"
        />
        <Button type="submit" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
    </Card>
  )
}
