import type { Refusal } from '@danbao/contracts'
import { loadSettings, queries } from '@danbao/core'
import {
  accept,
  currency,
  days,
  type Instant,
  instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import { refuseWith } from '../staff/refusals.ts'

/** What somebody asks a statement of: whole days in UTC. */
export interface Wanted {
  readonly book: 'wallet' | 'proceeds'
  readonly currency: string
  /** `2026-11-01`, the first day. */
  readonly from: string
  /** The last day. */
  readonly to: string
}

export interface FoundPeriod extends queries.Period {
  readonly asked: queries.PeriodAsked
}

const MOST_DAYS = 366

/** What is in the ledger of these days; a document of years is refused. */
export async function findPeriod(
  pool: Pool,
  personId: Uuid,
  wanted: Wanted,
): Promise<Result<FoundPeriod, Refusal>> {
  const of = currency(wanted.currency)
  if (!(await loadSettings(pool)).currencies.has(of)) {
    return refuseWith('currency_not_enabled', `${of} is not enabled here.`, { field: 'currency' })
  }
  const [from, until] = [startOf(wanted.from), instant(startOf(wanted.to) + days(1))]
  if (until <= from || until - from > days(MOST_DAYS)) {
    return refuseWith('invalid_request', 'The last day is within 366 days of the first.', {
      field: 'to',
    })
  }
  const asked = { personId, book: wanted.book, currency: of, from, until }
  const found = await queries.readPeriod(pool, asked)
  if (found !== undefined) return accept({ ...found, asked })
  return refuseWith(
    'invalid_request',
    `More than ${queries.MOST_LINES} lines: ask for less time.`,
    {
      field: 'to',
    },
  )
}

function startOf(day: string): Instant {
  return instant(Date.parse(`${day}T00:00:00.000Z`))
}
