import { currency, type Instant, type Uuid } from '@danbao/kernel'
import { parseTimestamp, type Pool } from '@danbao/database'
import type { Transfer } from './transfer.ts'

/** One line of a statement: a transfer as this account sees it. */
export interface StatementLine {
  readonly transfer: Transfer
  /** Signed, in minor units: positive when money came in. */
  readonly change: bigint
  /** The balance after this line. */
  readonly balance: bigint
}

/** Where to go on: the last line that was read and the balance before it. */
export interface StatementPosition {
  readonly occurredAt: Instant
  readonly id: Uuid
  readonly balance: bigint
}

export interface StatementQuery {
  readonly accountId: Uuid
  /** Only what happened up to this instant, inclusive; absent: everything. */
  readonly at?: Instant
  readonly after?: StatementPosition
  readonly limit: number
}

export interface Statement {
  /** Newest first. */
  readonly lines: readonly StatementLine[]
  /** The balance at `at` (or now), or of the position asked for. */
  readonly balance: bigint
  readonly next: StatementPosition | undefined
}

const BALANCE_AT = `
  SELECT coalesce((SELECT balance FROM ledger.account WHERE id = $1), 0)
    - coalesce((SELECT sum(amount) FROM ledger.transfer WHERE to_id = $1 AND occurred_at > $2::timestamptz), 0)
    + coalesce((SELECT sum(amount) FROM ledger.transfer WHERE from_id = $1 AND occurred_at > $2::timestamptz), 0)
    AS balance`

/** The balance in minor units; with `at`, as of that instant (inclusive). 0 for no account. */
export async function readBalance(pool: Pool, accountId: Uuid, at?: Instant): Promise<bigint> {
  const instant = at === undefined ? 'infinity' : new Date(at).toISOString()
  const result = await pool.query<{ balance: string | bigint }>(BALANCE_AT, [accountId, instant])
  return BigInt(result.rows[0]?.balance ?? 0)
}

const COLUMNS = `id, set_id, from_id, to_id, amount::text, currency, code, subject_id, once,
  occurred_at::text, recorded_at::text`

const side = (column: 'from_id' | 'to_id'): string => `
  (SELECT * FROM ledger.transfer
    WHERE ${column} = $1 AND (occurred_at, id) < ($3::timestamptz, $4::uuid) AND occurred_at <= $2::timestamptz
    ORDER BY occurred_at DESC, id DESC LIMIT $5)`

const LINES = `
  SELECT ${COLUMNS}, (${BALANCE_AT})::text AS balance
  FROM (${side('from_id')} UNION ALL ${side('to_id')}) AS both_sides
  ORDER BY both_sides.occurred_at DESC, both_sides.id DESC LIMIT $5`

interface LineRow {
  readonly id: string
  readonly set_id: string
  readonly from_id: string
  readonly to_id: string
  readonly amount: string
  readonly currency: string
  readonly code: string
  readonly subject_id: string | null
  readonly once: string | null
  readonly occurred_at: string
  readonly recorded_at: string
  readonly balance: string
}

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Explains a balance line by line, newest first. The running balance is counted down from the
 * balance itself, read in the same snapshot, so that a page costs the same however long the
 * account's history is.
 */
export async function readStatement(pool: Pool, query: StatementQuery): Promise<Statement> {
  const { accountId, at, after, limit } = query
  const result = await pool.query<LineRow>(LINES, [
    accountId,
    at === undefined ? 'infinity' : new Date(at).toISOString(),
    after === undefined ? 'infinity' : new Date(after.occurredAt).toISOString(),
    after?.id ?? LAST_UUID,
    limit + 1,
  ])
  const first = result.rows[0]
  const start =
    after?.balance ?? (first ? BigInt(first.balance) : await readBalance(pool, accountId, at))
  const lines: StatementLine[] = []
  let balance = start
  for (const row of result.rows.slice(0, limit)) {
    const transfer = toTransfer(row)
    const change = transfer.toId === accountId ? transfer.amount : -transfer.amount
    lines.push({ transfer, change, balance })
    balance -= change
  }
  const last = lines.at(-1)?.transfer
  const more = result.rows.length > limit && last !== undefined
  return {
    lines,
    balance: start,
    next: more ? { occurredAt: last.occurredAt, id: last.id, balance } : undefined,
  }
}

function toTransfer(row: LineRow): Transfer {
  return {
    id: row.id,
    setId: row.set_id,
    fromId: row.from_id,
    toId: row.to_id,
    amount: BigInt(row.amount),
    currency: currency(row.currency),
    code: row.code,
    subjectId: row.subject_id,
    once: row.once,
    occurredAt: parseTimestamp(row.occurred_at),
    recordedAt: parseTimestamp(row.recorded_at),
  }
}
