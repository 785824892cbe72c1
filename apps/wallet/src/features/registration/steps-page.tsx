import {
  type Registration,
  REGISTRATION_STEPS,
  type RegistrationStep,
} from '@danbao/contracts/wallet'
import { Button, ErrorState, Page, Progress, SkeletonLines, useWords, words } from '@danbao/ui'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ComponentType, useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { ConsentStep } from './consent-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { PaymentPasswordStep } from './payment-password-step.tsx'
import { PhoneStep } from './phone-step.tsx'
import { ProfileStep } from './profile-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import type { StepProps } from './step.ts'

const stepWords = words({
  title: { en: 'Set up your wallet', ru: 'Настройте кошелёк', zh: '设置钱包' },
  profile: { en: 'About you', ru: 'О вас', zh: '个人信息' },
  phone: { en: 'Phone', ru: 'Телефон', zh: '手机号' },
  password: { en: 'Password', ru: 'Пароль', zh: '登录密码' },
  payment_password: { en: 'Payment password', ru: 'Платёжный пароль', zh: '支付密码' },
  questions: { en: 'Security questions', ru: 'Контрольные вопросы', zh: '安全问题' },
  consent: { en: 'Refunds', ru: 'Возвраты', zh: '退款' },
  back: { en: 'Back to the step before', ru: 'К предыдущему шагу', zh: '返回上一步' },
  leave: {
    en: 'Not {email}? Leave on this device',
    ru: 'Не {email}? Выйти на этом устройстве',
    zh: '不是 {email}？在此设备上退出',
  },
  later: {
    en: 'You can stop at any time. What you have finished is kept, and the link in a new mail brings you back.',
    ru: 'Можно прерваться в любой момент. Готовое сохранится, а ссылка из нового письма вернёт вас сюда.',
    zh: '您可以随时中断。已完成的内容会保留，通过新邮件中的链接即可回到这里。',
  },
})

const registrationQuery = queryOptions({
  queryKey: ['registration'],
  queryFn: ({ signal }) => api.call('getRegistration', { signal }),
})

const STEPS: Readonly<Record<RegistrationStep, ComponentType<StepProps>>> = {
  profile: ProfileStep,
  phone: PhoneStep,
  password: PasswordStep,
  payment_password: PaymentPasswordStep,
  questions: QuestionsStep,
  consent: ConsentStep,
}

/** The steps after the address was confirmed; it goes on where it stopped. */
export function StepsPage() {
  const t = useWords(stepWords)
  const { data, error, refetch } = useQuery(registrationQuery)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <Page title={t('title')}>
      {data === undefined ? <SkeletonLines lines={6} /> : <PresentStep registration={data} />}
    </Page>
  )
}

function PresentStep({ registration }: { readonly registration: Registration }) {
  const t = useWords(stepWords)
  const client = useQueryClient()
  const session = useSession()
  const [chosen, setChosen] = useState<RegistrationStep>()
  const step = chosen ?? registration.next ?? 'consent'
  const at = REGISTRATION_STEPS.indexOf(step)
  const before = REGISTRATION_STEPS[at - 1]
  const Body = STEPS[step]
  const done = (next: Registration): void => {
    if (next.state === 'complete') {
      void session.enter('/welcome')
      return
    }
    client.setQueryData(registrationQuery.queryKey, next)
    setChosen(chosen === undefined ? undefined : following(step, next))
  }
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [step])
  return (
    <>
      <Progress titles={REGISTRATION_STEPS.map((name) => t(name))} at={at} />
      <Body key={step} registration={registration} onDone={done} />
      {before !== undefined && (
        <Button kind="quiet" onClick={() => setChosen(before)}>
          {t('back')}
        </Button>
      )}
      <p className="text-small text-ink-soft">{t('later')}</p>
      <Button kind="quiet" onClick={() => void session.leave()}>
        {t('leave', { email: registration.email })}
      </Button>
    </>
  )
}

/** After a step that was done again: the one after it, or, past the last done, the open one. */
function following(step: RegistrationStep, { done }: Registration): RegistrationStep | undefined {
  const after = REGISTRATION_STEPS[REGISTRATION_STEPS.indexOf(step) + 1]
  return after !== undefined && done.includes(after) ? after : undefined
}
