import { days, formatInstant, hours, type Instant, instant } from '@danbao/kernel'
import type { Day } from './mrz/dates.ts'

/** A document holds for the whole of its last day, by UTC. */
const LAST_DAY = days(1)
/** Mails about it do not come at night in most places where Danbao is spoken. */
const MORNING = hours(9)
/** How many days before the end people are told. */
export const REMINDERS = [60, 30, 7] as const

export function dayOf(at: Instant): Day {
  return formatInstant(at).slice(0, 10)
}

/** When the document holds no more. */
export function lapseOf(expiresOn: Day): Instant {
  return instant(Date.parse(`${expiresOn}T00:00:00Z`) + LAST_DAY)
}

/** What is to be said or done next about an expiry, after an instant. */
export interface ExpiryStep {
  readonly at: Instant
  /** Days before the end; 0: it holds no more. */
  readonly daysLeft: number
}

function stepsOf(expiresOn: Day): readonly ExpiryStep[] {
  const lapse = lapseOf(expiresOn)
  const reminders = REMINDERS.map((left) => ({
    at: instant(lapse - LAST_DAY - days(left) + MORNING),
    daysLeft: left,
  }))
  return [...reminders, { at: lapse, daysLeft: 0 }]
}

export function stepAfter(expiresOn: Day, now: Instant): ExpiryStep | undefined {
  return stepsOf(expiresOn).find(({ at }) => at > now)
}

/** The newest one that is due: a server that stood still does not send three reminders at once. */
export function stepDue(expiresOn: Day, now: Instant): ExpiryStep | undefined {
  return stepsOf(expiresOn).findLast(({ at }) => at <= now)
}
