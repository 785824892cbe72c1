import type { Refusal } from '@danbao/contracts'
import type { RecoveryCase } from '@danbao/contracts/console'
import {
  accept,
  encodeId,
  formatInstant,
  type Instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { nameOf, type Person, readPerson } from '../../base/person.ts'
import { listCards } from '../../cards/index.ts'
import { listDocuments } from '../../identity/index.ts'
import { readRecovery, type Recovery } from '../../recovery/index.ts'
import { findPayments, readRef, readTurnover } from '../person-page/index.ts'
import { findCaseOf, viewCase } from '../queue/index.ts'
import { noSuch } from '../refusals.ts'
import { compareClaims } from './claims.ts'
import { type Decider, readPending } from './pending.ts'

const LAST_PAYMENTS = 10

/** What somebody claims beside what is known of the account they ask for. */
export async function readRecoveryCase(
  deps: PeopleDeps,
  who: Decider,
  id: Uuid,
): Promise<Result<RecoveryCase, Refusal>> {
  const { pool } = deps
  const recovery = await readRecovery(pool, deps, id)
  if (recovery === undefined) return noSuch('recovery')
  const now = await deps.now()
  const waiting = await findCaseOf(pool, id)
  const about = await readAccount(deps, recovery, now)
  return accept({
    id: encodeId('rec', id),
    kind: recovery.kind,
    state: recovery.state,
    case: waiting === undefined ? null : await viewCase(deps, waiting, now),
    ...about,
    new_email: recovery.newEmail,
    has_document: (await listDocuments(pool, id)).length > 0,
    requested_at: formatInstant(recovery.requestedAt),
    due_at: maybe(recovery.decideBy),
    effective_at: maybe(recovery.happensAt),
    approval: await readPending(pool, who, { kind: 'recovery_email', subjectId: id }),
  })
}

type Account = Pick<RecoveryCase, 'person' | 'claims' | 'known' | 'last_payments' | 'turnover'>

/** For an address that nobody has there is nothing to compare with, and staff see that. */
async function readAccount(
  deps: PeopleDeps,
  { personId, claims }: Recovery,
  now: Instant,
): Promise<Account> {
  const { pool } = deps
  const person = personId === null ? undefined : await readPerson(pool, personId)
  const asked = { after: undefined, limit: LAST_PAYMENTS }
  const payments = person === undefined ? [] : await findPayments(pool, person.id, asked)
  const views = payments.slice(0, LAST_PAYMENTS).map(({ view }) => view)
  const turnover = person === undefined ? [] : await readTurnover(pool, person.id, now)
  const amounts = views.filter(({ side }) => side === 'buyer').map(({ amount }) => amount)
  const cards = person === undefined ? [] : await listCards(pool, person.id)
  const last4s = cards.map(({ last4 }) => last4)
  const known = { phone: person?.phone ?? null, cards: last4s, payments: amounts, turnover }
  const ref = person === undefined ? undefined : await readRef(pool, person.id, now)
  return {
    person: ref ?? null,
    claims: claims === null ? [] : compareClaims(claims, known),
    known: viewKnown(deps, person),
    last_payments: views,
    turnover,
  }
}

function viewKnown({ vault }: PeopleDeps, person: Person | undefined): RecoveryCase['known'] {
  const sealed = person?.documentNumber ?? null
  return {
    name: person === undefined ? null : nameOf(person),
    phone: person?.phone ?? null,
    country: person?.country ?? null,
    document_type: person?.documentType ?? null,
    document_number: sealed === null ? null : vault.open('document_number', sealed).toString(),
  }
}

function maybe(value: Instant | null): string | null {
  return value === null ? null : formatInstant(value)
}
