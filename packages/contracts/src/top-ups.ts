import { z } from 'zod'
import { amount, id, list, page, positiveAmount, timestamp } from './primitives.ts'

export const RAILS = ['webmoney', 'bank_transfer', 'western_union', 'boleto', 'card'] as const
export type Rail = (typeof RAILS)[number]

/** The ways for money to come in; a card pays a checkout, and leaves no money in a wallet. */
export const TOP_UP_RAILS = ['webmoney', 'bank_transfer', 'western_union', 'boleto'] as const
export type TopUpRail = (typeof TOP_UP_RAILS)[number]

export const TOP_UP_STATES = ['awaiting', 'credited', 'expired', 'cancelled'] as const
export type TopUpState = (typeof TOP_UP_STATES)[number]

/** Why money that arrived was not credited, or that went back is not covered. */
export const DEPOSIT_DOUBTS = [
  'no_reference',
  'unknown_reference',
  'wrong_currency',
  'wrong_amount',
  'not_awaited',
  'other_payer',
  'not_covered',
  'unknown_arrival',
] as const
export type DepositDoubt = (typeof DEPOSIT_DOUBTS)[number]

export const startTopUpRequest = z.strictObject({
  account: id('acc'),
  rail: z.enum(TOP_UP_RAILS),
  amount: positiveAmount.meta({ description: 'What is to be credited.' }),
})
export type StartTopUpRequest = z.infer<typeof startTopUpRequest>

export const topUpView = z
  .object({
    id: id('top'),
    object: z.literal('top_up'),
    account: id('acc'),
    rail: z.enum(RAILS),
    state: z.enum(TOP_UP_STATES),
    amount: positiveAmount,
    fee: amount.meta({ description: 'What the rail charges the payer on top.' }),
    arrived: amount.meta({ description: 'What of the amount was credited so far.' }),
    reference: z.string().nullable().meta({
      description: 'What the payer has to name: of a bank transfer an ISO 11649 reference.',
    }),
    created_at: timestamp,
    expires_at: timestamp.nullable(),
    ended_at: timestamp.nullable(),
  })
  .meta({ id: 'TopUp' })
export type TopUpView = z.infer<typeof topUpView>
export const topUpList = list(topUpView)
export type TopUpList = z.infer<typeof topUpList>

export const topUpsQuery = z.strictObject({ account: id('acc'), ...page })
export type TopUpsQuery = z.infer<typeof topUpsQuery>
