import { z } from 'zod'
import { amount } from '../primitives.ts'

/** What a dispute's end would do to the money. */
export const settlementView = z.object({
  /** What can still go back because of it, at most. */
  left: amount,
  to_buyer: amount,
  /** The coupon's share of what goes back. */
  to_promotions: amount,
  /** What the seller has of this payment in the end, after commission. */
  to_seller: amount,
  commission: amount,
})
export type SettlementView = z.infer<typeof settlementView>

/** Minor units of the payment's currency that go back to the buyer. */
export const settlementQuery = z.strictObject({
  back: z.string().regex(/^(0|[1-9]\d{0,14})$/, 'must be digits only: minor units'),
})
