import { z } from 'zod'
import { decideDispute, DISPUTE_REASONS, openDispute } from './disputes.ts'
import { renewCard } from './payment-methods.ts'
import { failRefund } from './refunds.ts'
import type { Row } from './shelf.ts'
import type { State } from './state.ts'

/** What banks and holders of cards do, done by hand. */
export const action = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('charge_back'),
    charge: z.string(),
    reason: z.enum(DISPUTE_REASONS).default('fraudulent'),
  }),
  z.strictObject({
    action: z.literal('decide_dispute'),
    dispute: z.string(),
    outcome: z.enum(['won', 'lost']),
  }),
  z.strictObject({ action: z.literal('fail_refund'), refund: z.string() }),
  z.strictObject({ action: z.literal('renew_card'), payment_method: z.string() }),
])
export type Action = z.output<typeof action>

/** Answers what it has become. Throws ApiError when it can not be done. */
export function act(state: State, wanted: Action): Row {
  switch (wanted.action) {
    case 'charge_back':
      return openDispute(state, wanted.charge, wanted.reason)
    case 'decide_dispute':
      return decideDispute(state, wanted.dispute, wanted.outcome)
    case 'fail_refund':
      return failRefund(state, wanted.refund)
    case 'renew_card':
      return renewCard(state, wanted.payment_method)
  }
}
