import {
  Button,
  Callout,
  Card,
  Form,
  Page,
  RefusalNote,
  TextInput,
  TextLink,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import type { RegistrationRequest } from '@danbao/contracts/wallet'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ResendButton } from '../links/resend-button.tsx'
import { keepRequest, useRequest } from './request.ts'

const mailWords = words({
  title: {
    en: 'Open the link in your mail',
    ru: 'Откройте ссылку в письме',
    zh: '请打开邮件中的链接',
  },
  sent: {
    en: 'We have sent a mail to {email}. The link in it is good for 24 hours, once.',
    ru: 'Мы отправили письмо на {email}. Ссылка в нём действует 24 часа и срабатывает один раз.',
    zh: '我们已向 {email} 发送邮件。其中的链接 24 小时内有效，仅可使用一次。',
  },
  arrived: { en: 'It did not arrive?', ru: 'Письмо не пришло?', zh: '没有收到？' },
  wait: {
    en: 'Mails sometimes take a few minutes.',
    ru: 'Иногда письма идут несколько минут.',
    zh: '邮件有时需要几分钟才能送达。',
  },
  spam: {
    en: 'Look into the spam folder, and mark the mail as “not spam”, so that later ones arrive.',
    ru: 'Загляните в папку «Спам» и отметьте письмо как «не спам», чтобы следующие дошли.',
    zh: '请查看垃圾邮件文件夹，并将邮件标记为“非垃圾邮件”，以便之后能正常收到。',
  },
  typo: {
    en: 'Check the address above for a typo.',
    ru: 'Проверьте, нет ли в адресе выше опечатки.',
    zh: '请检查上面的邮箱地址是否有误。',
  },
  resent: { en: 'A new mail is on its way.', ru: 'Новое письмо отправлено.', zh: '新邮件已发出。' },
  change: { en: 'Correct the address', ru: 'Исправить адрес', zh: '更正邮箱地址' },
  email: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  save: { en: 'Send it there', ru: 'Отправить туда', zh: '发送到此邮箱' },
  cancel: { en: 'Leave it', ru: 'Оставить как есть', zh: '不更改' },
  none: {
    en: 'Nothing waits for a mail in this browser.',
    ru: 'В этом браузере ничего не ждёт письма.',
    zh: '此浏览器中没有等待确认的注册。',
  },
  begin: { en: 'Begin to register', ru: 'Начать регистрацию', zh: '开始注册' },
})

/** The mail is on its way: what to do, and what when it does not come. */
export function MailPage() {
  const t = useWords(mailWords)
  const request = useRequest()
  const [changing, setChanging] = useState(false)
  if (request === undefined) {
    return (
      <Page title={t('title')}>
        <Callout action={<TextLink href="/register">{t('begin')}</TextLink>}>{t('none')}</Callout>
      </Page>
    )
  }
  return (
    <Page title={t('title')} intro={t('sent', { email: request.email })}>
      {changing ? (
        <ChangeAddress request={request} onDone={() => setChanging(false)} />
      ) : (
        <Card title={t('arrived')}>
          <ul className="mb-4 flex list-disc flex-col gap-1.5 ps-5">
            <li>{t('wait')}</li>
            <li>{t('spam')}</li>
            <li>{t('typo')}</li>
          </ul>
          <div className="flex flex-col gap-2">
            <Resend request={request} />
            <Button kind="quiet" onClick={() => setChanging(true)} wide>
              {t('change')}
            </Button>
          </div>
        </Card>
      )}
    </Page>
  )
}

function Resend({ request }: { readonly request: RegistrationRequest }) {
  const t = useWords(mailWords)
  const client = useQueryClient()
  const resend = useMutation({
    mutationFn: () => api.call('resendConfirmation', { body: { request: request.request } }),
    onSuccess: (next) => {
      keepRequest(client, next)
      toast(t('resent'))
    },
  })
  return (
    <>
      {resend.error !== null && <RefusalNote error={resend.error} />}
      <ResendButton
        from={request.resend_at}
        busy={resend.isPending}
        onPress={() => resend.mutate()}
        wide
      />
    </>
  )
}

interface ChangeAddressProps {
  readonly request: RegistrationRequest
  readonly onDone: () => void
}

function ChangeAddress({ request, onDone }: ChangeAddressProps) {
  const t = useWords(mailWords)
  const client = useQueryClient()
  const form = useForm({
    initial: { email: request.email },
    submit: ({ email }) =>
      api.call('changeRegistrationAddress', { body: { request: request.request, email } }),
    done: (next) => {
      keepRequest(client, next)
      onDone()
    },
  })
  return (
    <Card title={t('change')}>
      <Form form={form} label={t('change')}>
        <TextInput
          {...form.text('email')}
          label={t('email')}
          type="email"
          autoComplete="email"
          inputMode="email"
          autoFocus
        />
        <div className="flex flex-col gap-2">
          <Button type="submit" busy={form.busy} wide>
            {t('save')}
          </Button>
          <Button kind="quiet" onClick={onDone} wide>
            {t('cancel')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
