import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, minutes, refuse, type Result } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { type Person, readPerson } from '../base/person.ts'
import { checkPassword } from '../base/passwords.ts'

/** How long after the sign-in nobody asks for the password again. */
const RECENT = minutes(10)

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
  if (password !== undefined) return checkPassword(deps, personId, password)
  const signedInAt = await readSignInTime(deps, sessionId)
  if (signedInAt !== undefined && now < signedInAt + RECENT) return accept(person)
  return refuse({ code: 'password_needed', detail: 'Enter your password to go on.' })
}

async function readSignInTime(deps: PeopleDeps, sessionId: string): Promise<Instant | undefined> {
  const rows = await queryText(deps.pool, 'SELECT created_at FROM people.session WHERE id = $1', [
    sessionId,
  ])
  return rows.map((row) => readRow(row).instant())[0]
}
