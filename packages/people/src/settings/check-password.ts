import type { Refusal } from '@danbao/contracts'
import {
  accept,
  formatInstant,
  type Instant,
  invariant,
  minutes,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { type Person, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { forgiveTries, takeTry, type ThrottleRule } from '../base/throttle.ts'

const RULE: ThrottleRule = { tries: 5, within: minutes(15), lock: minutes(15) }

/** The login password, asked for again before something that an open laptop must not give away. */
export async function checkPassword(
  deps: PeopleDeps,
  personId: string,
  password: string,
): Promise<Result<Person, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  invariant(person !== undefined, 'a session belongs to a person')
  const asked = {
    key: `confirm_password:${personId}`,
    stored: person.passwordHash,
    given: password,
  }
  const right = await checkGuess(deps, asked)
  return right.ok ? accept(person) : right
}

interface Guess {
  readonly key: string
  readonly stored: string | null
  readonly given: string
}

/** Five tries, then a lock of rising length; a try is counted before it is looked at. */
export async function checkGuess(
  deps: PeopleDeps,
  { key, stored, given }: Guess,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return refuse(tryLater(lockedUntil))
  if (!(await matchesSecret(stored, given))) {
    return refuse({
      code: 'password_wrong',
      detail: 'The password is not right.',
      members: { tries_left: String(triesLeft) },
    })
  }
  await forgiveTries(deps.pool, key)
  return accept(undefined)
}

export function tryLater(lockedUntil: Instant | undefined): Refusal {
  return {
    code: 'try_later',
    detail: 'There were too many tries. Wait a while, then try again.',
    members: { locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil) },
  }
}
