import type { Instant, Uuid } from '@danbao/kernel'
import {
  BEGIN,
  bulkCall,
  COMMIT,
  DatabaseError,
  type Pipeline,
  ROLLBACK,
  type Table,
} from '@danbao/database'
import type { AccountRef } from './account.ts'
import { Books, type Entry } from './books.ts'
import { insertTransfers } from './store.ts'
import type { TransferRequest } from './transfer.ts'

/** The change of an account, and what is taken from it in all. Minor units. */
interface Move {
  readonly entry: Entry
  readonly debited: bigint
  readonly hot: boolean
}

const moveTable: Table<Move> = {
  name: 'ledger.account',
  columns: [
    ['id', 'uuid'],
    ['currency', 'text'],
    ['balance', 'bigint'],
    ['debited', 'bigint'],
  ],
  encode: ({ entry, debited }) => [entry.ref.id, entry.ref.currency, entry.delta, debited],
}

/**
 * An account must bear all that is taken from it without what it gets: then every order of the
 * transfers is possible. Debts, which shrink step by step, accounts that are not open yet and those
 * of another currency are left to the careful way.
 */
const MOVE = {
  name: 'ledger.move',
  sql: `WITH moved AS (
      UPDATE ledger.account AS t SET balance = t.balance + u.balance
      FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[])
        AS u (id, currency, balance, debited)
      WHERE t.id = u.id AND t.currency = u.currency
        AND (t.floor IS NULL OR (t.floor >= 0 AND t.balance - u.debited >= t.floor))
      RETURNING 1)
    SELECT ledger.expect((SELECT count(*) FROM moved) = cardinality($1::uuid[]))`,
}

/** SQLSTATE: 23505 unique violation (a transfer was made before), 23514 an account can not. */
const NOT_ALL = new Set(['23505', '23514'])

/**
 * Makes the transfers of all requests at once, without reading anything first: one packet, and
 * most batches need no more. False when one of them can not be made, or was made before; then
 * nothing has happened, and they have to be decided one by one.
 */
export async function makeAll(
  requests: readonly TransferRequest[],
  pipeline: Pipeline,
  now: Instant,
): Promise<boolean> {
  if (!mayBeMadeTogether(requests)) return false
  const { books, debits, credits } = postAll(requests, now)
  const hotFrom = Math.max(HOT_AT_LEAST, requests.length * HOT_SHARE)
  const moves = books
    .touched()
    .map((entry) => ({
      entry,
      debited: debits.get(entry.ref.id) ?? 0n,
      hot: (credits.get(entry.ref.id) ?? 0) >= hotFrom,
    }))
    .sort(byHeatThenId)
  try {
    const insert = insertTransfers(books.transfers)
    await pipeline.run([BEGIN, insert, bulkCall(MOVE, moveTable, moves), COMMIT])
    return true
  } catch (error) {
    if (!(error instanceof DatabaseError) || !NOT_ALL.has(error.code ?? '')) throw error
    await pipeline.run([ROLLBACK])
    return false
  }
}

/** An account that so large a part of a batch credits is changed last, just before COMMIT. */
const HOT_SHARE = 0.02
const HOT_AT_LEAST = 8

/** Every id once, and nothing that a floor may give way to. */
function mayBeMadeTogether(requests: readonly TransferRequest[]): boolean {
  const ids = new Set<Uuid>()
  for (const { postings } of requests) {
    for (const { id, mayOwe } of postings) {
      if (mayOwe === true || ids.has(id)) return false
      ids.add(id)
    }
  }
  return ids.size > 0
}

function postAll(requests: readonly TransferRequest[], now: Instant) {
  const books = new Books()
  const debits = new Map<Uuid, bigint>()
  const credits = new Map<Uuid, number>()
  for (const { postings, subjectId, occurredAt } of requests) {
    for (const { from, to, amount } of postings) {
      debits.set(from.id, (debits.get(from.id) ?? 0n) + amount)
      credits.set(to.id, (credits.get(to.id) ?? 0) + 1)
    }
    const unbound = postings.map((posting) => ({
      ...posting,
      from: withoutFloor(posting.from),
      to: withoutFloor(posting.to),
    }))
    const occasion = {
      subjectId: subjectId ?? null,
      occurredAt: occurredAt ?? now,
      recordedAt: now,
    }
    books.post(unbound, occasion)
  }
  return { books, debits, credits }
}

/** The database looks at the floors itself. */
function withoutFloor(account: AccountRef): AccountRef {
  return account.floor === null ? account : { ...account, floor: null }
}

/** One order of locks for all batches. */
function byHeatThenId(a: Move, b: Move): number {
  if (a.hot !== b.hot) return a.hot ? 1 : -1
  return a.entry.ref.id < b.entry.ref.id ? -1 : 1
}
