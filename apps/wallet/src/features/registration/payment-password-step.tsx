import { Callout, PinPad, RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import type { StepProps } from './step.ts'

const pinWords = words({
  why: {
    en: 'Six digits that you type whenever you pay. Nobody at Danbao will ever ask you for them.',
    ru: 'Шесть цифр, которые вы вводите при каждой оплате. Сотрудники Danbao никогда их не спросят.',
    zh: '每次付款时输入的六位数字。Danbao 员工绝不会向您索要。',
  },
  choose: {
    en: 'Choose a payment password',
    ru: 'Придумайте платёжный пароль',
    zh: '设置支付密码',
  },
  repeat: { en: 'Type it once more', ru: 'Введите ещё раз', zh: '请再次输入' },
  differ: {
    en: 'The two were not the same. Choose again.',
    ru: 'Пароли не совпали. Придумайте заново.',
    zh: '两次输入不一致，请重新设置。',
  },
  hint: {
    en: 'Not a birthday, not 123456.',
    ru: 'Не дата рождения и не 123456.',
    zh: '请勿使用生日或 123456。',
  },
})

/** Chosen and repeated; nothing is sent before both are the same. */
export function PaymentPasswordStep({ onDone }: StepProps) {
  const t = useWords(pinWords)
  const [first, setFirst] = useState<string>()
  const [typed, setTyped] = useState('')
  const [differ, setDiffer] = useState(false)
  const begin = (): void => {
    setFirst(undefined)
    setTyped('')
  }
  const save = useMutation({
    mutationFn: (pin: string) =>
      api.call('setPaymentPassword', { body: { payment_password: pin } }),
    onSuccess: onDone,
    onError: begin,
  })
  const complete = (pin: string): void => {
    setDiffer(false)
    setTyped('')
    if (first === undefined) {
      save.reset()
      setFirst(pin)
    } else if (first === pin) save.mutate(pin)
    else {
      begin()
      setDiffer(true)
    }
  }
  return (
    <>
      <p>{t('why')}</p>
      {save.error !== null && <RefusalNote error={save.error} />}
      {differ && (
        <Callout kind="attention" live>
          {t('differ')}
        </Callout>
      )}
      <PinPad
        key={first === undefined ? 'choose' : 'repeat'}
        label={first === undefined ? t('choose') : t('repeat')}
        hint={first === undefined ? t('hint') : undefined}
        value={typed}
        onValue={setTyped}
        onComplete={complete}
        disabled={save.isPending}
        autoFocus
      />
    </>
  )
}
