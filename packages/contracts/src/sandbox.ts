import { z } from 'zod'
import { duration, id, positiveAmount, timestamp } from './primitives.ts'
import { RAILS } from './top-ups.ts'

export const createTopUpRequest = z.strictObject({
  account: id('acc'),
  amount: positiveAmount,
  rail: z.enum(RAILS).optional().meta({ description: 'Default: bank_transfer.' }),
})
export type CreateTopUpRequest = z.infer<typeof createTopUpRequest>

export const clockView = z
  .object({ object: z.literal('clock'), now: timestamp })
  .meta({ id: 'Clock', description: 'The clock of a sandbox database. It only goes forward.' })
export type ClockView = z.infer<typeof clockView>

export const advanceClockRequest = z.strictObject({ advance: duration })
export type AdvanceClockRequest = z.infer<typeof advanceClockRequest>
