import type { Attention, Me, PersonView, WalletRoutes } from '@danbao/contracts/wallet'
import { LEVELS } from '@danbao/contracts'
import { accept, encodeId, formatInstant, type Instant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { Handler, Visitor } from '../base/handling.ts'
import { nameOf, type Person, readPerson } from '../base/person.ts'
import { findSession } from '../base/sessions.ts'

/** What else a person should know: of features that come later in the order. */
export type AttentionSource = (
  client: Queryable,
  personId: Uuid,
  now: Instant,
) => Promise<readonly Attention[]>

export function createMe(
  deps: PeopleDeps,
  sources: readonly AttentionSource[],
): Handler<WalletRoutes['getMe']> {
  return async (visitor) => accept({ body: await whoIs(deps, visitor, sources) })
}

const NOBODY = { object: 'me', state: 'nobody' } as const

async function whoIs(
  deps: PeopleDeps,
  { sessionToken }: Visitor,
  sources: readonly AttentionSource[],
): Promise<Me> {
  if (sessionToken === undefined) return NOBODY
  const now = await deps.now()
  const session = await findSession(deps.pool, sessionToken, now)
  if (session === undefined || session.personId === null) return NOBODY
  const person = await readPerson(deps.pool, session.personId)
  if (person === undefined || person.closedAt !== null) return NOBODY
  if (session.kind === 'half') return { object: 'me', state: 'second_factor' }
  if (session.kind === 'registering') {
    const { email, language } = person
    return { object: 'me', state: 'registering', email, language }
  }
  const more = await Promise.all(sources.map((read) => read(deps.pool, person.id, now)))
  const view = await viewPerson(deps, person, now)
  const attention = [...view.attention, ...more.flat()]
  return { object: 'me', state: 'signed_in', person: { ...view, attention } }
}

async function viewPerson({ pool }: PeopleDeps, person: Person, now: Instant): Promise<PersonView> {
  const sql = 'SELECT level, frozen_at, resting_until FROM app.account WHERE id = $1'
  const [row] = await queryText(pool, sql, [person.id])
  invariant(row !== undefined, 'who has registered has an account')
  const r = readRow(row)
  const [at, frozenAt, restingUntil] = [r.integer(), r.maybeInstant(), r.maybeInstant()]
  const level = LEVELS.find((one) => one === at)
  invariant(level !== undefined, 'an account has a level')
  const attention: Attention[] = []
  if (frozenAt !== null) attention.push({ kind: 'frozen', at: formatInstant(frozenAt) })
  if (restingUntil !== null && restingUntil > now) {
    attention.push({ kind: 'resting', at: formatInstant(restingUntil) })
  }
  return {
    id: encodeId('acc', person.id),
    object: 'person',
    email: person.email,
    name: nameOf(person),
    given_name: person.givenName,
    family_name: person.familyName,
    country: person.country,
    language: person.language,
    level,
    attention,
  }
}
