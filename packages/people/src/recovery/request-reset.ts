import { accept, formatInstant, hours, newUuid, refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { checkCaptcha } from '../captcha/index.ts'

const PER_VISITOR: ThrottleRule = { tries: 20, within: hours(1), lock: hours(1) }

/** Only writes down that somebody asked: all the same for an address that nobody has. */
export function createRequestResetHandlers(deps: PeopleDeps): WalletPart<'requestPasswordReset'> {
  return {
    async requestPasswordReset(who, { body: { email, captcha } }) {
      const robot = await checkCaptcha(deps, captcha, 'reset_password')
      if (robot !== undefined) return refuse(robot)
      const now = await deps.now()
      const key = `reset_from:${who.ip}`
      const taken = await takeTry(deps.pool, key, { rule: PER_VISITOR, now })
      if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
      await deps.pool.query(
        `INSERT INTO people.reset_request (id, email, ip, user_agent, requested_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [newUuid(), email, who.ip, who.userAgent.slice(0, 400), formatInstant(now)],
      )
      return accept({ body: { object: 'accepted' } })
    },
  }
}
