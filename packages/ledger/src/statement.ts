import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { readTransfer, TRANSFER_COLUMNS } from './store.ts'
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

/** The bound of an instant that may be left open. */
function upTo(at: Instant | undefined): string {
  return at === undefined ? 'infinity' : formatInstant(at)
}

/** The balance in minor units; with `at`, as of that instant (inclusive). 0 for no account. */
export async function readBalance(pool: Pool, accountId: Uuid, at?: Instant): Promise<bigint> {
  const [row = []] = await queryText(pool, BALANCE_AT, [accountId, upTo(at)])
  return readRow(row).bigint()
}

const side = (column: 'from_id' | 'to_id'): string => `
  (SELECT * FROM ledger.transfer
    WHERE ${column} = $1 AND (occurred_at, id) < ($3::timestamptz, $4::uuid) AND occurred_at <= $2::timestamptz
    ORDER BY occurred_at DESC, id DESC LIMIT $5)`

const LINES = `
  SELECT ${TRANSFER_COLUMNS}, (${BALANCE_AT}) AS balance
  FROM (${side('from_id')} UNION ALL ${side('to_id')}) AS both_sides
  ORDER BY both_sides.occurred_at DESC, both_sides.id DESC LIMIT $5`

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Explains a balance line by line, newest first. The running balance is counted down from the
 * balance itself, read in the same snapshot, so that a page costs the same however long the
 * account's history is.
 */
export async function readStatement(pool: Pool, query: StatementQuery): Promise<Statement> {
  const { accountId, at, after, limit } = query
  const values = [accountId, upTo(at), upTo(after?.occurredAt), after?.id ?? LAST_UUID, limit + 1]
  const found = (await queryText(pool, LINES, values)).map((row) => {
    const r = readRow(row)
    return { transfer: readTransfer(r), balanceNow: r.bigint() }
  })
  const start = after?.balance ?? found[0]?.balanceNow ?? (await readBalance(pool, accountId, at))
  const lines: StatementLine[] = []
  let balance = start
  for (const { transfer } of found.slice(0, limit)) {
    const change = transfer.toId === accountId ? transfer.amount : -transfer.amount
    lines.push({ transfer, change, balance })
    balance -= change
  }
  const last = lines.at(-1)?.transfer
  const more = found.length > limit && last !== undefined
  return {
    lines,
    balance: start,
    next: more ? { occurredAt: last.occurredAt, id: last.id, balance } : undefined,
  }
}
