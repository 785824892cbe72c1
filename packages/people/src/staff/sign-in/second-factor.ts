import type { Refusal } from '@danbao/contracts'
import type { ConsolePart } from '../../base/handling.ts'
import { accept, formatInstant } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordAudit } from '../../base/history.ts'
import {
  beginTotpFor,
  confirmTotpFor,
  type SecondFactorTry,
  trySecondFactor,
} from '../../two-factor/index.ts'
import { refuseWith } from '../refusals.ts'
import { openFullSession, readHalfWay } from './half-session.ts'

/** The second step: it is not left out, and who has no authenticator yet sets one up first. */
export function createSecondFactor(
  deps: PeopleDeps,
): ConsolePart<'beginStaffTotp' | 'confirmStaffTotp' | 'giveStaffCode'> {
  return {
    async beginStaffTotp(who) {
      const half = await readHalfWay(deps, who)
      if (!half.ok) return half
      const { id, email } = half.value.member
      const begun = await beginTotpFor(deps, { staffId: id }, email)
      return begun.ok ? accept({ body: begun.value }) : enrolledAlready()
    },
    async confirmStaffTotp(who, { body: { code } }) {
      const half = await readHalfWay(deps, who)
      if (!half.ok) return half
      const { member, sessionId } = half.value
      let session = ''
      const codes = await confirmTotpFor(
        deps,
        { staffId: member.id },
        code,
        async (client, now) => {
          const entry = { staffId: member.id, visit: who, now }
          await recordAudit(client, { ...entry, action: 'staff.second_factor_set' })
          session = await openFullSession(client, { ...entry, halfSessionId: sessionId })
        },
      )
      if (codes.ok) return accept({ body: { recovery_codes: [...codes.value] }, session })
      return codes.refusal === 'nothing_begun' ? nothingBegun() : refuseTry(codes.refusal)
    },
    async giveStaffCode(who, { body: { code } }) {
      const half = await readHalfWay(deps, who)
      if (!half.ok) return half
      const { member, sessionId } = half.value
      const tried = await trySecondFactor(deps, { staffId: member.id }, code)
      if (tried.verdict !== 'right') return refuseTry(tried)
      const now = await deps.now()
      const opening = { staffId: member.id, halfSessionId: sessionId, visit: who, now }
      const session = await inTransaction(deps.pool, (client) => openFullSession(client, opening))
      return accept({ body: {}, session })
    },
  }
}

function enrolledAlready(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('wrong_state', 'There is a second factor already: give its code.')
}

function nothingBegun(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('wrong_state', 'Nothing waits to be confirmed: begin again.')
}

/** What is answered to a code that opens nothing. */
export function refuseTry(tried: Exclude<SecondFactorTry, { verdict: 'right' }>): {
  readonly ok: false
  readonly refusal: Refusal
} {
  if (tried.verdict === 'wrong') {
    const members = { tries_left: String(tried.triesLeft) }
    return refuseWith('code_wrong', 'The code is wrong.', members)
  }
  const { lockedUntil } = tried
  const members = { locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil) }
  return refuseWith('try_later', 'There were too many tries. Wait a moment.', members)
}
