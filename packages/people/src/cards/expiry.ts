import { days, type Instant, instant } from '@danbao/kernel'

/** A card may be used through the last day of its month. */
export interface Expiry {
  /** 1 to 12. */
  readonly month: number
  readonly year: number
}

/** How long before the end a person is told. */
const SOON = days(30)

/** When the card holds no more, by UTC. */
export function lapseOf({ month, year }: Expiry): Instant {
  return instant(Date.UTC(year, month, 1))
}

export type CardStanding = 'good' | 'expiring' | 'expired'

export function standingOf(expiry: Expiry, now: Instant): CardStanding {
  const lapse = lapseOf(expiry)
  if (now >= lapse) return 'expired'
  return now >= lapse - SOON ? 'expiring' : 'good'
}

/** When something is to be said next; null: all is said. */
export function nextWord(expiry: Expiry, now: Instant): Instant | null {
  const lapse = lapseOf(expiry)
  const soon = instant(lapse - SOON)
  if (now < soon) return soon
  return now < lapse ? lapse : null
}
