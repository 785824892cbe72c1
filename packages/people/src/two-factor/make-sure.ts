import type { Refusal } from '@danbao/contracts'
import { accept, formatInstant, type Instant, minutes, refuse, type Result } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { type Person, readPerson } from '../base/person.ts'
import { matchesSecret } from '../base/secrets.ts'
import { forgiveTries, takeTry, type ThrottleRule } from '../base/throttle.ts'

/** How long after the sign-in nobody asks for the password again. */
const RECENT = minutes(10)
const RULE: ThrottleRule = { tries: 5, within: minutes(15), lock: minutes(15) }

/**
 * That it is the person who sits there, before a new way in is made: a session that was left open
 * or stolen is not enough for that. The password, when it is given, has to be right; without it
 * the sign-in has to be recent.
 */
export async function makeSureOfPerson(
  deps: PeopleDeps,
  { personId, sessionId }: Pick<PersonVisitor, 'personId' | 'sessionId'>,
  password: string | undefined,
): Promise<Result<Person, Refusal>> {
  const person = await readPerson(deps.pool, personId)
  if (person === undefined) return refuse({ code: 'not_found', detail: 'There is no account.' })
  const now = await deps.now()
  if (password !== undefined) return checkPassword(deps, person, { password, now })
  const signedInAt = await readSignInTime(deps, sessionId)
  if (signedInAt !== undefined && now < signedInAt + RECENT) return accept(person)
  return refuse({ code: 'password_needed', detail: 'Enter your password to go on.' })
}

async function checkPassword(
  deps: PeopleDeps,
  person: Person,
  { password, now }: { readonly password: string; readonly now: Instant },
): Promise<Result<Person, Refusal>> {
  const key = `confirm_password:${person.id}`
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return refuse(tryLater(lockedUntil))
  if (!(await matchesSecret(person.passwordHash, password))) {
    return refuse({
      code: 'password_wrong',
      detail: 'The password is wrong.',
      members: { tries_left: String(triesLeft) },
    })
  }
  await forgiveTries(deps.pool, key)
  return accept(person)
}

export function tryLater(lockedUntil: Instant | undefined): Refusal {
  return {
    code: 'try_later',
    detail: 'That was wrong too often. Try again later.',
    members: { locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil) },
  }
}

async function readSignInTime(deps: PeopleDeps, sessionId: string): Promise<Instant | undefined> {
  const rows = await queryText(deps.pool, 'SELECT created_at FROM people.session WHERE id = $1', [
    sessionId,
  ])
  return rows.map((row) => readRow(row).instant())[0]
}
