import { TOP_UP_RAILS, type TopUpRail } from '@danbao/contracts'
import { type Currency, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import { monthSql } from '../funding/store.ts'
import { WAYS } from '../funding/ways.ts'
import { LIMIT_CURRENCY } from '../limits/limits.ts'
import { firstFrom, lastWithin } from '../limits/bounds.ts'
import { convert, type RateTable } from '../exchange/rates.ts'
import { readRates } from '../exchange/store.ts'

/** How much comes in by a way at once, in minor units of `currency`. The command decides anew. */
export interface TopUpBounds {
  readonly rail: TopUpRail
  readonly currency: Currency
  readonly least: bigint
  /** Null: no bound. */
  readonly most: bigint | null
  /** What still comes in this way this month; null: no bound. */
  readonly leftThisMonth: bigint | null
}

interface Asked {
  readonly accountId: Uuid
  readonly now: Instant
}

/** Of every way and enabled currency for which there is a rate. */
export async function readTopUpBounds(
  pool: Pool,
  { accountId, now }: Asked,
): Promise<readonly TopUpBounds[]> {
  const [settings, rates, used] = await Promise.all([
    loadSettings(pool),
    readRates(pool, now),
    usedThisMonth(pool, accountId, now),
  ])
  return TOP_UP_RAILS.flatMap((rail) =>
    [...settings.currencies]
      .filter((currency) => WAYS[rail].currencies?.has(currency) !== false)
      .flatMap((currency) => boundsOf(rail, { currency, rates, used })),
  )
}

interface Money {
  readonly currency: Currency
  readonly rates: RateTable | undefined
  readonly used: bigint
}

function boundsOf(rail: TopUpRail, { currency, rates, used }: Money): readonly TopUpBounds[] {
  const { least, most, mostAMonth } = WAYS[rail]
  const base = (minor: bigint): bigint | undefined =>
    convert(rates, minor, currency, LIMIT_CURRENCY)
  const first = convert(rates, least, LIMIT_CURRENCY, currency)
  if (first === undefined || base(first) === undefined) return []
  const left = mostAMonth === null ? null : atLeastZero(mostAMonth - used)
  const last = (bound: bigint | null): bigint | null =>
    bound === null ? null : lastWithin(convert(rates, bound, LIMIT_CURRENCY, currency), bound, base)
  return [
    {
      ...{ rail, currency, least: firstFrom(first, least, base) },
      ...{ most: last(most), leftThisMonth: last(left) },
    },
  ]
}

function atLeastZero(minor: bigint): bigint {
  return minor > 0n ? minor : 0n
}

async function usedThisMonth(pool: Pool, accountId: Uuid, now: Instant): Promise<bigint> {
  const asked = [idArray([accountId]), formatInstant(now)]
  const [row] = await queryText(pool, monthSql('$2::timestamptz'), asked)
  return row === undefined ? 0n : readRow(row.slice(1)).bigint()
}
