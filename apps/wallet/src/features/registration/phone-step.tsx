import type { Registration } from '@danbao/contracts/wallet'
import { Button, Callout, Form, TextInput, useForm, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { PhoneCodeForm } from '../phone/phone-code-form.tsx'
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
  other: { en: 'Use another number', ru: 'Указать другой номер', zh: '使用其他号码' },
  confirmed: {
    en: '{phone} is confirmed. You can go on, or confirm another number.',
    ru: 'Номер {phone} подтверждён. Можно идти дальше или подтвердить другой.',
    zh: '{phone} 已确认。您可以继续，或确认其他号码。',
  },
  needed: { en: 'Type your number.', ru: 'Введите номер.', zh: '请输入手机号码。' },
})

/** A number, and the code that went there. */
export function PhoneStep({ registration, onDone }: StepProps) {
  const t = useWords(phoneWords)
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
    <PhoneCodeForm
      label={t('label')}
      waiting={waiting}
      submit={(code) => api.call('confirmPhone', { body: { code } })}
      onDone={onDone}
      onAnother={() => setAnother(true)}
    >
      <Button kind="quiet" onClick={() => setAnother(true)} wide>
        {t('other')}
      </Button>
    </PhoneCodeForm>
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
