import type { WalletRoutes } from '@danbao/contracts/wallet'
import { refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { Handler } from '../base/handling.ts'
import { findSession } from '../base/sessions.ts'
import { trySecondFactor } from '../two-factor/index.ts'
import { tryLater } from '../base/throttle.ts'
import { completeSignIn, SESSION_REQUIRED } from './complete-sign-in.ts'

/** With a half session nothing goes but this; a right code opens a new one. */
export function createSecondFactorStep(
  deps: PeopleDeps,
): Handler<WalletRoutes['passSecondFactor']> {
  return async (visitor, { body: { code } }) => {
    const { sessionToken } = visitor
    const session =
      sessionToken === undefined
        ? undefined
        : await findSession(deps.pool, sessionToken, await deps.now())
    const personId = session?.kind === 'half' ? session.personId : null
    if (personId === null) return refuse(SESSION_REQUIRED)
    const tried = await trySecondFactor(deps, { personId }, code)
    if (tried.verdict === 'locked') return refuse(tryLater(tried.lockedUntil))
    if (tried.verdict === 'wrong') {
      const members = { tries_left: String(tried.triesLeft) }
      return refuse({ code: 'code_wrong', detail: 'The code is wrong.', members })
    }
    return completeSignIn(deps, { personId, visitor, how: 'second_factor' })
  }
}
