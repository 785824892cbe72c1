import {
  type ApiRefusal,
  Button,
  Form,
  isRefusal,
  Page,
  PasswordInput,
  PinPad,
  RefusalNote,
  TextLink,
  toast,
  useForm,
  useGo,
  useRefusalText,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ChoosePin, type PinStep } from '../pin/choose-pin.tsx'
import { fieldWords } from './field-words.ts'
import { useTakeSettings } from './queries.ts'

const pinWords = words({
  title: { en: 'Payment password', ru: 'Платёжный пароль', zh: '支付密码' },
  intro: {
    en: 'Six digits that you type whenever you pay. Nobody at Danbao will ever ask you for them.',
    ru: 'Шесть цифр, которые вы вводите при каждой оплате. Сотрудники Danbao никогда их не спросят.',
    zh: '每次付款时输入的六位数字。Danbao 员工绝不会向您索要。',
  },
  old: { en: 'Present payment password', ru: 'Нынешний платёжный пароль', zh: '当前支付密码' },
  new: { en: 'New payment password', ru: 'Новый платёжный пароль', zh: '新支付密码' },
  old_wrong: {
    en: 'The present payment password is not right; the rest you need not type again.',
    ru: 'Нынешний платёжный пароль не подошёл; остальное заново вводить не нужно.',
    zh: '当前支付密码不正确，其余内容无需重新输入。',
  },
  last: {
    en: 'Last, the password that you sign in with.',
    ru: 'И последнее: пароль, с которым вы входите.',
    zh: '最后，请输入登录密码。',
  },
  submit: { en: 'Change the payment password', ru: 'Сменить платёжный пароль', zh: '修改支付密码' },
  changed: {
    en: 'Your payment password is changed. All other devices are signed out.',
    ru: 'Платёжный пароль изменён. На всех других устройствах выполнен выход.',
    zh: '支付密码已修改，其他设备已退出登录。',
  },
  forgotten: {
    en: 'Present payment password forgotten?',
    ru: 'Забыли нынешний платёжный пароль?',
    zh: '忘记当前支付密码？',
  },
})

interface Chosen {
  readonly old: string
  readonly next: string
}

/**
 * The old one, the new one twice, and the password. When one of them is wrong, that one alone is
 * asked for again: what was typed right stays.
 */
export function PaymentPasswordPage() {
  const t = useWords(pinWords)
  const [old, setOld] = useState<string>()
  const [next, setNext] = useState<string>()
  const [step, setStep] = useState<PinStep>('choose')
  const [refusal, setRefusal] = useState<ApiRefusal>()
  const [password, setPassword] = useState('')
  const again = (refused: ApiRefusal): void => {
    setRefusal(refused)
    if (isRefusal(refused, 'password_wrong')) return setOld(undefined)
    setNext(undefined)
    setStep('choose')
  }
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      {old === undefined ? (
        <TypeOld
          refusal={refusal}
          onDone={(pin) => {
            setRefusal(undefined)
            setOld(pin)
          }}
        />
      ) : next === undefined ? (
        <>
          <RefusalNote error={refusal} />
          <ChoosePin
            step={step}
            replaces
            title={t('new')}
            onStep={setStep}
            busy={false}
            onBegin={() => setRefusal(undefined)}
            onPin={setNext}
          />
        </>
      ) : (
        <ConfirmForm
          chosen={{ old, next }}
          password={password}
          onPassword={setPassword}
          onAgain={again}
        />
      )}
    </Page>
  )
}

interface TypeOldProps {
  /** Why it is asked for once more. */
  readonly refusal: ApiRefusal | undefined
  readonly onDone: (pin: string) => void
}

function TypeOld({ refusal, onDone }: TypeOldProps) {
  const t = useWords(pinWords)
  const tell = useRefusalText()
  const [typed, setTyped] = useState('')
  return (
    <>
      <PinPad
        key="old"
        label={t('old')}
        error={refusal === undefined ? undefined : `${t('old_wrong')} ${tell(refusal)}`}
        value={typed}
        onValue={setTyped}
        onComplete={onDone}
        autoFocus
      />
      <p className="text-center">
        <TextLink href="/recover/payment-password">{t('forgotten')}</TextLink>
      </p>
    </>
  )
}

interface ConfirmFormProps {
  readonly chosen: Chosen
  /** What was typed before the old digits turned out to be wrong. */
  readonly password: string
  readonly onPassword: (password: string) => void
  /** The old digits are wrong, or the new ones are not good. */
  readonly onAgain: (refusal: ApiRefusal) => void
}

function ConfirmForm({ chosen, password: before, onPassword, onAgain }: ConfirmFormProps) {
  const t = useWords(pinWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const go = useGo()
  const form = useForm({
    initial: { password: before },
    check: ({ password }) => ({ password: password === '' ? say('needed') : undefined }),
    at: { password_wrong: 'password' },
    submit: ({ password }) => {
      const { old: old_payment_password, next: new_payment_password } = chosen
      return api.call('changePaymentPassword', {
        body: { password, old_payment_password, new_payment_password },
      })
    },
    refused: (refusal) => {
      const old = isRefusal(refusal, 'password_wrong') && refusal.member('field') !== 'password'
      const unfit = isRefusal(refusal, 'payment_password_weak', 'password_used')
      if (old || unfit) onAgain(refusal)
      return old || unfit
    },
    done: (settings) => {
      take(settings)
      toast(t('changed'))
      go('/settings')
    },
  })
  return (
    <Form form={form} label={t('title')}>
      <p>{t('last')}</p>
      <PasswordInput
        {...form.text('password')}
        onValue={(password) => {
          onPassword(password)
          form.set({ password })
        }}
        label={say('password')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
