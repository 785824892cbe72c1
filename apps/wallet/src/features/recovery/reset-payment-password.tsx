import { QUESTION_IDS } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  isRefusal,
  Page,
  PinPad,
  Progress,
  RefusalNote,
  TextInput,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { questionWords } from '../questions/question-words.ts'
import { Recovered } from './recovered.tsx'

const resetWords = words({
  title: { en: 'New payment password', ru: 'Новый платёжный пароль', zh: '重设支付密码' },
  question: { en: 'Your question', ru: 'Ваш вопрос', zh: '安全问题' },
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
  answer_hint: {
    en: 'Capital letters and spaces do not matter.',
    ru: 'Заглавные буквы и пробелы не важны.',
    zh: '不区分大小写和空格。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  next: { en: 'Next', ru: 'Дальше', zh: '下一步' },
  differ: {
    en: 'The two were not the same. Choose again.',
    ru: 'Пароли не совпали. Придумайте заново.',
    zh: '两次输入不一致，请重新设置。',
  },
  done: {
    en: 'Your payment password is new',
    ru: 'Платёжный пароль сменён',
    zh: '支付密码已更新',
  },
  done_text: {
    en: 'From now on you pay with the new six digits. You stay signed in here.',
    ru: 'Теперь платите новыми шестью цифрами. Здесь вы остаётесь в системе.',
    zh: '今后请使用新的六位数字付款。您在此设备上保持登录。',
  },
})

const STEPS = ['question', 'choose', 'repeat'] as const
type StepName = (typeof STEPS)[number]

export interface ResetPaymentPasswordProps {
  readonly token: string
  readonly question: string
}

/** The answer, then the new digits twice; nothing is sent before all are there. */
export function ResetPaymentPassword({ token, question }: ResetPaymentPasswordProps) {
  const t = useWords(resetWords)
  const session = useSession()
  const [step, setStep] = useState<StepName>('question')
  const [answer, setAnswer] = useState('')
  const save = useMutation({
    mutationFn: (pin: string) =>
      api.call('resetPaymentPassword', { body: { token, answer, payment_password: pin } }),
    onSuccess: () => session.refresh(),
    onError: (error) =>
      setStep(isRefusal(error, 'payment_password_weak', 'password_used') ? 'choose' : 'question'),
  })
  if (save.data !== undefined) {
    const until = save.data.money_rests_until
    return <Recovered title={t('done')} text={t('done_text')} until={until} to="home" />
  }
  return (
    <Page title={t('title')}>
      <Progress titles={STEPS.map((name) => t(name))} at={STEPS.indexOf(step)} />
      <RefusalNote error={save.error} />
      {step === 'question' ? (
        <AskAnswer
          question={question}
          answer={answer}
          onAnswer={setAnswer}
          onNext={() => setStep('choose')}
        />
      ) : (
        <ChoosePin
          step={step}
          onStep={setStep}
          busy={save.isPending}
          onBegin={save.reset}
          onPin={save.mutate}
        />
      )}
    </Page>
  )
}

interface AskAnswerProps {
  readonly question: string
  readonly answer: string
  readonly onAnswer: (answer: string) => void
  readonly onNext: () => void
}

function AskAnswer({ question, answer, onAnswer, onNext }: AskAnswerProps) {
  const t = useWords(resetWords)
  const ask = useWords(questionWords)
  const [tried, setTried] = useState(false)
  const known = QUESTION_IDS.find((id) => id === question)
  const missing = answer.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!missing) onNext()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-5" noValidate>
      <TextInput
        label={known === undefined ? question : ask(known)}
        hint={t('answer_hint')}
        error={tried && missing ? t('needed') : undefined}
        value={answer}
        onValue={onAnswer}
        autoComplete="off"
      />
      <Button type="submit" wide>
        {t('next')}
      </Button>
    </form>
  )
}

interface ChoosePinProps {
  readonly step: 'choose' | 'repeat'
  readonly onStep: (step: StepName) => void
  readonly busy: boolean
  /** New digits are typed: what was refused before is past. */
  readonly onBegin: () => void
  readonly onPin: (pin: string) => void
}

function ChoosePin({ step, onStep, busy, onBegin, onPin }: ChoosePinProps) {
  const t = useWords(resetWords)
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
