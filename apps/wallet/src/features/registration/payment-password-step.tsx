import { RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ChoosePin, type PinStep } from '../pin/choose-pin.tsx'
import type { StepProps } from './step.ts'

const pinWords = words({
  why: {
    en: 'Six digits that you type whenever you pay. Nobody at Danbao will ever ask you for them.',
    ru: 'Шесть цифр, которые вы вводите при каждой оплате. Сотрудники Danbao никогда их не спросят.',
    zh: '每次付款时输入的六位数字。Danbao 员工绝不会向您索要。',
  },
})

/** Chosen and repeated; nothing is sent before both are the same. */
export function PaymentPasswordStep({ onDone }: StepProps) {
  const t = useWords(pinWords)
  const [step, setStep] = useState<PinStep>('choose')
  const save = useMutation({
    mutationFn: (pin: string) =>
      api.call('setPaymentPassword', { body: { payment_password: pin } }),
    onSuccess: onDone,
    onError: () => setStep('choose'),
  })
  return (
    <>
      <p>{t('why')}</p>
      <RefusalNote error={save.error} />
      <ChoosePin
        step={step}
        onStep={setStep}
        busy={save.isPending}
        onBegin={save.reset}
        onPin={save.mutate}
      />
    </>
  )
}
