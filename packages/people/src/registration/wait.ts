import type { Refusal } from '@danbao/contracts'
import { formatInstant, type Instant, seconds } from '@danbao/kernel'

/** Between two mails, or two SMS. */
export const RESEND_AFTER = seconds(60)

/** Too early; says when. */
export function waitUntil(at: Instant | undefined, now: Instant): Refusal {
  const left = at === undefined ? 0 : Math.ceil((at - now) / 1000)
  return {
    code: 'try_later',
    detail: `Wait ${left} seconds, then try again.`,
    members: {
      retry_at: at === undefined ? null : formatInstant(at),
      seconds_left: String(left),
    },
  }
}
