import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { bankAccountInput, PAYOUT_REVIEWS, payoutView } from '../payouts.ts'
import { amount, currencyCode, id, positiveAmount, timestamp } from '../primitives.ts'
import { authorisation, commandKey } from './checkout.ts'
import { passkeyRequest } from './passkeys.ts'

export const walletBankAccount = z.object({
  id: id('bac'),
  holder: z.string(),
  country: z.string().meta({ description: 'ISO 3166-1, two letters: where the bank is.' }),
  last4: z.string().meta({ description: 'Of the IBAN.' }),
  bic: z.string().nullable(),
  name_alike: z.boolean().meta({
    description: 'False: the holder is another; staff look at each payout first.',
  }),
  added_at: timestamp,
})
export type WalletBankAccount = z.infer<typeof walletBankAccount>

export const PAYOUT_RHYTHMS = ['week', 'month'] as const
export type PayoutRhythm = (typeof PAYOUT_RHYTHMS)[number]

const walletPayout = payoutView.omit({ object: true, account: true }).extend({
  review: z.enum(PAYOUT_REVIEWS).nullable(),
  may_cancel: z.boolean(),
})
export type WalletPayout = z.infer<typeof walletPayout>

/** All about the way of a seller's proceeds to a bank. */
export const payoutPage = z.object({
  object: z.literal('payout_page'),
  payable: z.array(
    z.object({
      currency: currencyCode,
      balance: amount.meta({ description: 'Below zero: a debt.' }),
      held: amount.meta({ description: 'Released so lately that it stays for a day.' }),
      available: amount,
      least: positiveAmount.nullable().meta({
        description: 'Less is not paid out. Null: this currency is not paid out here.',
      }),
    }),
  ),
  bank_accounts: z.array(walletBankAccount),
  schedule: z
    .object({ every: z.enum(PAYOUT_RHYTHMS), bank_account: id('bac'), next: timestamp })
    .nullable()
    .meta({ description: 'Null: proceeds stay until they are asked for.' }),
  payouts: z.array(walletPayout).meta({ description: 'Those on their way, and the newest.' }),
})
export type PayoutPage = z.infer<typeof payoutPage>

const asked = z.strictObject({ amount: positiveAmount, bank_account: id('bac') })
const AUTHORISED = ['password_wrong', 'try_later', 'ceremony_gone', 'passkey_refused'] as const
const one = { method: 'POST', access: 'person', response: payoutPage } as const

/** Proceeds, on their way to a bank account of the seller's. */
export const payoutAppRoutes = {
  getPayouts: {
    method: 'GET',
    path: '/wallet/api/payouts',
    access: 'person',
    response: payoutPage,
    refusals: [],
  },
  beginPayoutPasskey: {
    ...one,
    path: '/wallet/api/payouts/passkey',
    body: asked,
    response: passkeyRequest,
    refusals: ['try_later'],
  },
  requestOwnPayout: {
    ...one,
    path: '/wallet/api/payouts',
    body: asked.extend({ key: commandKey, authorisation }),
    refusals: [
      ...AUTHORISED,
      ...(['not_found', 'insufficient_funds', 'out_of_bounds', 'rate_unavailable'] as const),
      ...(['currency_not_enabled', 'account_frozen', 'account_resting', 'account_closed'] as const),
      'amount_too_large',
    ],
  },
  cancelOwnPayout: {
    ...one,
    path: '/wallet/api/payouts/{id}/cancel',
    params: { id: 'pot' },
    body: z.strictObject({ key: commandKey }),
    refusals: ['not_found', 'wrong_state'],
  },
  beginBankAccountPasskey: {
    ...one,
    path: '/wallet/api/bank_accounts/passkey',
    body: bankAccountInput,
    response: passkeyRequest,
    refusals: ['try_later'],
  },
  addBankAccount: {
    ...one,
    path: '/wallet/api/bank_accounts',
    body: bankAccountInput.extend({ authorisation }),
    refusals: [...AUTHORISED, 'bank_account_invalid', 'bank_account_known', 'bank_accounts_full'],
  },
  /** Payouts on their way to it go on; one by itself that goes to it ends. */
  removeBankAccount: {
    ...one,
    path: '/wallet/api/bank_accounts/{id}/remove',
    params: { id: 'bac' },
    refusals: ['not_found'],
  },
  changePayoutSchedule: {
    ...one,
    path: '/wallet/api/payouts/schedule',
    body: z.strictObject({
      schedule: z
        .strictObject({ every: z.enum(PAYOUT_RHYTHMS), bank_account: id('bac') })
        .nullable(),
    }),
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
