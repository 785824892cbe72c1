import type { Refusal } from '@danbao/contracts'
import { accept, invariant, minutes, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from './deps.ts'
import { type Person, readPerson } from './person.ts'
import { matchesSecret } from './secrets.ts'
import { forgiveTries, takeTry, type ThrottleRule, tryLater } from './throttle.ts'

/** Of a million payment passwords five are tried, then the lock doubles each time. */
const RULE: ThrottleRule = { tries: 5, within: minutes(15), lock: minutes(15) }

/** The login password, asked for again before something that an open laptop must not give away. */
export async function checkPassword(
  deps: PeopleDeps,
  personId: Uuid,
  password: string,
): Promise<Result<Person, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  invariant(person !== undefined, 'a session belongs to a person')
  const right = await checkGuess(deps, {
    key: `password:${personId}`,
    stored: person.passwordHash,
    given: password,
    field: 'password',
  })
  return right.ok ? accept(person) : right
}

/** The six digits that authorise a payment. Wherever they are asked for, tries count together. */
export function checkPaymentPassword(
  deps: PeopleDeps,
  { id, paymentPasswordHash }: Person,
  digits: string,
): Promise<Result<undefined, Refusal>> {
  return checkGuess(deps, {
    key: `payment_password:${id}`,
    stored: paymentPasswordHash,
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

/** A try is counted before it is looked at. */
export async function checkGuess(
  deps: PeopleDeps,
  { key, stored, given, field }: Guess,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return refuse(tryLater(lockedUntil))
  if (!(await matchesSecret(stored, given))) {
    return refuse({
      code: 'password_wrong',
      detail: 'The password is not right.',
      members: { field, tries_left: String(triesLeft) },
    })
  }
  await forgiveTries(deps.pool, key)
  return accept(undefined)
}
