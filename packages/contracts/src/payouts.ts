import { z } from 'zod'
import { id, list, page, positiveAmount, timestamp } from './primitives.ts'

/**
 * `review`: a second person looks at it first. `queued`: it goes with the next file. `sent`: the bank
 * has it. `returned`: the bank did not pay it, or got it back; the money is with the proceeds again.
 */
export const PAYOUT_STATES = [
  'review',
  'queued',
  'sent',
  'paid',
  'returned',
  'refused',
  'cancelled',
] as const
export type PayoutState = (typeof PAYOUT_STATES)[number]

/** Why a second person looks at a payout first. */
export const PAYOUT_REVIEWS = ['large', 'other_holder'] as const
export type PayoutReview = (typeof PAYOUT_REVIEWS)[number]

/** The books of a person that money could be paid out of. Of a wallet it never is. */
export const PAYOUT_SOURCES = ['proceeds', 'wallet'] as const

/** Checked by its digits; what can not be right is refused with `invalid_request`. */
export const bankAccountInput = z.strictObject({
  holder: z.string().trim().min(1).max(70).meta({ description: 'Whose account it is.' }),
  iban: z
    .string()
    .trim()
    .min(15)
    .max(42)
    .meta({ description: 'ISO 13616, with or without spaces.' }),
  bic: z.string().trim().min(8).max(11).optional().meta({ description: 'ISO 9362.' }),
})
export type BankAccountInput = z.infer<typeof bankAccountInput>

export const requestPayoutRequest = z.strictObject({
  account: id('acc'),
  amount: positiveAmount,
  from: z.enum(PAYOUT_SOURCES).default('proceeds').meta({
    description: 'Only proceeds are paid out. What is in a wallet is for buying.',
  }),
  bank_account: bankAccountInput,
})
export type RequestPayoutRequest = z.input<typeof requestPayoutRequest>

export const payoutView = z
  .object({
    id: id('pot'),
    object: z.literal('payout'),
    account: id('acc'),
    state: z.enum(PAYOUT_STATES),
    amount: positiveAmount,
    reference: z.string().meta({ description: 'What the bank names it by.' }),
    holder: z.string(),
    iban_last4: z.string(),
    reason: z.string().nullable().meta({
      description:
        'Why it was refused or came back: what staff wrote, or an ISO 20022 reason code.',
    }),
    created_at: timestamp,
    paid_at: timestamp.nullable(),
    ended_at: timestamp.nullable(),
  })
  .meta({ id: 'Payout' })
export type PayoutView = z.infer<typeof payoutView>
export const payoutList = list(payoutView)
export type PayoutList = z.infer<typeof payoutList>

export const payoutsQuery = z.strictObject({ account: id('acc'), ...page })
export type PayoutsQuery = z.infer<typeof payoutsQuery>
