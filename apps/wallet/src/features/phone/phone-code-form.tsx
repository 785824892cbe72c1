import { Button, CodeInput, Form, useForm, useSecondsUntil, useWords, words } from '@danbao/ui'
import type { ReactNode } from 'react'
import { PhoneNumber } from './phone-number.tsx'

const codeWords = words({
  sent: {
    en: 'We have sent a code to {phone}. It is good for five minutes.',
    ru: 'Мы отправили код на {phone}. Он действует пять минут.',
    zh: '验证码已发送至 {phone}，五分钟内有效。',
  },
  code: { en: 'Code from the SMS', ru: 'Код из SMS', zh: '短信验证码' },
  confirm: { en: 'Confirm', ru: 'Подтвердить', zh: '确认' },
  again: { en: 'Another code or number', ru: 'Другой код или номер', zh: '重新发送或更换号码' },
  again_in: {
    en: 'Another code in {seconds, plural, one {# second} other {# seconds}}',
    ru: 'Другой код через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}',
    zh: '{seconds, plural, other {# 秒后可重新发送}}',
  },
  digits: { en: 'Six digits, please.', ru: 'Нужно шесть цифр.', zh: '请输入六位数字。' },
})

export interface PhoneCodeFormProps<A> {
  readonly label: string
  /** Where the code went, and when another may be asked for. */
  readonly waiting: { readonly phone: string; readonly resend_at: string }
  readonly submit: (code: string) => Promise<A>
  readonly onDone: (answer: A) => void
  /** Back to the number: for another code, or because it was mistyped. */
  readonly onAnother: () => void
  /** Below the buttons. */
  readonly children?: ReactNode
}

/** Takes the code that went to a phone. */
export function PhoneCodeForm<A>(props: PhoneCodeFormProps<A>) {
  const { label, waiting, submit, onDone, onAnother, children } = props
  const t = useWords(codeWords)
  const seconds = useSecondsUntil(waiting.resend_at)
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length === 6 ? undefined : t('digits') }),
    at: { code_wrong: 'code', code_gone: 'code' },
    submit: ({ code }) => submit(code),
    done: onDone,
  })
  return (
    <Form form={form} label={label}>
      <p>{t.rich('sent', { phone: <PhoneNumber of={waiting.phone} /> })}</p>
      <CodeInput {...form.text('code')} label={t('code')} autoFocus />
      <Button type="submit" busy={form.busy} wide>
        {t('confirm')}
      </Button>
      <Button kind="quiet" disabled={seconds > 0} onClick={onAnother} wide>
        {seconds > 0 ? t('again_in', { seconds }) : t('again')}
      </Button>
      {children}
    </Form>
  )
}
