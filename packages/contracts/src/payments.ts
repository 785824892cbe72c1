import { z } from 'zod'
import { accountView } from './accounts.ts'
import { disputeView } from './disputes.ts'
import {
  amount,
  currencyCode,
  description,
  duration,
  id,
  list,
  metadata,
  page,
  positiveAmount,
  reason,
  reference,
  returnUrl,
  timestamp,
} from './primitives.ts'

export const PAYMENT_STATES = [
  'requires_payment',
  'verifying',
  'held',
  'shipped',
  'delivered',
  'disputed',
  'released',
  'split',
  'refunded',
  'cancelled',
  'expired',
] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

export const PAYMENT_KINDS = ['standard', 'cross_border', 'virtual', 'auto_delivered'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]

export const DUE_KINDS = ['pay', 'check', 'ship', 'confirmation', 'inspection'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** Whose doing the end of a payment can be. */
export const CLOSERS = [
  'buyer',
  'seller',
  'marketplace',
  'operator',
  'deadline',
  'dispute',
] as const
export type Closer = (typeof CLOSERS)[number]

const commission = z.strictObject({
  basis_points: z
    .int()
    .min(0)
    .max(10_000)
    .meta({ description: '1/100 of a percent of the gross.' }),
  fixed: amount.optional().meta({ description: 'Added to it; both capped at what remains.' }),
})

const policy = z
  .strictObject({
    pay_within: duration.optional().meta({ description: 'Default: yours, else P5D.' }),
    ship_within: duration.optional().meta({ description: 'Default: yours, else P7D.' }),
    confirm_within: duration.optional().meta({
      description:
        'From shipping. Default by kind: yours, else P15D; P60D cross_border, P3D virtual, PT24H auto_delivered.',
    }),
    inspect_within: duration
      .optional()
      .meta({ description: 'From delivery. Default: yours, else P3D.' }),
  })
  .meta({ description: 'The time each side has.' })

export const shipRequest = z.strictObject({
  carrier: z.string().trim().min(1).max(100).optional(),
  tracking: z.string().trim().min(1).max(100).optional(),
})

export const createPaymentRequest = z.strictObject({
  amount: positiveAmount.meta({ description: 'The total, with the coupon.' }),
  buyer: id('acc'),
  seller: id('acc'),
  coupon: amount.optional().meta({ description: 'The part of the total that promotions pay.' }),
  commission: commission.optional().meta({ description: 'Default: yours, else none.' }),
  kind: z.enum(PAYMENT_KINDS).optional().meta({ description: 'Default: standard.' }),
  policy: policy.optional(),
  reference: reference.optional(),
  description: description.optional(),
  metadata: metadata.optional(),
})
export type CreatePaymentRequest = z.infer<typeof createPaymentRequest>

export const paymentView = z
  .object({
    id: id('pay'),
    object: z.literal('payment'),
    state: z.enum(PAYMENT_STATES),
    kind: z.enum(PAYMENT_KINDS),
    amount,
    coupon: amount,
    in_escrow: amount,
    refunded: amount.meta({ description: 'Back to the buyer and to promotions out of escrow.' }),
    released: amount.meta({ description: 'To the seller, after commission.' }),
    commission: z.object({ basis_points: z.number(), fixed: amount, taken: amount }),
    claimed_back: amount.meta({ description: 'By claims, after the release.' }),
    buyer: id('acc').nullable().meta({ description: 'Null until somebody takes the checkout on.' }),
    seller: id('acc'),
    marketplace: id('mkt'),
    checkout: id('chk').nullable(),
    dispute: id('dsp').nullable().meta({ description: 'The open one, else the last.' }),
    due: z
      .object({ what: z.enum(DUE_KINDS), at: timestamp })
      .nullable()
      .meta({ description: 'What happens next by itself, and when.' }),
    policy: z.object({
      pay_within: z.string(),
      ship_within: z.string(),
      confirm_within: z.string(),
      inspect_within: z.string(),
    }),
    extended: z.boolean(),
    shipment: z.object({ carrier: z.string().nullable(), tracking: z.string().nullable() }),
    reason: z.string().nullable().meta({
      description: 'The last one given with a refusal, a cancellation or a refund.',
    }),
    reference: z.string().nullable(),
    description: z.string().nullable(),
    metadata: z.record(z.string(), z.string()),
    created_at: timestamp,
    paid_at: timestamp.nullable(),
    shipped_at: timestamp.nullable(),
    delivered_at: timestamp.nullable(),
    checked_at: timestamp.nullable().meta({ description: 'When its payment check ended.' }),
    closed_at: timestamp.nullable(),
    closed_by: z.enum(CLOSERS).nullable().meta({
      description: 'Whose doing the end was: a side, staff, a deadline that passed, or a dispute.',
    }),
  })
  .meta({ id: 'Payment' })
export type PaymentView = z.infer<typeof paymentView>
export const paymentList = list(paymentView)
export type PaymentList = z.infer<typeof paymentList>

export const paymentsQuery = z.strictObject({
  state: z.enum(PAYMENT_STATES).optional(),
  buyer: id('acc').optional(),
  seller: id('acc').optional(),
  checkout: id('chk').optional(),
  reference: reference.optional(),
  ...page,
})
export type PaymentsQuery = z.infer<typeof paymentsQuery>

export const EXPANDABLE = ['buyer', 'seller', 'checkout', 'dispute'] as const
export const expandQuery = z.strictObject({
  expand: z
    .string()
    .refine(
      (text) => text.split(',').every((name) => EXPANDABLE.some((known) => known === name)),
      `must be a comma-separated list of: ${EXPANDABLE.join(', ')}`,
    )
    .optional()
    .meta({ description: 'Comma-separated: buyer, seller, checkout, dispute.' }),
})

export const payRequest = z.strictObject({
  quote: id('quo').optional().meta({ description: 'To pay from a wallet in another currency.' }),
})
export type PayRequest = z.infer<typeof payRequest>
export const emptyRequest = z.strictObject({})
export type ShipRequest = z.infer<typeof shipRequest>
export const refuseRequest = z.strictObject({ reason: reason.optional() })
export type RefuseRequest = z.infer<typeof refuseRequest>
export const cancelRequest = z.strictObject({ reason: reason.optional() })
export type CancelRequest = z.infer<typeof cancelRequest>
export const refundRequest = z.strictObject({
  amount: positiveAmount.optional().meta({ description: 'Default: all that remains.' }),
  reason: reason.optional(),
})
export type RefundRequest = z.infer<typeof refundRequest>

export const createCheckoutRequest = z.strictObject({
  buyer: id('acc').optional().meta({
    description: 'Absent: whoever pays on the page at `url` becomes the buyer.',
  }),
  payments: z
    .array(createPaymentRequest.omit({ buyer: true }))
    .min(1)
    .max(50),
  reference: reference.optional(),
  return_url: returnUrl
    .optional()
    .meta({ description: 'Where the customer goes back to, with a signed result.' }),
})
export type CreateCheckoutRequest = z.infer<typeof createCheckoutRequest>

export const checkoutView = z
  .object({
    id: id('chk'),
    object: z.literal('checkout'),
    url: z.string().meta({ description: 'The page to send the customer to.' }),
    total: amount,
    buyer: id('acc').nullable().meta({ description: 'Null until somebody takes it on.' }),
    marketplace: id('mkt'),
    reference: z.string().nullable(),
    return_url: z.string().nullable(),
    payments: z.array(paymentView),
    created_at: timestamp,
  })
  .meta({ id: 'Checkout', description: 'The payments of one order, paid by one authorisation.' })
export type CheckoutView = z.infer<typeof checkoutView>

export const createQuoteRequest = z
  .strictObject({
    payment: id('pay').optional(),
    checkout: id('chk').optional(),
    from: currencyCode.meta({ description: 'The currency of the wallet to pay from.' }),
  })
  .refine((quote) => (quote.payment === undefined) !== (quote.checkout === undefined), {
    error: 'name either a payment or a checkout',
    path: ['payment'],
  })
export type CreateQuoteRequest = z.infer<typeof createQuoteRequest>
export const quoteView = z
  .object({
    id: id('quo'),
    object: z.literal('quote'),
    pays: amount.meta({ description: 'Leaves the wallet.' }),
    buys: amount.meta({ description: 'Reaches the escrow.' }),
    rate: z.string().meta({ description: 'Six significant digits, for display.' }),
    rate_date: z.string().meta({ description: 'Of which day the older of the two rates is.' }),
    spread_bps: z
      .int()
      .meta({ description: 'What is kept of the rate, in hundredths of a percent.' }),
    expires_at: timestamp,
  })
  .meta({ id: 'Quote' })
export type QuoteView = z.infer<typeof quoteView>

/** What `?expand=` can put in place of ids. */
export const expandedPaymentView = paymentView
  .extend({
    buyer: z.union([id('acc'), accountView]).nullable(),
    seller: z.union([id('acc'), accountView]),
    checkout: z.union([id('chk'), checkoutView]).nullable(),
    dispute: z.union([id('dsp'), disputeView]).nullable(),
  })
  .meta({ id: 'ExpandedPayment', description: 'A payment; what was named in `expand` is whole.' })
export type ExpandedPaymentView = z.infer<typeof expandedPaymentView>

const paymentTransferEnd = z.object({
  book: z.string().meta({ description: 'wallet, escrow, proceeds, fees, promotions, …' }),
  account: id('acc').nullable().meta({ description: 'Whose; null for the books of the platform.' }),
})

export const paymentTransferView = z
  .object({
    id: id('trf'),
    object: z.literal('payment_transfer'),
    set: z.string().meta({ description: 'Transfers of one set succeeded together.' }),
    code: z.string().meta({ description: 'What it was: pay, release, refund, …' }),
    from: paymentTransferEnd,
    to: paymentTransferEnd,
    amount,
    occurred_at: timestamp,
    recorded_at: timestamp,
  })
  .meta({ id: 'PaymentTransfer', description: 'One movement of the money of a payment.' })
export type PaymentTransferView = z.infer<typeof paymentTransferView>
export const paymentTransferList = list(paymentTransferView)
export type PaymentTransferList = z.infer<typeof paymentTransferList>
