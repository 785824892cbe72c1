import { isObviousPaymentPassword } from '@danbao/contracts/wallet'
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
    en: 'Not a birthday, not 123456.',
    ru: 'Не дата рождения и не 123456.',
    zh: '请勿使用生日或 123456。',
  },
  hint_new: {
    en: 'Not a birthday, not 123456, not the old one.',
    ru: 'Не дата рождения, не 123456 и не прежний.',
    zh: '请勿使用生日、123456 或旧密码。',
  },
  obvious: {
    en: 'Easy to guess: no rows, repeats or dates. Choose other digits.',
    ru: 'Легко угадать: без рядов, повторов и дат. Придумайте другие цифры.',
    zh: '太容易猜到：请勿使用连号、重复或日期，请换一组数字。',
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
  /** There is one already, and the new one has to be another. */
  readonly replaces?: boolean
  /** Of the choice, where it has another name. */
  readonly title?: string
  readonly onStep: (step: PinStep) => void
  readonly busy: boolean
  /** New digits are typed: what was refused before is past. */
  readonly onBegin: () => void
  readonly onPin: (pin: string) => void
}

/**
 * Six digits, chosen and repeated; they are given on when both are the same. Obvious ones are
 * refused before they are repeated.
 */
export function ChoosePin(props: ChoosePinProps) {
  const { step, replaces, title, onStep, busy, onBegin, onPin } = props
  const t = useWords(pinWords)
  const [first, setFirst] = useState('')
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<'differ' | 'obvious'>()
  const complete = (pin: string): void => {
    setTyped('')
    setWrong(undefined)
    if (step === 'choose') {
      onBegin()
      if (isObviousPaymentPassword(pin)) return setWrong('obvious')
      setFirst(pin)
      onStep('repeat')
    } else if (pin === first) onPin(pin)
    else {
      setWrong('differ')
      onStep('choose')
    }
  }
  return (
    <>
      {wrong !== undefined && (
        <Callout kind="attention" live>
          {t(wrong)}
        </Callout>
      )}
      <PinPad
        key={step}
        label={step === 'choose' ? (title ?? t('choose')) : t('repeat')}
        hint={step === 'choose' ? t(replaces === true ? 'hint_new' : 'hint') : undefined}
        value={typed}
        onValue={setTyped}
        onComplete={complete}
        disabled={busy}
        autoFocus
      />
    </>
  )
}
