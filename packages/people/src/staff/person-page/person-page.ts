import type { Refusal } from '@danbao/contracts'
import { historyEntry, type PersonPage } from '@danbao/contracts/console'
import {
  encodeId,
  formatInstant,
  type Instant,
  type Result,
  accept,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { z } from 'zod'
import type { PeopleDeps } from '../../base/deps.ts'
import { type Person, readPerson } from '../../base/person.ts'
import { viewCards } from '../../cards/index.ts'
import { listSessions } from '../../base/sessions.ts'
import { viewFreeze } from '../freeze/index.ts'
import { noSuch } from '../refusals.ts'
import { readBalances } from './balances.ts'
import { readPresentLimits } from './limits.ts'
import { readPast } from './past.ts'
import { findPayments } from './payments.ts'
import { readRef } from './reference.ts'

const FIRST_PAYMENTS = 20
const FIRST_HISTORY = 30

/** Everything about one person that staff may see; the documents are elsewhere. */
export async function readPersonPage(
  deps: PeopleDeps,
  id: Uuid,
  now: Instant,
): Promise<Result<PersonPage, Refusal>> {
  const { pool } = deps
  const person = await readPerson(pool, id)
  const ref = await readRef(pool, id, now)
  if (person === undefined || ref === undefined) return noSuch('person')
  const payments = await findPayments(pool, id, { after: undefined, limit: FIRST_PAYMENTS })
  const history = await findHistory(pool, id, { after: undefined, limit: FIRST_HISTORY })
  return accept({
    person: ref,
    profile: viewProfile(person),
    limits: await readPresentLimits(pool, { id, level: ref.level, now }),
    freeze: await viewFreeze(pool, id),
    resting_until: ref.state === 'closed' ? null : await readResting(pool, id, now),
    balances: await readBalances(deps, id, now),
    payments: payments.slice(0, FIRST_PAYMENTS).map(({ view }) => view),
    cards: await viewCards(deps, id),
    sessions: await viewSessions(pool, id, now),
    history: history.slice(0, FIRST_HISTORY),
    ...(await readPast(pool, id)),
  })
}

function viewProfile(person: Person): PersonPage['profile'] {
  const { registeredAt, closedAt } = person
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    country: person.country,
    region: person.region,
    city: person.city,
    postal_code: person.postalCode,
    street: person.street,
    language: person.language,
    document_type: person.documentType,
    email_confirmed_at: formatInstant(person.emailConfirmedAt),
    registered_at: registeredAt === null ? null : formatInstant(registeredAt),
    closed_at: closedAt === null ? null : formatInstant(closedAt),
  }
}

/** Null once it is over. */
async function readResting(client: Queryable, id: Uuid, now: Instant): Promise<string | null> {
  const rows = await queryText(client, 'SELECT resting_until FROM app.account WHERE id = $1', [id])
  const until = rows.map((row) => readRow(row).maybeInstant())[0] ?? null
  return until === null || until <= now ? null : formatInstant(until)
}

async function viewSessions(
  client: Queryable,
  id: Uuid,
  now: Instant,
): Promise<PersonPage['sessions']> {
  const sessions = await listSessions(client, id, now)
  return sessions.map((session) => ({
    id: encodeId('ses', session.id),
    ip: session.ip,
    user_agent: session.userAgent,
    created_at: formatInstant(session.createdAt),
    last_seen_at: formatInstant(session.lastSeenAt),
  }))
}

type HistoryEntry = z.infer<typeof historyEntry>

/** Newest first; one more than asked for where there is one. */
export async function findHistory(
  client: Queryable,
  personId: Uuid,
  { after, limit }: { readonly after: Uuid | undefined; readonly limit: number },
): Promise<HistoryEntry[]> {
  const rows = await queryText(
    client,
    `SELECT id, kind, detail, ip, user_agent, at FROM people.history
     WHERE person_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [personId, after ?? null, limit + 1],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return {
      id: r.text(),
      kind: r.text(),
      detail: historyEntry.shape.detail.parse(JSON.parse(r.text())),
      ip: r.maybeText(),
      user_agent: r.maybeText(),
      at: formatInstant(r.instant()),
    }
  })
}
