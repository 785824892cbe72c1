import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import {
  encodeId,
  formatInstant,
  type IdPrefix,
  type Instant,
  invariant,
  type Uuid,
} from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { refOf } from '../member.ts'
import { readBalances, stakesOf } from '../person-page/balances.ts'
import type { CasePerson, StaffCase } from './case-store.ts'

const SUBJECT_PREFIX: Readonly<Record<CaseKind, IdPrefix>> = {
  identity: 'idc',
  recovery: 'rec',
  closure: 'clo',
  dispute: 'dsp',
  payment_check: 'pay',
}

export async function viewCase(
  deps: PeopleDeps,
  found: StaffCase,
  now: Instant,
): Promise<QueueCase> {
  const { id, kind, subjectId, openedAt, dueAt, person, assignee } = found
  return {
    id: encodeId('cas', id),
    kind,
    subject: encodeId(SUBJECT_PREFIX[kind], subjectId),
    opened_at: formatInstant(openedAt),
    due_at: formatInstant(dueAt),
    overdue: dueAt <= now,
    person: person === null ? null : viewPerson(person),
    stakes: await readStakes(deps, found, now),
    assigned_to: assignee === null ? null : refOf(assignee),
  }
}

/** Of a dispute what is claimed, of a check what waits: all else of the person is not at stake. */
async function readStakes(
  deps: PeopleDeps,
  { kind, subjectId, person }: StaffCase,
  now: Instant,
): Promise<QueueCase['stakes']> {
  if (kind === 'dispute') return readClaimed(deps, subjectId)
  if (kind === 'payment_check') return readWaiting(deps, subjectId)
  return person === null ? [] : stakesOf(await readBalances(deps, person.id, now))
}

async function readClaimed({ pool }: PeopleDeps, id: Uuid): Promise<QueueCase['stakes']> {
  const sql = 'SELECT claimed, currency FROM app.dispute WHERE id = $1'
  return (await queryText(pool, sql, [id])).map((row) => {
    const r = readRow(row)
    return { value: r.bigint().toString(), currency: r.text() }
  })
}

async function readWaiting({ pool }: PeopleDeps, id: Uuid): Promise<QueueCase['stakes']> {
  const sql = `SELECT sum(p.amount), p.currency FROM app.payment_check AS c
    JOIN app.payment AS p ON p.id = c.payment_id
    WHERE c.leader_id = $1 AND c.decided_at IS NULL GROUP BY p.currency`
  return (await queryText(pool, sql, [id])).map((row) => {
    const r = readRow(row)
    return { value: r.bigint().toString(), currency: r.text() }
  })
}

function viewPerson({ id, level, frozen, ...names }: CasePerson): QueueCase['person'] {
  invariant(level === 0 || level === 1 || level === 2, `${level} is no level`)
  return { id: encodeId('acc', id), initials: initialsOf(names), level, frozen }
}

/** Two letters at most, or one character of a name that is written without spaces. */
export function initialsOf({
  givenName,
  familyName,
}: Pick<CasePerson, 'givenName' | 'familyName'>): string {
  return [givenName, familyName]
    .map((name) => [...(name ?? '').trim()][0] ?? '')
    .join('')
    .toUpperCase()
}
