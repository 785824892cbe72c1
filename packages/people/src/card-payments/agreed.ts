import { id as idOf } from '@danbao/contracts'
import { milliseconds } from '@danbao/kernel'
import { z } from 'zod'

/** What a buyer authorised, kept with the charge: whoever goes on with it pays exactly that. */
export const agreed = z.strictObject({
  /** The buyer's own part of the checkout, in minor units. */
  total: z.string(),
  payments: z.array(idOf('pay')),
  /** What was known of the buyer's browser at that moment. */
  known: z.strictObject({
    deviceAge: z.number().transform(milliseconds).nullable(),
    country: z.string().nullable(),
  }),
})
