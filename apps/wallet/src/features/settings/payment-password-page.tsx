import {
  type ApiRefusal,
  Button,
  Callout,
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
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
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
  repeat: { en: 'Type it once more', ru: 'Введите ещё раз', zh: '请再次输入' },
  hint: {
    en: 'Not a birthday, not 123456.',
    ru: 'Не дата рождения и не 123456.',
    zh: '请勿使用生日或 123456。',
  },
  differ: {
    en: 'The two were not the same. Choose again.',
    ru: 'Пароли не совпали. Придумайте заново.',
    zh: '两次输入不一致，请重新设置。',
  },
  last: {
    en: 'Last, the password that you sign in with.',
    ru: 'И последнее: пароль, с которым вы входите.',
    zh: '最后，请输入登录密码。',
  },
  wrong: {
    en: 'The password or the present payment password is not right.',
    ru: 'Пароль или нынешний платёжный пароль не подошёл.',
    zh: '登录密码或当前支付密码不正确。',
  },
  nothing: { en: 'Nothing was changed', ru: 'Ничего не изменилось', zh: '未作更改' },
  again: {
    en: 'Type the six digits again',
    ru: 'Ввести шесть цифр заново',
    zh: '重新输入六位数字',
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

/** The old one, the new one twice, and the password: nothing is sent before all are there. */
export function PaymentPasswordPage() {
  const t = useWords(pinWords)
  const [old, setOld] = useState<string>()
  const [next, setNext] = useState<string>()
  const [refusal, setRefusal] = useState<ApiRefusal>()
  const begin = (): void => {
    setOld(undefined)
    setNext(undefined)
  }
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <RefusalNote error={refusal} />
      {old === undefined ? (
        <TypeOld onDone={setOld} />
      ) : next === undefined ? (
        <ChooseNew
          onDone={(pin) => {
            setRefusal(undefined)
            setNext(pin)
          }}
        />
      ) : (
        <ConfirmForm
          chosen={{ old, next }}
          onAgain={begin}
          onUnfit={(no) => {
            setRefusal(no)
            setNext(undefined)
          }}
        />
      )}
    </Page>
  )
}

function TypeOld({ onDone }: { readonly onDone: (pin: string) => void }) {
  const t = useWords(pinWords)
  const [typed, setTyped] = useState('')
  return (
    <>
      <PinPad
        key="old"
        label={t('old')}
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

function ChooseNew({ onDone }: { readonly onDone: (pin: string) => void }) {
  const t = useWords(pinWords)
  const [first, setFirst] = useState<string>()
  const [typed, setTyped] = useState('')
  const [differ, setDiffer] = useState(false)
  const complete = (pin: string): void => {
    setTyped('')
    if (first === pin) return onDone(pin)
    setDiffer(first !== undefined)
    setFirst(first === undefined ? pin : undefined)
  }
  return (
    <>
      {differ && (
        <Callout kind="attention" live>
          {t('differ')}
        </Callout>
      )}
      <PinPad
        key={first === undefined ? 'new' : 'repeat'}
        label={first === undefined ? t('new') : t('repeat')}
        hint={first === undefined ? t('hint') : undefined}
        value={typed}
        onValue={setTyped}
        onComplete={complete}
        autoFocus
      />
    </>
  )
}

interface ConfirmFormProps {
  readonly chosen: Chosen
  readonly onAgain: () => void
  /** The new digits are not good: others have to be chosen. */
  readonly onUnfit: (refusal: ApiRefusal) => void
}

function ConfirmForm({ chosen, onAgain, onUnfit }: ConfirmFormProps) {
  const t = useWords(pinWords)
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const go = useGo()
  const [wrong, setWrong] = useState(false)
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: password === '' ? say('needed') : undefined }),
    submit: ({ password }) => {
      setWrong(false)
      const { old: old_payment_password, next: new_payment_password } = chosen
      return api.call('changePaymentPassword', {
        body: { password, old_payment_password, new_payment_password },
      })
    },
    refused: (refusal) => {
      const unfit = isRefusal(refusal, 'payment_password_weak', 'password_used')
      if (unfit) onUnfit(refusal)
      const unknown = isRefusal(refusal, 'password_wrong')
      if (unknown) setWrong(true)
      return unfit || unknown
    },
    done: (settings) => {
      take(settings)
      toast(t('changed'))
      go('/settings')
    },
  })
  return (
    <Form form={form} label={t('title')}>
      {wrong && (
        <Callout kind="danger" title={t('nothing')} live>
          {t('wrong')}
        </Callout>
      )}
      <p>{t('last')}</p>
      <PasswordInput
        {...form.text('password')}
        label={say('password')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
      <Button kind="quiet" onClick={onAgain} wide>
        {t('again')}
      </Button>
    </Form>
  )
}
