import {
  type Currency,
  currency as toCurrency,
  formatInstant,
  type Instant,
  instant,
  type Uuid,
} from '@danbao/kernel'
import { readBalance } from '@danbao/ledger'
import { type Pool, queryText, readRow } from '@danbao/database'
import { addressesOf, proceedsOf, walletOf } from '../wallets/address.ts'
import { type Activity, ACTIVITY_COLUMNS, ACTIVITY_NAMES, readActivity } from './activity.ts'

/** Whose money, and when. */
export interface PeriodAsked {
  readonly personId: Uuid
  readonly book: 'wallet' | 'proceeds'
  readonly currency: Currency
  readonly from: Instant
  /** Not of the period any more. */
  readonly until: Instant
}

export interface PeriodLine extends Activity {
  /** Minor units, after it. */
  readonly balance: bigint
}

/** What happened to a balance in a period, oldest first, in minor units. */
export interface Period {
  readonly opening: bigint
  readonly closing: bigint
  readonly lines: readonly PeriodLine[]
}

/** More would be a document that nobody opens. */
export const MOST_LINES = 10_000

/**
 * For the person themselves: whoever calls has made sure that it is them. Undefined: there are more
 * than 10,000 lines.
 */
export async function readPeriod(pool: Pool, asked: PeriodAsked): Promise<Period | undefined> {
  const { personId, book, currency, from, until } = asked
  const { id } = book === 'wallet' ? walletOf(personId, currency) : proceedsOf(personId, currency)
  const values = [personId, id, formatInstant(from), formatInstant(until), MOST_LINES + 1]
  const found = (await queryText(pool, PERIOD, values)).map(readActivity)
  if (found.length > MOST_LINES) return undefined
  // Instants have milliseconds: what is before the first is not of the period.
  const opening = await readBalance(pool, id, instant(from - 1))
  let balance = opening
  const lines = found.map((line) => {
    balance += line.change
    return { ...line, balance }
  })
  return { opening, closing: balance, lines }
}

const WITHIN = 'occurred_at >= $3 AND occurred_at < $4 ORDER BY occurred_at, id LIMIT $5'

const PERIOD = `
  SELECT ${ACTIVITY_COLUMNS}
  FROM (
    SELECT moved.*, book.code AS book FROM ledger.account AS book CROSS JOIN LATERAL (
      (SELECT id, code, currency, amount AS change, subject_id, occurred_at
        FROM ledger.transfer WHERE to_id = book.id AND ${WITHIN})
      UNION ALL
      (SELECT id, code, currency, -amount, subject_id, occurred_at
        FROM ledger.transfer WHERE from_id = book.id AND ${WITHIN})) AS moved
    WHERE book.id = $2) AS line
  ${ACTIVITY_NAMES}
  ORDER BY line.occurred_at, line.id LIMIT $5`

/** Every balance that a person has or had, wallets first: whatever has ever moved in. */
export async function listBooks(
  pool: Pool,
  personId: Uuid,
): Promise<readonly Pick<PeriodAsked, 'book' | 'currency'>[]> {
  const { first, last } = addressesOf(personId)
  const sql = `SELECT code, currency FROM ledger.account
    WHERE id BETWEEN $1 AND $2 AND code IN ('wallet', 'proceeds') ORDER BY code DESC, currency`
  return (await queryText(pool, sql, [first, last])).map((row) => {
    const r = readRow(row)
    const book = r.text() === 'proceeds' ? 'proceeds' : 'wallet'
    return { book, currency: toCurrency(r.text()) }
  })
}
