import { Callout, PinPad, useWords, words } from '@danbao/ui'
import { useState } from 'react'

export const pinWords = words({
  choose: {
    en: 'Choose a payment password',
    ru: 'Придумайте платёжный пароль',
    zh: '设置支付密码',
  },
  repeat: { en: 'Type it once more', ru: 'Введите ещё раз', zh: '请再次输入' },
  hint: {
    en: 'Not a birthday, not 123456, not the old one.',
    ru: 'Не дата рождения, не 123456 и не прежний.',
    zh: '请勿使用生日、123456 或旧密码。',
  },
  differ: {
    en: 'The two were not the same. Choose again.',
    ru: 'Пароли не совпали. Придумайте заново.',
    zh: '两次输入不一致，请重新设置。',
  },
})

export type PinStep = 'choose' | 'repeat'

export interface ChoosePinProps {
  readonly step: PinStep
  readonly onStep: (step: PinStep) => void
  readonly busy: boolean
  /** New digits are typed: what was refused before is past. */
  readonly onBegin: () => void
  readonly onPin: (pin: string) => void
}

/** Six digits, chosen and repeated; they are given on when both are the same. */
export function ChoosePin({ step, onStep, busy, onBegin, onPin }: ChoosePinProps) {
  const t = useWords(pinWords)
  const [first, setFirst] = useState('')
  const [typed, setTyped] = useState('')
  const [differ, setDiffer] = useState(false)
  const complete = (pin: string): void => {
    setTyped('')
    setDiffer(step === 'repeat' && pin !== first)
    if (step === 'choose') {
      onBegin()
      setFirst(pin)
      onStep('repeat')
    } else if (pin === first) onPin(pin)
    else onStep('choose')
  }
  return (
    <>
      {differ && (
        <Callout kind="attention" live>
          {t('differ')}
        </Callout>
      )}
      <PinPad
        key={step}
        label={t(step)}
        hint={step === 'choose' ? t('hint') : undefined}
        value={typed}
        onValue={setTyped}
        onComplete={complete}
        disabled={busy}
        autoFocus
      />
    </>
  )
}
