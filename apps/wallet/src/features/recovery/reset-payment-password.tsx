import { QUESTION_IDS } from '@danbao/contracts/wallet'
import {
  Button,
  isRefusal,
  Page,
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
import { ChoosePin, type PinStep, pinWords } from '../pin/choose-pin.tsx'
import { questionWords } from '../questions/question-words.ts'
import { Recovered } from './recovered.tsx'

const resetWords = words({
  title: { en: 'New payment password', ru: 'Новый платёжный пароль', zh: '重设支付密码' },
  question: { en: 'Your question', ru: 'Ваш вопрос', zh: '安全问题' },
  answer_hint: {
    en: 'Capital letters and spaces do not matter.',
    ru: 'Заглавные буквы и пробелы не важны.',
    zh: '不区分大小写和空格。',
  },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  next: { en: 'Next', ru: 'Дальше', zh: '下一步' },
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
type StepName = 'question' | PinStep

export interface ResetPaymentPasswordProps {
  readonly token: string
  readonly question: string
}

/** The answer, then the new digits twice; nothing is sent before all are there. */
export function ResetPaymentPassword({ token, question }: ResetPaymentPasswordProps) {
  const t = useWords(resetWords)
  const pin = useWords(pinWords)
  const session = useSession()
  const [step, setStep] = useState<StepName>('question')
  const [answer, setAnswer] = useState('')
  const save = useMutation({
    mutationFn: (digits: string) =>
      api.call('resetPaymentPassword', { body: { token, answer, payment_password: digits } }),
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
      <Progress
        titles={STEPS.map((name) => (name === 'question' ? t(name) : pin(name)))}
        at={STEPS.indexOf(step)}
      />
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
          replaces
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
