import type { Closer } from '@danbao/contracts'
import { Countdown, Time, useTime } from '../formats/time-text.tsx'
import { type Step, Steps } from '../parts/steps.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { stationWords } from './station-words.ts'
import {
  type TimelineDispute,
  type TimelinePayment,
  type TimelineStep,
  timelineOf,
} from './timeline.ts'
import { useWaiting } from './use-waiting.ts'

const timelineWords = words({
  left: { en: 'Left:', ru: 'Осталось:', zh: '剩余时间：' },
  over: { en: 'any moment now', ru: 'вот-вот', zh: '即将到期' },
  latest: { en: 'At the latest: {when}', ru: 'Не позже: {when}', zh: '最迟：{when}' },
})

const closerWords = words({
  you: { en: 'Done by you', ru: 'Это сделали вы', zh: '由您操作' },
  buyer: { en: 'Done by the buyer', ru: 'Это сделал покупатель', zh: '由买家操作' },
  seller: { en: 'Done by the seller', ru: 'Это сделал продавец', zh: '由卖家操作' },
  marketplace: { en: 'Done by the shop', ru: 'Это сделал магазин', zh: '由商城操作' },
  operator: { en: 'Done by our staff', ru: 'Это сделали наши сотрудники', zh: '由工作人员操作' },
  deadline: { en: 'By itself: time ran out', ru: 'Само: истёк срок', zh: '超时自动处理' },
  dispute: { en: 'As the dispute ended', ru: 'По итогу спора', zh: '按争议结果处理' },
})

export interface EscrowTimelineProps {
  readonly payment: TimelinePayment
  /** Its open dispute or claim, or the last. */
  readonly dispute?: TimelineDispute | null
  /** Whose eyes it is told for. */
  readonly role: 'buyer' | 'seller' | 'staff'
}

/** Where the money was, is and will be; who has to do something, and how much time is left. */
export function EscrowTimeline({ payment, dispute = null, role }: EscrowTimelineProps) {
  const name = useWords(stationWords)
  const steps = timelineOf(payment, dispute).map((step): Step => {
    return {
      title: name(titleOf(step)),
      state: step.state,
      text: <Told step={step} role={role} />,
      aside: step.aside === true,
    }
  })
  return <Steps steps={steps} />
}

type Title = keyof typeof stationWords

/** Ends are only ever past. */
function titleOf({ station, state }: TimelineStep): Title {
  switch (station) {
    case 'split':
    case 'refunded':
    case 'cancelled':
    case 'expired':
      return `${station}_done`
    default:
      return `${station}_${state}`
  }
}

interface PastProps {
  readonly at: string
  readonly by: Closer | undefined
  readonly role: 'buyer' | 'seller' | 'staff'
}

function Past({ at, by, role }: PastProps) {
  const t = useWords(closerWords)
  return (
    <>
      <Time at={at} />
      {by !== undefined && <p>{t(by === role ? 'you' : by)}</p>}
    </>
  )
}

interface ToldProps {
  readonly step: TimelineStep
  readonly role: 'buyer' | 'seller' | 'staff'
}

function Told({ step, role }: ToldProps) {
  const t = useWords(timelineWords)
  const { deadline } = useTime()
  const waiting = useWaiting(step, role)
  const { state, at, by } = step
  if (state === 'done') return at === null ? null : <Past at={at} by={by} role={role} />
  if (state === 'later') return at === null ? null : t('latest', { when: deadline(at) })
  return (
    <>
      <p>{waiting}</p>
      {at !== null && (
        <p>
          {t('left')} <Countdown until={at} over={t('over')} className="font-strong" />
        </p>
      )}
    </>
  )
}
