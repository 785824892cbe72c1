import { days, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { idArray, readRow } from '@danbao/database'
import { databaseClock } from '../clock/settings.ts'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import type { Usage } from './limits.ts'

const usages = new Slot<Usage & { readonly id: Uuid }>()

/** The buyer's use of the limits; the buyer's own row must be locked too. */
export const needUsage = (buyerId: Uuid) => (ws: WorkingSet) => usages.want(ws, buyerId)

export function usageOf(ws: WorkingSet, buyerId: Uuid): Usage {
  return usages.get(ws, buyerId) ?? NO_USAGE
}

const NO_USAGE: Usage = { always: 0n, year: 0n }

/** A payment of this buyer counts so much more (or less) than before. */
export function changeUsage(
  ws: WorkingSet,
  { buyerId, paidAt }: { readonly buyerId: Uuid | null; readonly paidAt: Instant | null },
  difference: bigint,
): void {
  if (buyerId === null || !usages.wanted(ws).has(buyerId) || difference === 0n) return
  const { always, year } = usageOf(ws, buyerId)
  // A refund of what was paid longer ago gives no room of this year.
  const ofYear = paidAt !== null && paidAt > ws.now - YEAR_MS ? difference : 0n
  usages.put(ws, { id: buyerId, always: always + difference, year: year + ofYear })
}

const YEAR_MS = days(365)

/** Sums over the buyer's payments: refunds have lowered what they count already. */
const USAGE = {
  name: 'limits.usage',
  sql: `SELECT buyer_id, sum(limit_counted),
      coalesce(sum(limit_counted) FILTER (WHERE paid_at > ${databaseClock('$2')} - $3::interval), 0)
    FROM app.payment WHERE buyer_id = ANY($1::uuid[]) AND limit_counted > 0 GROUP BY buyer_id`,
}

export const limitParticipant: Participant = {
  load(ws) {
    const buyers = usages.wanted(ws)
    if (buyers.size === 0) return []
    const values = [idArray(buyers), formatInstant(ws.recordedAt), `${YEAR_MS} milliseconds`]
    return [
      {
        call: { statement: USAGE, values },
        absorb: (rows) => {
          for (const row of rows) {
            const r = readRow(row)
            usages.load(ws, { id: r.text(), always: r.bigint(), year: r.bigint() })
          }
        },
      },
    ]
  },
}
