import type { Refusal } from '@danbao/contracts'
import type { ConsoleRoutes } from '@danbao/contracts/console'
import { accept, formatInstant, minutes, type Result } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import type { Handler, Visitor } from '../../base/handling.ts'
import { recordAudit } from '../../base/history.ts'
import { matchesSecret } from '../../base/secrets.ts'
import { endSessions, findSession, openSession } from '../../base/sessions.ts'
import { forgiveTries, takeTry } from '../../base/throttle.ts'
import { hasSecondFactor } from '../../two-factor/index.ts'
import { findMemberByEmail } from '../member.ts'
import { refuseWith } from '../refusals.ts'

/** Few, as an account is; short, so that an outsider does not keep a member from their work. */
const PER_ADDRESS = { tries: 5, within: minutes(15), lock: minutes(1) }
const PER_PLACE = { tries: 30, within: minutes(15), lock: minutes(15) }

/** The first step. Whoever is unknown, disabled or not yet invited hears what a mistyper hears. */
export function createSignIn(deps: PeopleDeps): Handler<ConsoleRoutes['staffSignIn']> {
  return async (who, { body: { email, password } }) => {
    const address = `staff_sign_in:${email.toLowerCase()}`
    const open = await takeTries(deps, address, who)
    if (!open.ok) return open
    const { pool } = deps
    const member = await findMemberByEmail(pool, email)
    const right = await matchesSecret(member?.passwordHash ?? null, password)
    const now = await deps.now()
    if (member === undefined || !right || member.disabledAt !== null) {
      if (member !== undefined) {
        const entry = { staffId: member.id, visit: who, now }
        await recordAudit(pool, { ...entry, action: 'staff.sign_in_failed' })
      }
      return refuseWith('credentials_wrong', 'Address or password are wrong.')
    }
    await forgiveTries(pool, address)
    await endPresent(deps, who)
    const owner = { staffId: member.id }
    const session = await openSession(pool, { owner, kind: 'half', visit: who, now })
    const next = (await hasSecondFactor(pool, member.id)) ? 'code' : 'enrol'
    return accept({ body: { next }, session: session.token })
  }
}

async function takeTries(
  deps: PeopleDeps,
  address: string,
  { ip }: Visitor,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  for (const [key, rule] of [
    [`staff_sign_in_from:${ip}`, PER_PLACE],
    [address, PER_ADDRESS],
  ] as const) {
    const { allowed, lockedUntil } = await takeTry(deps.pool, key, { rule, now })
    if (!allowed) {
      const members = {
        locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil),
      }
      return refuseWith('try_later', 'There were too many tries. Wait a moment.', members)
    }
  }
  return accept(undefined)
}

/** Ends the console's session of this browser; one of the wallet is none of its business. */
export async function endPresent(deps: PeopleDeps, { sessionToken }: Visitor): Promise<void> {
  if (sessionToken === undefined) return
  const now = await deps.now()
  const session = await findSession(deps.pool, sessionToken, now)
  if (session === undefined || session.staffId === null) return
  await endSessions(deps.pool, { owner: { staffId: session.staffId }, now, id: session.id })
}
