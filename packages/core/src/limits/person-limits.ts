import type { Amount } from '@danbao/contracts'
import { addDuration, days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import type { Level } from '../accounts/account.ts'
import { LIMIT_CURRENCY, LIMITS, type Usage } from './limits.ts'

/** What a level allows, and what a person has used of it. */
export interface LevelLimits {
  readonly level: Level
  readonly perPayment: Amount
  readonly inAll: Amount
  /** Over all time, or over the last 365 days. */
  readonly over: 'always' | 'year'
  readonly used: Amount
  readonly left: Amount
}

/** Of all levels, for the person themselves: the same sums that payments are decided by. */
export async function readLimits(
  pool: Pool,
  { id, now }: { readonly id: Uuid; readonly now: Instant },
): Promise<readonly LevelLimits[]> {
  const usage = await readUsage(pool, id, now)
  const levels: readonly Level[] = [0, 1, 2]
  return levels.map((level) => {
    const { perPayment, inAll, over } = LIMITS[level]
    const used = usage[over]
    const left = inAll - used
    return {
      level,
      perPayment: amountOf(perPayment),
      inAll: amountOf(inAll),
      over,
      used: amountOf(used),
      left: amountOf(left > 0n ? left : 0n),
    }
  })
}

function amountOf(minor: bigint): Amount {
  return { value: minor.toString(), currency: LIMIT_CURRENCY }
}

export async function readUsage(pool: Pool, id: Uuid, now: Instant): Promise<Usage> {
  const rows = await queryText(
    pool,
    `SELECT coalesce(sum(limit_counted), 0),
       coalesce(sum(limit_counted) FILTER (WHERE paid_at > $2), 0)
     FROM app.payment WHERE buyer_id = $1 AND limit_counted > 0`,
    [id, formatInstant(addDuration(now, days(-365)))],
  )
  const [usage] = rows.map((row) => {
    const r = readRow(row)
    return { always: r.bigint(), year: r.bigint() }
  })
  return usage ?? { always: 0n, year: 0n }
}
