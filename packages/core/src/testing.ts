import {
  type Currency,
  currency,
  decodeId,
  type Duration,
  encodeId,
  ID_PREFIXES,
  type Instant,
  instant,
  invariant,
  newUuid,
  systemClock,
  type Uuid,
} from '@danbao/kernel'
import { type Database, type MigrationSource, queryText, readRow } from '@danbao/database'
import type { Amount, CreatePaymentRequest } from '@danbao/contracts'
import { createTestDatabase } from '@danbao/database/testing'
import type { AccountRef } from '@danbao/ledger'
import { z } from 'zod'
import type { Mode, PaymentCheck } from './clock/settings.ts'
import { createAccount, createPayment, pay, topUp, updateAccount } from './commands/index.ts'
import { type Core, type CoreOptions, createCore } from './core.ts'
import type { MarketplaceCaller, OperatorCaller } from './engine/caller.ts'
import type { Command } from './engine/command.ts'
import { MIGRATIONS, setUpDatabase } from './set-up.ts'

export interface TestCoreOptions {
  readonly mode?: Mode
  /** Default: noon of 1 June 2026, a day with rates. */
  readonly clockStandsAt?: Instant
  /** The clock runs with the real time instead; in a live database it always does. */
  readonly clockRuns?: boolean
  readonly paymentCheck?: PaymentCheck
  readonly limits?: boolean
  /** Of packages that build on this one, applied after its own. */
  readonly migrations?: readonly MigrationSource[]
}

/** What came back, read a little. */
export interface Ran {
  readonly status: number
  readonly body: string
  readonly replayed: boolean
  readonly json: Readonly<Record<string, unknown>>
  /** Of what the answer is about; empty where it has none. */
  readonly id: Uuid
  /** Of a refusal; undefined when the command was carried out. */
  readonly code: string | undefined
}

export interface TestPerson {
  readonly id: Uuid
  /** The id at the API's edge. */
  readonly text: string
  /** The marketplace that acts as this person. */
  readonly caller: MarketplaceCaller
}

export interface Parties {
  readonly buyer: TestPerson
  readonly seller: TestPerson
}

export interface RunOptions {
  readonly at?: Instant
  /** Equal keys are the same request unless their fingerprints differ. Absent: a new key. */
  readonly key?: { readonly id: Uuid; readonly fingerprint: Uuid }
  /** Another process on the same database. */
  readonly core?: Core
}

/** A money core over a real database of its own, with what tests need to make people and time. */
export interface TestCore {
  readonly core: Core
  readonly database: Database
  readonly marketplace: MarketplaceCaller
  readonly operator: OperatorCaller
  run(command: Command, options?: RunOptions): Promise<Ran>
  /** Default level 1; `funds` in minor units by currency. */
  person(level?: 0 | 1 | 2, funds?: Readonly<Record<string, bigint>>): Promise<TestPerson>
  /** A payment of 100 USD unless the request says otherwise; nobody has paid yet. */
  payment(parties: Parties, request?: Partial<CreatePaymentRequest>): Promise<Uuid>
  /** The same, and the buyer has paid. */
  paid(parties: Parties, request?: Partial<CreatePaymentRequest>): Promise<Uuid>
  addMarketplace(name: string): Promise<MarketplaceCaller>
  advance(by: Duration): Promise<Instant>
  /** Another engine on the same database, as a second server process would have. */
  anotherCore(options?: Pick<CoreOptions, 'onTimerFailure' | 'onBatch'>): Core
  balances(): Promise<readonly TestBalance[]>
  balance(of: AccountRef): Promise<bigint>
  /** One sentence for each thing that is wrong with the books. */
  problems(): Promise<readonly string[]>
  close(): Promise<void>
}

export interface TestBalance {
  readonly id: Uuid
  readonly code: string
  readonly currency: Currency
  readonly balance: bigint
  readonly floor: bigint | null
}

const DEFAULT_START = instant(Date.parse('2026-06-01T12:00:00.000Z'))

export async function openTestCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const database = await createTestDatabase([...MIGRATIONS, ...(options.migrations ?? [])])
  const clock = systemClock()
  const { mode = 'sandbox', clockStandsAt = DEFAULT_START, clockRuns, ...rest } = options
  const stands = mode === 'live' || clockRuns === true ? {} : { clockStandsAt }
  await setUpDatabase(database.pool, { mode, clock, ...stands, ...rest })
  const cores: Core[] = []
  const anotherCore: TestCore['anotherCore'] = (rest) => {
    const core = createCore({ database, clock, ...rest })
    cores.push(core)
    return core
  }
  const core = anotherCore()
  const run: TestCore['run'] = (command, how) => runOn(how?.core ?? core, command, how)
  const addMarketplace = (name: string): Promise<MarketplaceCaller> =>
    makeMarketplace(database, name)
  const marketplace = await addMarketplace('First')
  const payment: TestCore['payment'] = async ({ buyer, seller }, request) => {
    const all = { amount: amountOf(100_00n), ...request, buyer: buyer.text, seller: seller.text }
    return expectDone(await run(createPayment(marketplace, all))).id
  }
  return {
    core,
    database,
    marketplace,
    operator: { kind: 'operator' },
    run,
    person: (level = 1, funds = {}) => makePerson(run, marketplace, level, funds),
    payment,
    async paid(parties, request) {
      const id = await payment(parties, request)
      expectDone(await run(pay(parties.buyer.caller, id, {})))
      return id
    },
    addMarketplace,
    advance: (by) => core.advanceClock(by),
    anotherCore,
    balances: () => readBalances(database),
    balance: async (of) =>
      (await readBalances(database)).find(({ id }) => id === of.id)?.balance ?? 0n,
    problems: () => findProblems(database),
    async close() {
      await Promise.all(cores.map((one) => one.close()))
      await database.close()
    },
  }
}

function expectDone(ran: Ran): Ran {
  invariant(ran.code === undefined, `This was to be done and was refused: ${ran.body}`)
  return ran
}

async function runOn(core: Core, command: Command, { at, key }: RunOptions = {}): Promise<Ran> {
  const answer = await core.execute({
    command,
    idempotency: key ?? { id: newUuid(), fingerprint: newUuid() },
    ...(at === undefined ? {} : { at }),
  })
  const json = answer.body === '' ? {} : JSON_OBJECT.parse(JSON.parse(answer.body))
  const code = z.string().optional().parse(json['code'])
  return { ...answer, json, code, id: uuidOf(json['id']) }
}

const JSON_OBJECT = z.record(z.string(), z.unknown())

/** An amount as requests carry it. */
export function amountOf(minor: bigint, code = 'USD'): Amount {
  return { value: minor.toString(), currency: currency(code) }
}

/** The UUID of an id at the API's edge, whatever it is of. */
export function uuidOf(text: unknown): Uuid {
  if (typeof text !== 'string') return ''
  for (const prefix of Object.values(ID_PREFIXES)) {
    const decoded = decodeId(prefix, text)
    if (decoded.ok) return decoded.value
  }
  return ''
}

async function makeMarketplace(database: Database, name: string): Promise<MarketplaceCaller> {
  const marketplaceId = newUuid()
  await database.pool.query('INSERT INTO app.marketplace VALUES ($1, $2, now())', [
    marketplaceId,
    name,
  ])
  return { kind: 'marketplace', marketplaceId, actingAs: null }
}

async function makePerson(
  run: TestCore['run'],
  marketplace: MarketplaceCaller,
  level: 0 | 1 | 2,
  funds: Readonly<Record<string, bigint>>,
): Promise<TestPerson> {
  const { id } = await run(createAccount(marketplace, { name: 'Person' }))
  if (level !== 0) await run(updateAccount(marketplace, id, { level }))
  const text = encodeId('acc', id)
  for (const [code, minor] of Object.entries(funds)) {
    await run(topUp(marketplace, { account: text, amount: amountOf(minor, code) }))
  }
  return { id, text, caller: { ...marketplace, actingAs: id } }
}

async function readBalances({ pool }: Database): Promise<readonly TestBalance[]> {
  const sql = 'SELECT id, code, currency, balance, floor FROM ledger.account ORDER BY code, id'
  const rows = await queryText(pool, sql)
  return rows.map((row) => {
    const r = readRow(row)
    const [id, code, of] = [r.text(), r.text(), currency(r.text())]
    return { id, code, currency: of, balance: r.bigint(), floor: r.maybeBigint() }
  })
}

/** What holds between the books and the payments whatever was done. */
const PROBLEMS = `
  WITH moved AS (
    SELECT id, sum(amount) AS balance FROM (
      SELECT to_id AS id, amount FROM ledger.transfer
      UNION ALL SELECT from_id, -amount FROM ledger.transfer) AS sides GROUP BY id)
  SELECT 'account ' || a.id || ' holds ' || a.balance || ', its transfers say ' || coalesce(m.balance, 0)
    FROM ledger.account AS a LEFT JOIN moved AS m USING (id)
    WHERE a.balance <> coalesce(m.balance, 0)
  UNION ALL SELECT 'account ' || id || ' has transfers and no row' FROM moved
    WHERE id NOT IN (SELECT id FROM ledger.account)
  UNION ALL SELECT currency || ' sums to ' || sum(balance)
    FROM ledger.account GROUP BY currency HAVING sum(balance) <> 0
  UNION ALL SELECT 'account ' || id || ' is below its floor' FROM ledger.account
    WHERE balance < floor OR floor NOT IN (0, least(0, balance))
  UNION ALL SELECT 'payment ' || p.id || ' is ' || p.state || ' with ' || p.in_escrow
      || ' in escrow, its account holds ' || coalesce(a.balance, 0)
    FROM app.payment AS p LEFT JOIN ledger.account AS a ON a.id = p.id
    WHERE p.in_escrow <> coalesce(a.balance, 0) OR (p.closed_at IS NOT NULL AND p.in_escrow <> 0)
  UNION ALL SELECT 'payment ' || p.id || ' has another timer than it says'
    FROM app.payment AS p LEFT JOIN app.timer AS t ON t.subject_id = p.id
    WHERE p.due_at IS DISTINCT FROM t.due_at
  UNION ALL SELECT 'dispute ' || d.id || ' has another timer than it says'
    FROM app.dispute AS d LEFT JOIN app.timer AS t ON t.subject_id = d.id
    WHERE d.due_at IS DISTINCT FROM t.due_at
  UNION ALL SELECT 'payment ' || p.id || ' is ' || p.state || ' and its check says otherwise'
    FROM app.payment AS p LEFT JOIN app.payment_check AS c ON c.payment_id = p.id
    WHERE (p.state = 'verifying') <> (c.outcome IS NOT NULL AND c.decided_at IS NULL)
  UNION ALL SELECT 'payment ' || id || ' is ' || state || ' without an open dispute'
    FROM app.payment WHERE state = 'disputed' AND NOT EXISTS (
      SELECT FROM app.dispute AS d WHERE d.id = dispute_id AND d.state <> 'closed')`

async function findProblems({ pool }: Database): Promise<readonly string[]> {
  const rows = await queryText(pool, PROBLEMS)
  return rows.map(([problem]) => problem ?? '')
}
