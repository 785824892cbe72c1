import { useMemo } from 'react'
import { useLocale } from '../words/language.ts'
import { useNow } from './now.ts'
import {
  formatDate,
  formatDay,
  formatDeadline,
  formatMoment,
  formatRemaining,
  formatTime,
} from './time.ts'

/** Times as text, for sentences. Each takes what the API writes (RFC 3339). */
export interface TellTime {
  /** 'in 3 days'; further than a week away the date with its zone. */
  readonly time: (at: string) => string
  /** 'Mar 4, 2027, 6:00 PM GMT+1'. */
  readonly moment: (at: string) => string
  /** 'Friday, 18:00'. */
  readonly deadline: (at: string) => string
  readonly date: (at: string) => string
  /** A calendar day without a zone: '1990-02-28'. */
  readonly day: (day: string) => string
  /** 'Two largest units' until then: '2 days, 4 hours'. */
  readonly remaining: (until: string) => string
}

export function useTime(everyMs?: number): TellTime {
  const locale = useLocale()
  const now = useNow(everyMs)
  return useMemo(() => {
    const view = { locale, now }
    return {
      time: (at) => formatTime(Date.parse(at), view),
      moment: (at) => formatMoment(Date.parse(at), view),
      deadline: (at) => formatDeadline(Date.parse(at), view),
      date: (at) => formatDate(Date.parse(at), view),
      day: (day) => formatDay(day, locale),
      remaining: (until) => formatRemaining(Date.parse(until) - now, locale),
    }
  }, [locale, now])
}

/** A moment near now as distance, with the exact time on hover and for machines. */
export function Time({ at, className }: { readonly at: string; readonly className?: string }) {
  const { time, moment } = useTime()
  return (
    <time dateTime={at} title={moment(at)} className={className}>
      {time(at)}
    </time>
  )
}

export interface CountdownProps {
  readonly until: string
  /** Shown when nothing is left. */
  readonly over: string
  readonly className?: string
}

/** What is left until then, ticking. Screen readers are told once, not every second. */
export function Countdown({ until, over, className }: CountdownProps) {
  const { remaining, moment } = useTime(1000)
  const isOver = Date.parse(until) <= useNow(1000)
  return (
    <time dateTime={until} title={moment(until)} className={className} role="timer" aria-live="off">
      <span className="tabular-nums">{isOver ? over : remaining(until)}</span>
    </time>
  )
}
