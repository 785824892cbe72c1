import { CLOSURE_STATES, type ClosureState } from '@danbao/contracts/wallet'
import { formatInstant, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { changeRow } from '../base/change-row.ts'

/** Somebody wants their account to be closed. */
export interface Closure {
  readonly id: Uuid
  readonly personId: Uuid
  readonly state: ClosureState
  /** Why they leave, in their words. */
  readonly wish: string | null
  /** Why it was refused. */
  readonly reason: string | null
  readonly requestedAt: Instant
  readonly decideBy: Instant
  /** Who looked first. */
  readonly preparedBy: Uuid | null
  readonly confirmedBy: Uuid | null
  readonly endedAt: Instant | null
  /** Of a closed account: when the rest is erased too. */
  readonly keepUntil: Instant | null
}

const COLUMNS = `id, person_id, state, wish, reason, requested_at, decide_by, prepared_by,
  confirmed_by, ended_at, keep_until`

function toClosure(row: TextRow): Closure {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    state: oneOf(CLOSURE_STATES, r.text()),
    wish: r.maybeText(),
    reason: r.maybeText(),
    requestedAt: r.instant(),
    decideBy: r.instant(),
    preparedBy: r.maybeText(),
    confirmedBy: r.maybeText(),
    endedAt: r.maybeInstant(),
    keepUntil: r.maybeInstant(),
  }
}

export async function readClosure(client: Queryable, id: Uuid): Promise<Closure | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.closure WHERE id = $1`
  return (await queryText(client, sql, [id])).map(toClosure)[0]
}

/** The last one of a person, whatever became of it. */
export async function findLastClosure(
  client: Queryable,
  personId: Uuid,
): Promise<Closure | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.closure WHERE person_id = $1 ORDER BY id DESC LIMIT 1`
  return (await queryText(client, sql, [personId])).map(toClosure)[0]
}

export async function listForgettable(client: Queryable, now: Instant): Promise<readonly Uuid[]> {
  const sql = `SELECT id FROM people.closure
    WHERE state = 'closed' AND erased_at IS NULL AND keep_until <= $1 ORDER BY keep_until LIMIT 100`
  return (await queryText(client, sql, [formatInstant(now)])).map((row) => readRow(row).text())
}

export async function insertClosure(
  client: Queryable,
  closure: Pick<Closure, 'personId' | 'wish' | 'requestedAt' | 'decideBy'> & { readonly id: Uuid },
): Promise<void> {
  const { id, personId, wish, requestedAt, decideBy } = closure
  await client.query(
    `INSERT INTO people.closure (id, person_id, state, wish, requested_at, decide_by)
     VALUES ($1, $2, 'requested', $3, $4, $5)`,
    [id, personId, wish, formatInstant(requestedAt), formatInstant(decideBy)],
  )
}

const CHANGEABLE = {
  state: 'state',
  wish: 'wish',
  reason: 'reason',
  preparedBy: 'prepared_by',
  confirmedBy: 'confirmed_by',
  endedAt: 'ended_at',
  keepUntil: 'keep_until',
} as const

export type ClosureChange = { readonly [K in keyof typeof CHANGEABLE]?: Closure[K] }

/** Sets what is named and leaves the rest. */
export function changeClosure(client: Queryable, id: Uuid, change: ClosureChange): Promise<void> {
  return changeRow(client, { name: 'people.closure', columns: CHANGEABLE }, id, change)
}
