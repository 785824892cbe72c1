import type { Refusal } from '@danbao/contracts'
import { accept, minutes, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { forgiveTries, takeTry, type ThrottleRule } from '../base/throttle.ts'
import { tryLater } from '../two-factor/index.ts'

/** Of a million payment passwords five are tried, then the lock doubles each time. */
const RULE: ThrottleRule = { tries: 5, within: minutes(15), lock: minutes(15) }

/** The login password of somebody who is signed in. Its tries are counted per person. */
export async function verifyPassword(
  deps: PeopleDeps,
  personId: Uuid,
  password: string,
): Promise<Result<undefined, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  const stored = person?.passwordHash ?? null
  return verify(deps, { key: `password:${personId}`, stored, given: password, field: 'password' })
}

/** The six digits that authorise a payment. Wherever they are asked for, tries count together. */
export async function verifyPaymentPassword(
  deps: PeopleDeps,
  personId: Uuid,
  digits: string,
): Promise<Result<undefined, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  return verify(deps, {
    key: `payment_password:${personId}`,
    stored: person?.paymentPasswordHash ?? null,
    given: digits,
    field: 'payment_password',
  })
}

interface Guess {
  readonly key: string
  readonly stored: string | null
  readonly given: string
  /** Which of the two was wrong, where a form asks for both. */
  readonly field: string
}

async function verify(
  deps: PeopleDeps,
  { key, stored, given, field }: Guess,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return refuse(tryLater(lockedUntil))
  if (await matchesSecret(stored, given)) {
    await forgiveTries(deps.pool, key)
    return accept(undefined)
  }
  return refuse({
    code: 'password_wrong',
    detail: 'The password is wrong.',
    members: { field, tries_left: String(triesLeft) },
  })
}
