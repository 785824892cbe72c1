import type { Registration } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  CodeInput,
  Form,
  TextInput,
  useForm,
  useNow,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import type { StepProps } from './step.ts'

const phoneWords = words({
  label: { en: 'Phone', ru: 'Телефон', zh: '手机号' },
  why: {
    en: 'We warn you by SMS when something happens to your account, and help you back in if you lose it.',
    ru: 'По SMS мы предупредим, если с кошельком что-то случится, и поможем вернуть доступ.',
    zh: '账户有异常时，我们会用短信提醒您，并帮助您找回账户。',
  },
  phone: { en: 'Mobile number', ru: 'Номер мобильного', zh: '手机号码' },
  phone_hint: {
    en: 'With + and the code of the country, or as you dial it at home.',
    ru: 'С «+» и кодом страны или так, как набираете дома.',
    zh: '可带“+”和国家代码，也可按本地拨号方式填写。',
  },
  send: { en: 'Send the code', ru: 'Отправить код', zh: '发送验证码' },
  sent: {
    en: 'We have sent a code to {phone}. It is good for five minutes.',
    ru: 'Мы отправили код на {phone}. Он действует пять минут.',
    zh: '验证码已发送至 {phone}，五分钟内有效。',
  },
  code: { en: 'Code from the SMS', ru: 'Код из SMS', zh: '短信验证码' },
  confirm: { en: 'Confirm', ru: 'Подтвердить', zh: '确认' },
  again: { en: 'Send another code', ru: 'Отправить другой код', zh: '重新发送验证码' },
  again_in: {
    en: 'Another code in {seconds, plural, one {# second} other {# seconds}}',
    ru: 'Другой код через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}',
    zh: '{seconds, plural, other {# 秒后可重新发送}}',
  },
  other: { en: 'Use another number', ru: 'Указать другой номер', zh: '使用其他号码' },
  confirmed: {
    en: '{phone} is confirmed. You can go on, or confirm another number.',
    ru: 'Номер {phone} подтверждён. Можно идти дальше или подтвердить другой.',
    zh: '{phone} 已确认。您可以继续，或确认其他号码。',
  },
  needed: { en: 'Type your number.', ru: 'Введите номер.', zh: '请输入手机号码。' },
  digits: { en: 'Six digits, please.', ru: 'Нужно шесть цифр.', zh: '请输入六位数字。' },
})

/** A number, and the code that went there. */
export function PhoneStep({ registration, onDone }: StepProps) {
  const [sent, setSent] = useState(registration)
  const [another, setAnother] = useState(false)
  const waiting = sent.phone_code
  return waiting === null || another ? (
    <NumberForm
      registration={sent}
      onSent={(next) => {
        setSent(next)
        setAnother(false)
      }}
    />
  ) : (
    <CodeForm waiting={waiting} onAnother={() => setAnother(true)} onDone={onDone} />
  )
}

interface NumberFormProps {
  readonly registration: Registration
  readonly onSent: (next: Registration) => void
}

function NumberForm({ registration, onSent }: NumberFormProps) {
  const t = useWords(phoneWords)
  const captcha = useCaptcha('phone_code')
  const form = useForm({
    initial: { phone: registration.phone_code?.phone ?? registration.phone ?? '' },
    keep: 'register.phone',
    check: ({ phone }) => ({ phone: phone.trim() === '' ? t('needed') : undefined }),
    at: { phone_invalid: 'phone', phone_in_use: 'phone' },
    submit: async ({ phone }) =>
      api.call('sendPhoneCode', { body: { phone, captcha: await captcha.take() } }),
    done: onSent,
  })
  return (
    <Form form={form} label={t('label')}>
      <p>{t('why')}</p>
      {registration.phone !== null && (
        <Callout kind="success">{t('confirmed', { phone: registration.phone })}</Callout>
      )}
      <TextInput
        {...form.text('phone')}
        label={t('phone')}
        hint={t('phone_hint')}
        type="tel"
        autoComplete="tel"
        inputMode="tel"
        dir="ltr"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('send')}
      </Button>
    </Form>
  )
}

interface CodeFormProps {
  readonly waiting: NonNullable<Registration['phone_code']>
  readonly onAnother: () => void
  readonly onDone: (next: Registration) => void
}

function CodeForm({ waiting, onAnother, onDone }: CodeFormProps) {
  const t = useWords(phoneWords)
  const now = useNow(1_000)
  const seconds = Math.max(0, Math.ceil((Date.parse(waiting.resend_at) - now) / 1_000))
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.length === 6 ? undefined : t('digits') }),
    at: { code_wrong: 'code', code_gone: 'code' },
    submit: ({ code }) => api.call('confirmPhone', { body: { code } }),
    done: onDone,
  })
  return (
    <Form form={form} label={t('label')}>
      <p>{t('sent', { phone: waiting.phone })}</p>
      <CodeInput {...form.text('code')} label={t('code')} autoFocus />
      <Button type="submit" busy={form.busy} wide>
        {t('confirm')}
      </Button>
      <Button kind="quiet" disabled={seconds > 0} onClick={onAnother} wide>
        {seconds > 0 ? t('again_in', { seconds }) : t('again')}
      </Button>
      <Button kind="quiet" onClick={onAnother} wide>
        {t('other')}
      </Button>
    </Form>
  )
}
