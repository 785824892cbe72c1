import type { Uuid } from '@danbao/kernel'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import { commandId } from './commands.ts'
import { namesOfLateable } from './order-life.ts'
import type { OrderPlan, SkipReason } from './plan-order.ts'
import type { Unreadable } from './read-lines.ts'
import { REPLAY_CURRENCY } from './read-orders.ts'

/** What a replay did. Counts are numbers, money is digits of minor units. */
export interface ReplayReport {
  readonly orders: {
    readonly read: number
    readonly imported: number
    readonly skipped: Readonly<Record<SkipReason, number>>
  }
  readonly payments: PaymentCounts
  readonly money: MoneySums
  /** Wall time. */
  readonly seconds: number
  readonly audit: { readonly ok: boolean }
  /** Those that a timer was before: the order says what the rules did not allow any more. */
  readonly steps: { readonly impossible: number }
  readonly unreadable: readonly Unreadable[]
}

interface PaymentCounts {
  readonly created: number
  readonly released: number
  readonly refunded: number
  readonly cancelled: number
}

interface MoneySums {
  readonly currency: string
  readonly secured: string
  readonly released_to_sellers: string
  readonly commission: string
  readonly refunded_to_wallets: string
  readonly returned_to_promotions: string
  readonly left_in_escrow: string
}

const TOTALS = `
  SELECT count(*), count(*) FILTER (WHERE state IN ('released', 'split')),
    count(*) FILTER (WHERE state = 'refunded'),
    count(*) FILTER (WHERE state IN ('cancelled', 'expired')),
    coalesce(sum(secured), 0), coalesce(sum(to_seller), 0), coalesce(sum(commission), 0),
    coalesce(sum(to_buyer), 0), coalesce(sum(to_promotions), 0), coalesce(sum(in_escrow), 0)
  FROM app.payment WHERE marketplace_id = $1 AND currency = $2`

/** Told by the database, so that a run that had nothing left to do tells the same. */
export async function readTotals(
  pool: Pool,
  marketplaceId: Uuid,
): Promise<{ readonly payments: PaymentCounts; readonly money: MoneySums }> {
  const [row = []] = await queryText(pool, TOTALS, [marketplaceId, REPLAY_CURRENCY])
  const r = readRow(row)
  return {
    payments: {
      created: r.integer(),
      released: r.integer(),
      refunded: r.integer(),
      cancelled: r.integer(),
    },
    money: {
      currency: REPLAY_CURRENCY,
      secured: r.text(),
      released_to_sellers: r.text(),
      commission: r.text(),
      refunded_to_wallets: r.text(),
      returned_to_promotions: r.text(),
      left_in_escrow: r.text(),
    },
  }
}

/** Counts the stored refusals of these orders' commands. */
export async function countImpossible(pool: Pool, plans: readonly OrderPlan[]): Promise<number> {
  const ids = plans.flatMap(namesOfLateable).map(commandId)
  const [row = []] = await queryText(
    pool,
    `SELECT count(*) FROM app.idempotency WHERE status = 409 AND id = ANY($1::uuid[])`,
    [idArray(ids)],
  )
  return readRow(row).integer()
}
