import { currency, InvariantError, newUuid, systemClock, type Uuid } from '@danbao/kernel'
import {
  BEGIN,
  type Call,
  COMMIT,
  type Database,
  openPipeline,
  type Pipeline,
  type PoolClient,
} from '@danbao/database'
import { type AccountRef, Books, createLedger, writeBooks } from '@danbao/ledger'
import { type BenchServer, openLedgerDatabase } from './database.ts'

/** Transfers per second, each durable and its balances true in the same commit. */
export interface LedgerRates {
  readonly bareInsert: number
  readonly onePerTransaction: number
  readonly uniform: number
  readonly hot: number
}

const USD = currency('USD')
const clock = systemClock()

const BATCH = 2_048
/** Enough that both lanes always have a full batch waiting. */
const IN_FLIGHT = 8_192

const FUNDS = 1_000_000_000n

/** Accounts with money in them, without a transfer for each: the books start somewhere. */
export async function seedAccounts(database: Database, count: number): Promise<AccountRef[]> {
  const ids = Array.from({ length: count }, () => newUuid())
  await database.pool.query('ALTER TABLE ledger.account SET (fillfactor = 50)')
  for (let at = 0; at < count; at += 10_000) {
    await database.pool.query(
      `INSERT INTO ledger.account (id, code, currency, balance, floor, opened_at)
       SELECT id, 'bench', 'USD', $2, 0, now() FROM unnest($1::uuid[]) AS t (id)`,
      [ids.slice(at, at + 10_000), FUNDS.toString()],
    )
  }
  await database.pool.query('VACUUM ANALYZE ledger.account')
  return ids.map((id) => ({ id, code: 'bench', currency: USD, floor: 0n }))
}

function pick<T>(from: readonly T[]): T {
  const one = from[Math.floor(Math.random() * from.length)]
  if (one === undefined) throw new InvariantError('There is nothing to pick from.')
  return one
}

function pair(
  accounts: readonly AccountRef[],
  hot: AccountRef | undefined,
): [AccountRef, AccountRef] {
  const from = pick(accounts)
  const to = hot !== undefined && Math.random() < 0.5 ? hot : pick(accounts)
  return from.id === to.id ? pair(accounts, hot) : [from, to]
}

/** Through the public interface: client-chosen ids, repeated safely, refused below the floor. */
export async function ledgerRate(
  database: Database,
  accounts: readonly AccountRef[],
  how: { readonly seconds: number; readonly hot: boolean; readonly inFlight?: number },
): Promise<number> {
  const ledger = createLedger({
    pool: database.pool,
    connection: () => database.connectionConfig(),
    now: () => clock.now(),
    maxBatch: BATCH,
  })
  const hot = how.hot ? pick(accounts) : undefined
  const rate = await countPerSecond(how.seconds, how.inFlight ?? IN_FLIGHT, async () => {
    const [from, to] = pair(accounts, hot)
    const posting = { id: newUuid(), from, to, amount: 1n, code: 'bench' }
    const made = await ledger.transfer({ postings: [posting] })
    if (!made.ok) throw new InvariantError(`A transfer was refused: ${made.refusal}.`)
  })
  await ledger.close()
  return rate
}

/** The usual way: lock both accounts, check, insert, update, commit; eight connections. */
export async function onePerTransaction(
  database: Database,
  accounts: readonly AccountRef[],
  seconds: number,
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: 8 }, () => database.pool.connect()))
  const free = [...clients]
  const rate = await countPerSecond(seconds, clients.length, async () => {
    const client = free.pop()
    if (client === undefined) throw new InvariantError('Every worker has a connection.')
    await transferAlone(client, pair(accounts, undefined))
    free.push(client)
  })
  for (const client of clients) client.release()
  return rate
}

async function transferAlone(
  client: PoolClient,
  [from, to]: [AccountRef, AccountRef],
): Promise<void> {
  await client.query('BEGIN')
  const { rows } = await client.query<{ id: Uuid; balance: bigint }>({
    name: 'lock',
    text: `SELECT id, balance FROM ledger.account WHERE id = ANY($1::uuid[])
      ORDER BY id FOR NO KEY UPDATE`,
    values: [[from.id, to.id]],
  })
  const balance = rows.find((row) => row.id === from.id)?.balance ?? 0n
  if (balance < 1n) throw new InvariantError('The accounts of the benchmark are rich.')
  await client.query({
    name: 'insert',
    text: `INSERT INTO ledger.transfer VALUES ($1, $2, $3, $4, 1, 'USD', 'bench', NULL, NULL, now(), now())`,
    values: [newUuid(), newUuid(), from.id, to.id],
  })
  await client.query({
    name: 'update',
    text: `UPDATE ledger.account SET balance = balance + CASE id WHEN $1::uuid THEN -1 ELSE 1 END
      WHERE id IN ($1::uuid, $2::uuid)`,
    values: [from.id, to.id],
  })
  await client.query('COMMIT')
}

/** More than two writers can insert in the time that is measured. */
const BARE_ROWS_PER_SECOND = 80_000

/**
 * The limit: the same rows into the same table and indexes, and nothing else; two writers. What
 * they send is made before the clock runs.
 */
export async function bareInsert(
  database: Database,
  accounts: readonly AccountRef[],
  seconds: number,
): Promise<number> {
  const count = Math.ceil((seconds * BARE_ROWS_PER_SECOND) / BATCH)
  const inserts = Array.from({ length: count }, () => insertOf(accounts))
  const pipelines = [
    await openPipeline(database.connectionConfig()),
    await openPipeline(database.connectionConfig()),
  ]
  const started = performance.now()
  let rows = 0
  const writer = async (pipeline: Pipeline): Promise<void> => {
    while (performance.now() - started < seconds * 1000) {
      const insert = inserts.pop()
      if (insert === undefined) return
      await pipeline.run([BEGIN, insert, COMMIT])
      rows += BATCH
    }
  }
  await Promise.all(pipelines.map(writer))
  const rate = (rows * 1000) / (performance.now() - started)
  await Promise.all(pipelines.map((pipeline) => pipeline.close()))
  return rate
}

/** The very statement that the ledger writes its transfers with. */
function insertOf(accounts: readonly AccountRef[]): Call {
  const books = new Books()
  const now = clock.now()
  const postings = Array.from({ length: BATCH }, () => {
    const [from, to] = pair(accounts, undefined)
    return { from: unbound(from), to: unbound(to), amount: 1n, code: 'bench' }
  })
  books.post(postings, { subjectId: null, occurredAt: now, recordedAt: now })
  const [insert] = writeBooks(books)
  if (insert === undefined) throw new InvariantError('There are transfers to insert.')
  return insert
}

function unbound(account: AccountRef): AccountRef {
  return { ...account, floor: null }
}

/** Runs `task` with so many in flight until the time is over. */
async function countPerSecond(
  seconds: number,
  inFlight: number,
  task: () => Promise<void>,
): Promise<number> {
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  let done = 0
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await task()
      done += 1
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  return (done * 1000) / (performance.now() - started)
}

export async function ledgerCells(server: BenchServer, seconds: number): Promise<LedgerRates> {
  const database = await openLedgerDatabase(server, 'ledger')
  const accounts = await seedAccounts(database, 100_000)
  await ledgerRate(database, accounts, { seconds: 1, hot: false })
  const bare = await bareInsert(database, accounts, seconds)
  const single = await onePerTransaction(database, accounts, seconds)
  const uniform = await ledgerRate(database, accounts, { seconds, hot: false })
  const hot = await ledgerRate(database, accounts, { seconds, hot: true })
  await database.close()
  return { bareInsert: bare, onePerTransaction: single, uniform, hot }
}
