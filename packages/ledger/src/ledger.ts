import { accept, type Instant, newUuid, refuse, type Result, type Uuid } from '@danbao/kernel'
import {
  BatchConflict,
  BEGIN,
  type ClientConfig,
  COMMIT,
  createGroupCommit,
  DatabaseError,
  type Pipeline,
  type Pool,
  readRow,
} from '@danbao/database'
import type { AccountRef } from './account.ts'
import { Books } from './books.ts'
import { makeAll } from './make-all.ts'
import { readBalance, readStatement, type Statement, type StatementQuery } from './statement.ts'
import { lockAccounts, readAccount, writeBooks } from './store.ts'
import type { TransferRequest } from './transfer.ts'

export type TransferRefusal =
  | 'insufficient_funds'
  /** The id stands for another transfer already. */
  | 'id_in_use'

/** `repeated` is true when the same transfers had been made before. */
export interface Receipt {
  readonly repeated: boolean
}

/** A double-entry ledger on PostgreSQL. */
export interface Ledger {
  /** Resolves after COMMIT. */
  transfer(request: TransferRequest): Promise<Result<Receipt, TransferRefusal>>
  /** Minor units; with `at`, as of that past instant. */
  balance(accountId: Uuid, at?: Instant): Promise<bigint>
  statement(query: StatementQuery): Promise<Statement>
  close(): Promise<void>
}

export interface LedgerOptions {
  readonly pool: Pool
  readonly connection: () => ClientConfig
  readonly now: () => Instant
  readonly maxBatch?: number
}

export function createLedger(options: LedgerOptions): Ledger {
  let careful = 0
  const commits = createGroupCommit<TransferRequest, Result<Receipt, TransferRefusal>>({
    connection: options.connection,
    maxBatch: options.maxBatch ?? 2_048,
    async run(requests, pipeline) {
      const now = options.now()
      if (careful === 0 && (await makeAll(requests, pipeline, now))) {
        return requests.map(() => accept({ repeated: false }))
      }
      careful = careful === 0 ? CAREFUL_BATCHES : careful - 1
      return runTransfers(requests, pipeline, now)
    },
  })
  return {
    transfer: (request) => commits.submit(request),
    balance: (accountId, at) => readBalance(options.pool, accountId, at),
    statement: (query) => readStatement(options.pool, query),
    close: () => commits.close(),
  }
}

/** Refusals come in crowds: after one, so many batches are decided one by one from the start. */
const CAREFUL_BATCHES = 4

const FIND_TRANSFERS = {
  name: 'ledger.find_transfers',
  sql: `SELECT id, from_id, to_id, amount FROM ledger.transfer WHERE id = ANY($1::uuid[])`,
}

async function runTransfers(
  requests: readonly TransferRequest[],
  pipeline: Pipeline,
  now: Instant,
): Promise<readonly Result<Receipt, TransferRefusal>[]> {
  const books = new Books()
  const ids = requests.flatMap(({ postings }) => postings.map(({ id }) => id))
  for (const id of accountsToLock(requests)) books.want(id)
  const [, found, locked] = await pipeline.run([
    BEGIN,
    { statement: FIND_TRANSFERS, values: [`{${ids.join(',')}}`] },
    lockAccounts(books.wanted),
  ])
  const made = new Map<Uuid, string>()
  for (const row of found?.rows ?? []) {
    const r = readRow(row)
    made.set(r.text(), movement(r.text(), r.text(), r.bigint()))
  }
  for (const row of locked?.rows ?? []) books.load(readAccount(row))

  const answers = requests.map((request) => decide(request, books, made, now))
  await write(pipeline, books)
  return answers
}

/**
 * Both sides of every transfer, so that all batches take their locks in one order and can not
 * wait for each other in a circle. Accounts without a floor stay free until the last statement.
 */
function accountsToLock(requests: readonly TransferRequest[]): Set<Uuid> {
  const sides = requests.flatMap(({ postings }) => postings.flatMap(({ from, to }) => [from, to]))
  return new Set(sides.filter(({ floor }) => floor !== null).map(({ id }) => id))
}

function decide(
  request: TransferRequest,
  books: Books,
  made: Map<Uuid, string>,
  now: Instant,
): Result<Receipt, TransferRefusal> {
  const ids = new Set(request.postings.map(({ id }) => id))
  if (ids.size < request.postings.length) return refuse('id_in_use')
  const known = request.postings.filter((posting) => made.has(posting.id))
  if (known.length > 0) {
    const same = request.postings.every(
      (p) => made.get(p.id) === movement(p.from.id, p.to.id, p.amount),
    )
    return same ? accept({ repeated: true }) : refuse('id_in_use')
  }
  const posted = books.post(request.postings, {
    subjectId: request.subjectId ?? null,
    occurredAt: request.occurredAt ?? now,
    recordedAt: now,
  })
  if (!posted.ok) return posted
  for (const t of posted.value) made.set(t.id, movement(t.fromId, t.toId, t.amount))
  return accept({ repeated: false })
}

function movement(fromId: Uuid, toId: Uuid, amount: bigint): string {
  return `${fromId} ${toId} ${amount}`
}

async function write(pipeline: Pipeline, books: Books): Promise<void> {
  try {
    await pipeline.run([...writeBooks(books), COMMIT])
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'transfer_pkey') {
      throw new BatchConflict('Another process made the same transfer.', { cause: error })
    }
    throw error
  }
}

/** An account of a ledger that stands alone. */
export function accountRef(ref: Omit<AccountRef, 'id'> & { readonly id?: Uuid }): AccountRef {
  return { ...ref, id: ref.id ?? newUuid() }
}
