import type { CallOptions, Danbao, PaymentState } from '@danbao/sdk'

/** One payment of the story, and those who can act on it. */
export interface Acting {
  readonly id: string
  readonly shop: Danbao
  readonly staff: Danbao
  readonly asBuyer: CallOptions
  /** So many tenths of the total. */
  tenths(count: bigint): { readonly value: string; readonly currency: string }
}

type Step = (acting: Acting) => Promise<unknown>

/** What becomes of a payment that was paid and, if need be, approved. */
export interface Fate {
  /** By the day after it was paid. */
  readonly steps: Readonly<Record<number, Step>>
  readonly ends: PaymentState
  /** Tenths of the total that go back out of escrow. */
  readonly back?: bigint
  /** And that are taken back after the release. */
  readonly claimed?: bigint
}

const ship: Step = ({ id, shop }) => shop.payments.ship(id, { carrier: 'Post', tracking: id })
const confirm: Step = ({ id, shop, asBuyer }) => shop.payments.confirm(id, {}, asBuyer)
const dispute =
  (tenths: bigint, with_return = false): Step =>
  ({ id, shop, asBuyer, tenths: amount }) => {
    const claim = { reason: 'damaged', amount: amount(tenths), with_return } as const
    return shop.payments.openDispute(id, claim, asBuyer)
  }

/** The seller does it, for whom the shop speaks. */
const inDispute =
  (step: (disputes: Danbao['disputes'], id: string, acting: Acting) => Promise<unknown>): Step =>
  async (acting) => {
    const { dispute: id } = await acting.shop.payments.get(acting.id)
    if (id === null) throw new Error(`${acting.id} has no dispute.`)
    return step(acting.shop.disputes, id, acting)
  }

const offer = (tenths: bigint): Step =>
  inDispute((disputes, id, { tenths: amount }) => disputes.offer(id, { amount: amount(tenths) }))
const sellerAccepts: Step = inDispute((disputes, id) => disputes.accept(id, {}))
const buyerAccepts: Step = inDispute((disputes, id, { asBuyer }) =>
  disputes.accept(id, {}, asBuyer),
)
const escalate: Step = inDispute((disputes, id, { asBuyer }) => disputes.escalate(id, {}, asBuyer))
const decide = (tenths: bigint): Step =>
  inDispute((_, id, { staff, tenths: amount }) =>
    staff.disputes.decide(id, { amount: amount(tenths), reason: 'As the pictures show.' }),
  )

/** Every way that a payment can go, but for those that are never paid or not let through. */
export const FATES = {
  confirmed: { steps: { 1: ship, 4: confirm }, ends: 'released' },
  delivered: {
    steps: { 1: ship, 3: ({ id, shop }) => shop.payments.deliver(id, {}) },
    ends: 'released',
  },
  silent: { steps: { 2: ship }, ends: 'released' },
  extended: {
    steps: { 1: ship, 13: ({ id, shop, asBuyer }) => shop.payments.extend(id, {}, asBuyer) },
    ends: 'released',
  },
  never_shipped: { steps: {}, ends: 'cancelled', back: 10n },
  cancelled: {
    steps: { 1: ({ id, shop, asBuyer }) => shop.payments.cancel(id, {}, asBuyer) },
    ends: 'cancelled',
    back: 10n,
  },
  sold_out: {
    steps: { 1: ({ id, shop }) => shop.payments.refund(id, { reason: 'Sold out.' }) },
    ends: 'cancelled',
    back: 10n,
  },
  partly_refunded: {
    steps: {
      1: ship,
      2: ({ id, shop, tenths }) => shop.payments.refund(id, { amount: tenths(3n) }),
      5: confirm,
    },
    ends: 'split',
    back: 3n,
  },
  refunded: {
    steps: { 1: ship, 3: ({ id, shop }) => shop.payments.refund(id, {}) },
    ends: 'refunded',
    back: 10n,
  },
  offer_accepted: {
    steps: { 1: ship, 4: dispute(10n), 5: offer(4n), 6: buyerAccepts },
    ends: 'split',
    back: 4n,
  },
  seller_silent: { steps: { 1: ship, 4: dispute(6n) }, ends: 'split', back: 6n },
  returned: {
    steps: {
      1: ship,
      4: dispute(10n, true),
      5: sellerAccepts,
      7: inDispute((disputes, id, { asBuyer }) => disputes.returnShipped(id, {}, asBuyer)),
      10: inDispute((disputes, id) => disputes.returnReceived(id, {})),
    },
    ends: 'refunded',
    back: 10n,
  },
  decided: {
    steps: { 1: ship, 4: dispute(10n), 5: offer(1n), 6: escalate, 8: decide(7n) },
    ends: 'split',
    back: 7n,
  },
  appealed: {
    steps: {
      1: ship,
      4: dispute(10n),
      5: offer(1n),
      6: escalate,
      8: decide(2n),
      9: inDispute((disputes, id, { asBuyer }) =>
        disputes.appeal(id, { reason: 'It can not be used at all.' }, asBuyer),
      ),
      11: decide(8n),
    },
    ends: 'split',
    back: 8n,
  },
  withdrawn: {
    steps: {
      1: ship,
      4: dispute(10n),
      6: inDispute((disputes, id, { asBuyer }) => disputes.withdraw(id, {}, asBuyer)),
    },
    ends: 'released',
  },
  claimed: {
    steps: { 1: ship, 3: confirm, 8: dispute(5n), 9: sellerAccepts },
    ends: 'released',
    claimed: 5n,
  },
} as const satisfies Readonly<Record<string, Fate>>

export type FateName = keyof typeof FATES
