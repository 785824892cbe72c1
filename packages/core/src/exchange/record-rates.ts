import {
  accept,
  type Currency,
  currency,
  days,
  formatInstant,
  type Instant,
  instant,
  isCurrency,
  refuse,
  type Result,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { parseRate } from './rates.ts'

/** Rates of one day, by currency code, as decimal text; unknown codes are passed over. */
export interface DayOfRates {
  readonly day: string
  readonly perEuro: ReadonlyMap<string, string>
}

/** Why a day's rates are not taken in: the last good ones stay. */
export interface RateProblem {
  readonly code: 'future_day' | 'older_day' | 'implausible_rate'
  readonly place: string
  readonly message: string
}

export interface RecordedRates {
  /** All of them were there already. */
  readonly isKnown: boolean
  readonly count: number
}

/**
 * Takes in what the European Central Bank has published, whole or not at all; the same day once more
 * is a correction, but not of what staff have typed in. A rate that has moved by more than a third
 * since the last is more likely a wrong file than the world's: two members of staff can type it in.
 */
export async function recordRates(
  client: Queryable,
  { day, perEuro }: DayOfRates,
  now: Instant,
): Promise<Result<RecordedRates, RateProblem>> {
  if (day > formatInstant(instant(now + days(1))).slice(0, 10)) {
    return refuse({ code: 'future_day', place: day, message: `The rates are of ${day}.` })
  }
  const last = await readLast(client)
  const newest = await readNewestDay(client)
  if (newest !== null && day < newest) {
    const message = `The rates are of ${day}; there are newer ones, of ${newest}.`
    return refuse({ code: 'older_day', place: day, message })
  }
  const known = [...perEuro].filter(([code]) => isCurrency(code))
  const rates = known.map(([code, text]): [Currency, string] => [currency(code), text])
  const wrong = rates.map(([of, text]) => checkAgainst(last, { of, text, day })).find(Boolean)
  if (wrong !== undefined) return refuse(wrong)
  const { rowCount } = await client.query(
    `INSERT INTO app.rate (day, currency, per_euro, source)
     SELECT $1, code, rate, 'ecb' FROM unnest($2::text[], $3::numeric[]) AS given (code, rate)
     ON CONFLICT (day, currency) DO UPDATE SET per_euro = excluded.per_euro
       WHERE rate.source = 'ecb' AND rate.per_euro <> excluded.per_euro`,
    [day, rates.map(([of]) => of), rates.map(([, text]) => text)],
  )
  return accept({ isKnown: rowCount === 0, count: rates.length })
}

/** Of what the bank has published: what staff type in today does not make its last file old. */
async function readNewestDay(client: Queryable): Promise<string | null> {
  const sql = "SELECT max(day)::text FROM app.rate WHERE source = 'ecb'"
  const [day = null] = (await queryText(client, sql)).map((row) => readRow(row).maybeText())
  return day
}

type LastRates = ReadonlyMap<Currency, { readonly day: string; readonly text: string }>

/** Whoever it is from: what two have typed in is what the next file is held against. */
async function readLast(client: Queryable): Promise<LastRates> {
  const sql = `SELECT DISTINCT ON (currency) currency, day::text, per_euro FROM app.rate
    ORDER BY currency, day DESC`
  return new Map(
    (await queryText(client, sql)).map((row) => {
      const r = readRow(row)
      return [currency(r.text()), { day: r.text(), text: r.text() }]
    }),
  )
}

interface GivenRate {
  readonly of: Currency
  readonly text: string
  readonly day: string
}

function checkAgainst(last: LastRates, { of, text, day }: GivenRate): RateProblem | undefined {
  const before = last.get(of)
  if (before === undefined) return undefined
  const place = `${of} ${day}`
  const change = `${of} would be ${text} for a euro, after ${before.text} on ${before.day}.`
  const [a, b] = [parseRate(before.text, before.day), parseRate(text, day)]
  const [old, now] = [a.units * b.scale, b.units * a.scale]
  if (3n * now > 4n * old || 4n * now < 3n * old) {
    return { code: 'implausible_rate', place, message: change }
  }
  return undefined
}

/** A rate that two members of staff have agreed on holds from this day on. */
export async function recordTypedRate(
  client: Queryable,
  { of, day, text }: GivenRate,
): Promise<void> {
  await client.query(
    `INSERT INTO app.rate (day, currency, per_euro, source) VALUES ($1, $2, $3, 'staff')
     ON CONFLICT (day, currency) DO UPDATE SET per_euro = excluded.per_euro, source = 'staff'`,
    [day, of, text],
  )
}
