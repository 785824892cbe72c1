import type { Closer, EventType, PaymentState } from '@danbao/contracts'
import {
  addDuration,
  type Duration,
  days,
  hours,
  type Instant,
  invariant,
  milliseconds,
} from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import { type CheckVerdict, verdictOf } from '../risk/verdicts.ts'
import { escrowOf, platformAccount, proceedsOf, walletOf } from '../wallets/address.ts'
import {
  claimable,
  closedState,
  commissionOn,
  remainingLimit,
  splitClaim,
  splitMoneyBack,
} from './money-rules.ts'
import { buyerOf, type Due, type LimitUse, ownPart, type Payment } from './payment.ts'
import { isAllowed, type PaymentCommand, targets } from './state-machine.ts'

/** A change of one payment, decided and not yet made: the new row, its money, its event. */
export interface Step {
  readonly payment: Payment
  readonly postings: readonly Posting[]
  readonly event: EventType
  /** How the check that the payment waited for ended with this. */
  readonly checked?: CheckVerdict
}

/** Where the buyer's own part comes from when it is not the wallet in the payment's currency. */
export type Source = readonly Posting[]

/** The buyer's money is secured: wallet → escrow, and the coupon from promotions. */
export function secure(
  payment: Payment,
  at: Instant,
  how: { readonly check: boolean; readonly limit: LimitUse; readonly source: Source | null },
): Step {
  const escrow = escrowOf(payment.id, payment.currency)
  const wallet = walletOf(buyerOf(payment), payment.currency)
  const own = ownPart(payment)
  const fromBuyer = own > 0n ? [{ from: wallet, to: escrow, amount: own, code: 'pay' }] : []
  const promotions = platformAccount('promotions', payment.currency)
  const coupon = { from: promotions, to: escrow, amount: payment.coupon, code: 'coupon' }
  const money = { ...payment.money, secured: payment.amount, inEscrow: payment.amount }
  const paid = { ...payment, paidAt: at, money, limit: how.limit }
  return {
    payment: how.check
      ? move(paid, 'pay', 'verifying', dueIn('check', at, CHECK_WITHIN))
      : move(paid, 'pay', 'held', dueIn('ship', at, payment.terms.shipWithin)),
    postings: [...(how.source ?? fromBuyer), ...(payment.coupon > 0n ? [coupon] : [])],
    event: how.check ? 'payment.verifying' : 'payment.held',
  }
}

const CHECK_WITHIN = hours(24)

export function approve(payment: Payment, at: Instant): Step {
  const due = dueIn('ship', at, payment.terms.shipWithin)
  return {
    payment: { ...move(payment, 'approve', 'held', due), checkedAt: at },
    postings: [],
    event: 'payment.held',
    checked: 'approved',
  }
}

export function ship(
  payment: Payment,
  at: Instant,
  parcel: { readonly carrier: string | null; readonly tracking: string | null },
): Step {
  const due = dueIn('confirmation', at, payment.terms.confirmWithin)
  return {
    payment: { ...move(payment, 'ship', 'shipped', due), ...parcel, shippedAt: at },
    postings: [],
    event: 'payment.shipped',
  }
}

/**
 * The inspection replaces the time for the confirmation and never makes it longer. Goods that
 * were never reported as shipped have the confirmation's whole time as the bound.
 */
export function deliver(payment: Payment, at: Instant): Step {
  const { inspectWithin, confirmWithin } = payment.terms
  const bound = payment.state === 'shipped' ? payment.due?.at : addDuration(at, confirmWithin)
  const inspected = dueIn('inspection', at, inspectWithin)
  const due = bound !== undefined && bound < inspected.at ? { ...inspected, at: bound } : inspected
  return {
    payment: { ...move(payment, 'deliver', 'delivered', due), deliveredAt: at },
    postings: [],
    event: 'payment.delivered',
  }
}

const EXTENSION = days(10)
const EXTENDABLE_LAST = days(5)

/** Once, in the last five days, and only where the time was longer than that to begin with. */
export function canExtend(payment: Payment, at: Instant): boolean {
  const from = extendableFrom(payment)
  return from !== null && from <= at
}

/** Since when the deadline can be extended; null: not, or not any more. */
export function extendableFrom({ state, extended, due, terms }: Payment): Instant | null {
  if (extended || due === null || !isAllowed('extend', state)) return null
  if (terms.confirmWithin <= EXTENDABLE_LAST) return null
  return addDuration(due.at, milliseconds(-EXTENDABLE_LAST))
}

export function extend(payment: Payment): Step {
  invariant(payment.due !== null, 'A payment on its way has a deadline.')
  const due = { ...payment.due, at: addDuration(payment.due.at, EXTENSION) }
  return {
    payment: { ...payment, extended: true, due },
    postings: [],
    event: 'payment.extended',
  }
}

/** Part of what is in escrow goes back; the payment stays as it is. */
export function refundPart(payment: Payment, amount: bigint): Step {
  invariant(amount < payment.money.inEscrow, 'A partial refund leaves something in escrow.')
  const { money, postings } = giveBack(payment, amount)
  return {
    payment: { ...payment, money, limit: remainingLimit(payment, money) },
    postings,
    event: 'payment.partially_refunded',
  }
}

/** How a payment ends, and by whose doing. */
export interface Closing {
  readonly command: PaymentCommand
  readonly by: Closer
  /** What of the escrow returns to the buyer and promotions. */
  readonly back: bigint
  readonly state?: PaymentState
}

/**
 * The one way in which escrow is emptied: `back` returns to the buyer and promotions, the rest
 * goes to the seller less commission. Its transfers can be recorded one time only per payment.
 */
export function close(payment: Payment, at: Instant, how: Closing): Step {
  const returned = giveBack(payment, how.back)
  const afterReturn = { ...payment, money: returned.money }
  const released = release(afterReturn)
  const { money } = released
  const state = how.state ?? closedState(released)
  const closed = {
    ...released,
    limit: remainingLimit(payment, money),
    closedAt: at,
    closedBy: how.by,
    checkedAt: payment.state === 'verifying' ? at : payment.checkedAt,
    pausedMs: null,
  }
  return {
    payment: move(closed, how.command, state, null),
    postings: once(payment, [...returned.postings, ...releasePostings(afterReturn, released)]),
    event: CLOSING_EVENTS[state] ?? 'payment.cancelled',
    ...(payment.state === 'verifying' ? { checked: verdictOf(how.command) } : {}),
  }
}

const CLOSING_EVENTS: Partial<Record<PaymentState, EventType>> = {
  released: 'payment.released',
  split: 'payment.split',
  refunded: 'payment.refunded',
  expired: 'payment.expired',
}

/** After closing: the seller and the fees give back what a claim has won. */
export function clawBack(payment: Payment, amount: bigint): Step {
  invariant(amount > 0n && amount <= claimable(payment.money), 'A claim is bound by the release.')
  const parts = splitClaim(payment, amount)
  const before = payment.money
  const money = {
    ...before,
    claimed: before.claimed + amount,
    claimedFees: before.claimedFees + parts.fromFees,
    claimedToBuyer: before.claimedToBuyer + parts.toBuyer,
  }
  const { currency } = payment
  const proceeds = proceedsOf(payment.sellerId, currency)
  const fees = platformAccount('fees', currency)
  const wallet = walletOf(buyerOf(payment), currency)
  const promotions = platformAccount('promotions', currency)
  // The coupon's share is taken from the seller's part first, what is left of it from the fees.
  const coupon = parts.toPromotions < parts.fromSeller ? parts.toPromotions : parts.fromSeller
  const postings = [
    { from: proceeds, to: promotions, amount: coupon, code: 'claim_coupon', mayOwe: true },
    { from: proceeds, to: wallet, amount: parts.fromSeller - coupon, code: 'claim', mayOwe: true },
    { from: fees, to: promotions, amount: parts.toPromotions - coupon, code: 'claim_coupon' },
    {
      from: fees,
      to: wallet,
      amount: parts.fromFees - (parts.toPromotions - coupon),
      code: 'claim_commission',
    },
  ]
  return {
    payment: { ...payment, money, limit: remainingLimit(payment, money) },
    postings: postings.filter((posting) => posting.amount > 0n),
    event: 'payment.claimed_back',
  }
}

/** A dispute stops the clock of the confirmation. */
export function pause(payment: Payment, at: Instant, disputeId: string): Step {
  invariant(payment.due !== null, 'A payment on its way has a deadline.')
  const paused = { ...payment, disputeId, pausedMs: payment.due.at - at }
  return {
    payment: move(paused, 'dispute', 'disputed', null),
    postings: [],
    event: 'payment.disputed',
  }
}

const RESUME_AT_LEAST = hours(24)

/** A withdrawn dispute lets the remaining time run on, at least 24 hours of it. */
export function resume(payment: Payment, at: Instant): Step {
  const rest = Math.max(payment.pausedMs ?? 0, RESUME_AT_LEAST)
  const kind = payment.deliveredAt === null ? 'confirmation' : 'inspection'
  const state = payment.deliveredAt === null ? 'shipped' : 'delivered'
  const due = { kind, at: addDuration(at, milliseconds(rest)) } as const
  const resumed = { ...payment, pausedMs: null }
  return {
    payment: move(resumed, 'end_dispute', state, due),
    postings: [],
    event: 'payment.dispute_withdrawn',
  }
}

function move(
  payment: Payment,
  command: PaymentCommand,
  state: PaymentState,
  due: Due | null,
): Payment {
  invariant(
    targets(command, payment.state).includes(state),
    `${command} leads from ${payment.state} to ${state}, which the state machine does not know.`,
  )
  return { ...payment, state, due }
}

function dueIn<K extends Due['kind']>(kind: K, at: Instant, within: Duration): Due {
  return { kind, at: addDuration(at, within) }
}

function giveBack(
  payment: Payment,
  amount: bigint,
): { readonly money: Payment['money']; readonly postings: readonly Posting[] } {
  // Nobody has paid, or there may not even be a buyer yet: no money moves.
  if (amount === 0n) return { money: payment.money, postings: [] }
  const { toBuyer, toPromotions } = splitMoneyBack(payment, amount)
  const escrow = escrowOf(payment.id, payment.currency)
  const wallet = walletOf(buyerOf(payment), payment.currency)
  const promotions = platformAccount('promotions', payment.currency)
  const { money } = payment
  return {
    money: {
      ...money,
      inEscrow: money.inEscrow - amount,
      toBuyer: money.toBuyer + toBuyer,
      toPromotions: money.toPromotions + toPromotions,
    },
    postings: [
      { from: escrow, to: wallet, amount: toBuyer, code: 'refund' },
      { from: escrow, to: promotions, amount: toPromotions, code: 'coupon_return' },
    ].filter((posting) => posting.amount > 0n),
  }
}

function release(payment: Payment): Payment {
  const gross = payment.money.inEscrow
  const commission = commissionOn(payment, gross)
  const money = { ...payment.money, inEscrow: 0n, commission, toSeller: gross - commission }
  return { ...payment, money }
}

function releasePostings(before: Payment, after: Payment): Posting[] {
  const escrow = escrowOf(before.id, before.currency)
  const fees = platformAccount('fees', before.currency)
  const proceeds = proceedsOf(before.sellerId, before.currency)
  const { commission, toSeller } = after.money
  return [
    { from: escrow, to: fees, amount: commission, code: 'commission' },
    { from: escrow, to: proceeds, amount: toSeller, code: 'release' },
  ].filter((posting) => posting.amount > 0n)
}

function once(payment: Payment, postings: readonly Posting[]): Posting[] {
  return postings.map((posting, index) =>
    index === 0 ? { ...posting, once: `close ${payment.id}` } : posting,
  )
}
