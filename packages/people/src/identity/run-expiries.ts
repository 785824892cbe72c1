import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import { inTransaction, type PoolClient, queryText, readRow } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { levelByCards } from '../cards/index.ts'
import { notifyPerson, tellDay } from '../messages/index.ts'
import { readAccount } from '../settings/index.ts'
import type { IdentityCheck } from './check.ts'
import { changeCheck, findCheck } from './check-store.ts'
import { stepAfter, stepDue } from './expiry-days.ts'
import { EXPIRED, EXPIRES_SOON } from './mails.ts'

const MOST_AT_ONCE = 100

/** Reminds of documents that expire, and takes level 2 back when one has; returns how many. */
export async function runExpiries(deps: PeopleDeps): Promise<number> {
  const now = await deps.now()
  const rows = await queryText(
    deps.pool,
    `SELECT id, person_id FROM people.identity_check
     WHERE state = 'approved' AND due_at <= $1 ORDER BY due_at LIMIT ${MOST_AT_ONCE}`,
    [formatInstant(now)],
  )
  for (const row of rows) {
    const r = readRow(row)
    const [id, personId] = [r.text(), r.text()]
    await inTransaction(deps.pool, (client) => runExpiry(client, deps, { id, personId, now }))
  }
  return rows.length
}

interface Due {
  readonly id: Uuid
  readonly personId: Uuid
  readonly now: Instant
}

async function runExpiry(
  client: PoolClient,
  deps: PeopleDeps,
  { id, personId, now }: Due,
): Promise<void> {
  const person = await lockPerson(client, personId)
  const check = await findCheck(client, deps.vault, id, { lock: true })
  if (person === undefined || check === undefined || check.expiresOn === null) return
  const step = stepDue(check.expiresOn, now)
  if (check.endedAt !== null || step === undefined) return
  if (step.daysLeft === 0) {
    await lapse(client, deps, { person, check, now })
    return
  }
  // Whose account was closed is told nothing more.
  if (person.closedAt === null) {
    const values = {
      days: step.daysLeft,
      until: tellDay(check.expiresOn, person.language),
      link: walletUrl(deps, 'identity'),
    }
    await notifyPerson(client, deps, person, { mail: EXPIRES_SOON, values, now })
  }
  await changeCheck(client, deps.vault, id, { dueAt: stepAfter(check.expiresOn, now)?.at ?? null })
}

interface Lapsed {
  readonly person: Person
  readonly check: IdentityCheck
  readonly now: Instant
}

async function lapse(
  client: PoolClient,
  deps: PeopleDeps,
  { person, check, now }: Lapsed,
): Promise<void> {
  const level = await levelByCards(client, person.id)
  await changeCheck(client, deps.vault, check.id, { endedAt: now, dueAt: null })
  // Staff may have given another level meanwhile.
  const account = await readAccount(client, person.id)
  if (account.level !== 2) return
  await changeAccount(client, person.id, { level })
  await recordHistory(client, {
    personId: person.id,
    kind: 'identity_expired',
    detail: { level },
    now,
  })
  if (person.closedAt !== null) return
  const values = { level, link: walletUrl(deps, 'identity') }
  await notifyPerson(client, deps, person, { mail: EXPIRED, values, now })
}
