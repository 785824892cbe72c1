import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { amount, currencyCode, name, positiveAmount, timestamp } from '../primitives.ts'
import { DEPOSIT_DOUBTS, TOP_UP_RAILS, topUpView } from '../top-ups.ts'
import { commandKey } from './checkout.ts'
import { nextPath } from './marketplaces.ts'

const wayBounds = z.object({
  currency: currencyCode,
  least: amount,
  most: amount.nullable().meta({ description: 'At once. Null: no bound.' }),
  left_this_month: amount.nullable().meta({ description: 'Null: no bound.' }),
})

export const fundingWays = z.object({
  object: z.literal('funding_ways'),
  ways: z
    .array(z.object({ rail: z.enum(TOP_UP_RAILS), currencies: z.array(wayBounds).min(1) }))
    .meta({ description: 'Those that this installation offers.' }),
  suggested: currencyCode.meta({ description: 'That of most of their money, else the first.' }),
})
export type FundingWays = z.infer<typeof fundingWays>

/** What the payer has to do; what is typed elsewhere stands here as it has to be typed. */
const instructions = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('webmoney'),
    action: z.string().meta({ description: 'Where the browser sends the fields, by POST.' }),
    fields: z.record(z.string(), z.string()),
    payable: positiveAmount.meta({ description: 'With what WebMoney adds.' }),
  }),
  z.object({
    kind: z.literal('bank_transfer'),
    holder: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
    bank: z.string(),
    missing: positiveAmount.meta({ description: 'What has not come yet.' }),
    reference: z.string(),
    qr: z.string().nullable().meta({ description: 'Text of an EPC QR code; of euros only.' }),
  }),
  z.object({
    kind: z.literal('western_union'),
    receiver: z.string().meta({ description: 'Who collects it, as on their document.' }),
    city: z.string(),
    country: z.string(),
    told: z
      .object({ sender: z.string(), last4: z.string() })
      .nullable()
      .meta({ description: 'What the person has told of their transfer. Null: nothing yet.' }),
  }),
  z.object({
    kind: z.literal('boleto'),
    line: z.string().meta({ description: '47 digits in five groups, to be typed.' }),
    bars: z.string().meta({ description: 'Widths of bars and spaces by turns, in modules.' }),
    due: z.iso.date().meta({ description: 'In Brazil.' }),
    beneficiary: z.string(),
    bank: z.string(),
  }),
])
export type TopUpInstructions = z.infer<typeof instructions>

export const walletTopUp = topUpView.omit({ object: true, account: true }).extend({
  object: z.literal('wallet_top_up'),
  credits: z.array(z.object({ amount, at: timestamp })),
  waiting: z
    .array(z.object({ amount, doubt: z.enum(DEPOSIT_DOUBTS).nullable(), at: timestamp }))
    .meta({ description: 'Arrived, and staff look into it.' }),
  instructions: instructions.nullable().meta({ description: 'Null: nothing is awaited.' }),
  next: z.string().nullable().meta({ description: 'A path of the wallet to go on to.' }),
})
export type WalletTopUp = z.infer<typeof walletTopUp>

export const walletTopUpList = z.object({
  object: z.literal('list'),
  data: z.array(topUpView),
})
export type WalletTopUpList = z.infer<typeof walletTopUpList>

const one = { access: 'person', params: { id: 'top' }, response: walletTopUp } as const

/** Money that comes in, as the person who brings it sees it. */
export const topUpAppRoutes = {
  getFundingWays: {
    method: 'GET',
    path: '/wallet/api/top_ups/ways',
    access: 'person',
    response: fundingWays,
    refusals: [],
  },
  /** Those that are awaited, and the newest of the others. */
  listOwnTopUps: {
    method: 'GET',
    path: '/wallet/api/top_ups',
    access: 'person',
    response: walletTopUpList,
    refusals: [],
  },
  startOwnTopUp: {
    method: 'POST',
    path: '/wallet/api/top_ups',
    access: 'person',
    body: z.strictObject({
      key: commandKey,
      rail: z.enum(TOP_UP_RAILS),
      amount: positiveAmount,
      next: nextPath.optional(),
      tax_id: z
        .string()
        .max(30)
        .optional()
        .meta({ description: 'CPF or CNPJ; a boleto needs it.' }),
    }),
    response: walletTopUp,
    refusals: [
      'currency_not_enabled',
      'rate_unavailable',
      'out_of_bounds',
      'amount_too_large',
      'account_frozen',
      'account_closed',
      'tax_id_invalid',
    ],
  },
  getOwnTopUp: {
    ...one,
    method: 'GET',
    path: '/wallet/api/top_ups/{id}',
    refusals: ['not_found'],
  },
  /** The number of a money transfer that was sent; may be told anew while it is awaited. */
  tellTransfer: {
    ...one,
    method: 'POST',
    path: '/wallet/api/top_ups/{id}/transfer',
    body: z.strictObject({
      key: commandKey,
      mtcn: z
        .string()
        .max(40)
        .transform((text) => text.replaceAll(/[\s-]/g, ''))
        .pipe(z.string().regex(/^(?!(\d)\1{9})\d{10}$/, 'must be ten digits')),
      sender: name,
    }),
    refusals: ['not_found', 'wrong_state', 'reference_in_use'],
  },
  /** The slip to print, as PDF. */
  getBoleto: {
    method: 'GET',
    path: '/wallet/api/top_ups/{id}/boleto.pdf',
    access: 'person',
    params: { id: 'top' },
    response: 'file',
    refusals: ['not_found'],
  },
  cancelOwnTopUp: {
    ...one,
    method: 'POST',
    path: '/wallet/api/top_ups/{id}/cancel',
    body: z.strictObject({ key: commandKey }),
    refusals: ['not_found', 'wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
