import { type Currency, currency, formatInstant, type Instant, oneOf } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import { platformAccount } from '../wallets/address.ts'
import { convert } from './rates.ts'
import { readRates } from './store.ts'

/** How money is exchanged. */
export interface ExchangeTerms {
  /** Kept of each exchange: hundredths of a percent, 0 to 1000. */
  readonly spreadBps: number
  /** Older rates are none; null: any will do, which only a sandbox may have. */
  readonly rateMaxAgeDays: number | null
}

/** The database refuses a live one without an age. */
export async function changeExchangeTerms(
  client: Queryable,
  { spreadBps, rateMaxAgeDays }: ExchangeTerms,
): Promise<void> {
  await client.query('UPDATE app.setting SET spread_bps = $1, rate_max_age_days = $2', [
    spreadBps,
    rateMaxAgeDays,
  ])
}

/** When the rates were last asked for. `problem`: a code; null: they were taken in. */
export async function recordRateRequest(
  client: Queryable,
  { problem, now }: { readonly problem: string | null; readonly now: Instant },
): Promise<void> {
  await client.query(
    `INSERT INTO app.rate_source (asked_at, problem) VALUES ($1, $2)
     ON CONFLICT (only_row) DO UPDATE SET asked_at = excluded.asked_at, problem = excluded.problem`,
    [formatInstant(now), problem],
  )
}

const SOURCES = ['ecb', 'staff'] as const

/** What is known of a currency, however old. */
export interface ListedRate {
  readonly currency: Currency
  /** Decimal text, as published or typed in. */
  readonly perEuro: string
  readonly day: string
  readonly source: (typeof SOURCES)[number]
  /** Too old: nothing is exchanged by it. */
  readonly isStale: boolean
}

/** What lies with the exchange in a currency: it has given more than it took below zero. */
export interface FxPosition {
  readonly currency: Currency
  /** Minor units. */
  readonly amount: bigint
}

export interface ExchangeStanding {
  readonly terms: ExchangeTerms
  /** Enabled currencies without any rate are missing. */
  readonly rates: readonly ListedRate[]
  readonly enabled: readonly Currency[]
  readonly positions: readonly FxPosition[]
  /** Euro cents of all positions at these rates: gained, or lost. Null: a rate is missing. */
  readonly worth: bigint | null
  /** Null: they were never asked for. */
  readonly asked: { readonly at: Instant; readonly problem: string | null } | null
}

/** Rates, spread and the position, as the console shows them. */
export async function readExchange(client: Queryable, now: Instant): Promise<ExchangeStanding> {
  const { currencies, spreadBps, rateMaxAgeDays } = await loadSettings(client)
  const table = await readRates(client, now)
  const positions = await readPositions(client, currencies)
  const worths = positions.map(({ currency: of, amount }) => convert(table, amount, of, EURO))
  return {
    terms: { spreadBps, rateMaxAgeDays },
    enabled: [...currencies].filter((of) => of !== EURO),
    rates: (await readNewest(client, now)).map((rate) => ({
      ...rate,
      isStale: table.get(rate.currency) === undefined,
    })),
    positions,
    worth: worths.reduce<bigint | null>(
      (sum, worth) => (sum === null || worth === undefined ? null : sum + worth),
      0n,
    ),
    asked: await readAsked(client),
  }
}

const EURO = currency('EUR')

async function readNewest(
  client: Queryable,
  now: Instant,
): Promise<readonly Omit<ListedRate, 'isStale'>[]> {
  const sql = `SELECT DISTINCT ON (currency) currency, per_euro, day::text, source FROM app.rate
    JOIN app.setting ON currency = ANY(currencies)
    WHERE day <= ($1::timestamptz AT TIME ZONE 'UTC')::date ORDER BY currency, day DESC`
  return (await queryText(client, sql, [formatInstant(now)])).map((row) => {
    const r = readRow(row)
    const [of, perEuro, day] = [currency(r.text()), r.text(), r.text()]
    return { currency: of, perEuro, day, source: oneOf(SOURCES, r.text()) }
  })
}

async function readPositions(
  client: Queryable,
  currencies: ReadonlySet<Currency>,
): Promise<readonly FxPosition[]> {
  const sql = `SELECT currency, balance FROM ledger.account
    WHERE id = ANY($1::uuid[]) AND balance <> 0 ORDER BY currency`
  const ids = [...currencies].map((of) => platformAccount('fx', of).id)
  return (await queryText(client, sql, [ids])).map((row) => {
    const r = readRow(row)
    return { currency: currency(r.text()), amount: r.bigint() }
  })
}

async function readAsked(client: Queryable): Promise<ExchangeStanding['asked']> {
  const [row] = await queryText(client, 'SELECT asked_at, problem FROM app.rate_source')
  if (row === undefined) return null
  const r = readRow(row)
  return { at: r.instant(), problem: r.maybeText() }
}
