import { AGES, type CurrencyOverview } from '@danbao/contracts/console'
import { type Currency, currency, formatInstant, type Instant } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { convert, type RateTable } from '../exchange/rates.ts'
import { readRates } from '../exchange/store.ts'
import { AGE_HOURS, dayStart, DAYS, DUE_DAYS, HELD, placeAmong, RELEASES } from './desk-filter.ts'

/** Payments, and minor units of their currency. */
interface Sum {
  readonly payments: number
  readonly value: bigint
}
const NOTHING: Sum = { payments: 0, value: 0n }

/** By what is summed: `secured`, `released`, `age` or `due`, and the day or age. */
type Sums = ReadonlyMap<string, Sum>

/** What is secured, held and released, of every currency that has something of it. */
export async function readMoney(pool: Pool, now: Instant): Promise<CurrencyOverview[]> {
  const found = await readSums(pool, now)
  const all = [...found].map(([of, sums]) => viewCurrency(of, sums, now))
  const rates = await readRates(pool, now)
  return all.toSorted((a, b) => compare(worth(b, rates), worth(a, rates)))
}

/** Bigints have no difference that sorts take. */
function compare(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** To tell the largest: in euro cents, or what nobody has a rate for as if it were euros. */
function worth({ currency: of, held }: CurrencyOverview, rates: RateTable | undefined): bigint {
  const value = BigInt(held.value)
  return convert(rates, value, currency(of), EURO) ?? value
}
const EURO = currency('EUR')

function viewCurrency(of: Currency, sums: Sums, now: Instant): CurrencyOverview {
  const sum = (what: string, key: string) => view(sums.get(`${what} ${key}`) ?? NOTHING)
  const day = (later: number): string => dayStart(now, later).slice(0, 10)
  const ages = AGES.map((age, place) => ({ age, ...sum('age', String(place)) }))
  const dueDays = [...Array.from({ length: DUE_DAYS }, (_, later) => day(later)), 'later']
  return {
    currency: of,
    held: view(AGES.reduce((all, _, at) => plus(all, sums.get(`age ${at}`)), NOTHING)),
    days: Array.from({ length: DAYS }, (_, at) => day(at + 1 - DAYS)).map((one) => ({
      day: one,
      secured: sum('secured', one),
      released: sum('released', one),
    })),
    ages,
    due: dueDays.map((one) => ({ day: one, ...sum('due', one) })),
  }
}

function plus(a: Sum, b: Sum = NOTHING): Sum {
  return { payments: a.payments + b.payments, value: a.value + b.value }
}

function view({ payments, value }: Sum): CurrencyOverview['held'] {
  return { payments, value: value.toString() }
}

async function readSums(pool: Pool, now: Instant): Promise<ReadonlyMap<Currency, Sums>> {
  const instants = [dayStart(now, 1 - DAYS), formatInstant(now), dayStart(now)]
  const found = new Map<Currency, Map<string, Sum>>()
  for (const row of await queryText(pool, SUMS, instants)) {
    const r = readRow(row)
    const [of, what, key] = [currency(r.text()), r.text(), r.text()]
    const sums = found.get(of) ?? new Map<string, Sum>()
    sums.set(`${what} ${key}`, { payments: r.integer(), value: r.bigint() })
    found.set(of, sums)
  }
  return found
}

const day = (column: string): string => `(${column} AT TIME ZONE 'UTC')::date::text`
const AGE = placeAmong('$2::timestamptz - payment.paid_at', AGE_HOURS)
const LATER = `$3::timestamptz + interval '${DUE_DAYS * 24} hours'`

const SUMS = `
  SELECT currency, 'secured', ${day('paid_at')}, count(*), sum(secured)
  FROM app.payment WHERE paid_at >= $1 GROUP BY 1, 3
  UNION ALL
  SELECT currency, 'released', ${day('closed_at')}, count(*), sum(to_seller)
  FROM app.payment WHERE closed_at >= $1 AND to_seller > 0 GROUP BY 1, 3
  UNION ALL
  SELECT currency, 'age', ${AGE}::text, count(*), sum(in_escrow)
  FROM app.payment AS payment WHERE ${HELD} GROUP BY 1, 3
  UNION ALL
  SELECT payment.currency, 'due',
    CASE WHEN timer.due_at >= ${LATER} THEN 'later' ELSE ${day('timer.due_at')} END,
    count(*), sum(payment.in_escrow)
  FROM app.timer AS timer JOIN app.payment AS payment ON payment.id = timer.subject_id
  WHERE timer.due_at >= $3 AND ${RELEASES} GROUP BY 1, 3`
