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

interface ToldProps {
  readonly step: TimelineStep
  readonly role: 'buyer' | 'seller' | 'staff'
}

function Told({ step, role }: ToldProps) {
  const t = useWords(timelineWords)
  const { deadline } = useTime()
  const waiting = useWaiting(step, role)
  const { state, at } = step
  if (state === 'done') return at === null ? null : <Time at={at} />
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
