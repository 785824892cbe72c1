import type { Rail } from '@danbao/contracts'
import { allocateByLargestRemainder, type Instant, instant } from '@danbao/kernel'
import type { Order, OrderItem, OrderPayment } from './order.ts'

export const SKIP_REASONS = ['no_items', 'no_payment', 'zero_total'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** What becomes of an order: one payment per seller, and what happens to them when. */
export interface OrderPlan {
  readonly reference: string
  readonly buyer: string
  readonly createdAt: Instant
  readonly paidAt: Instant
  readonly parts: readonly OrderPart[]
  /** What the buyer's own parts need, by rail; empty when vouchers pay everything. */
  readonly topUps: readonly PlannedTopUp[]
  /** What is done to each payment after it is paid, in order. */
  readonly steps: readonly PlannedStep[]
}

/** One seller's payment. Minor units; the amount includes the coupon. */
export interface OrderPart {
  readonly seller: string
  readonly amount: bigint
  readonly coupon: bigint
}

export interface PlannedTopUp {
  readonly rail: Rail
  readonly amount: bigint
}

export interface PlannedStep {
  readonly what: 'ship' | 'deliver' | 'cancel' | 'refund'
  readonly at: Instant
}

export type Planned =
  { readonly skipped: SkipReason } | { readonly skipped: undefined; readonly plan: OrderPlan }

/** Turns a recorded order into the commands of its life, or says why it has none. */
export function planOrder(order: Order): Planned {
  if (order.items.length === 0) return { skipped: 'no_items' }
  if (order.payments.length === 0) return { skipped: 'no_payment' }
  const total = sum(order.payments.map(({ value }) => value))
  if (total === 0n) return { skipped: 'zero_total' }
  const parts = splitOverSellers(order, total)
  const paidAt = later(order.purchasedAt, order.approvedAt)
  const plan = {
    reference: order.id,
    buyer: order.buyer,
    createdAt: order.purchasedAt,
    paidAt,
    parts,
    topUps: planTopUps(order.payments, parts),
    steps: planSteps(order, paidAt),
  }
  return { skipped: undefined, plan }
}

/**
 * By largest remainder in proportion to price and freight, sellers listed by their lowest item
 * number. Vouchers are split the same way; rounded by themselves they can exceed a small share,
 * which caps them. Items that cost nothing weigh the same, or the total would have no payee.
 */
function splitOverSellers(order: Order, total: bigint): OrderPart[] {
  const weights = weightsBySeller(order.items)
  const sellers = [...weights.keys()]
  const free = sum([...weights.values()]) === 0n
  const weighed = [...weights.values()].map((weight) => (free ? 1n : weight))
  const vouchers = sum(order.payments.filter(isVoucher).map(({ value }) => value))
  const amounts = allocateByLargestRemainder(total, weighed)
  const coupons = allocateByLargestRemainder(vouchers, weighed)
  return sellers
    .map((seller, index) => {
      const [amount = 0n, coupon = 0n] = [amounts[index], coupons[index]]
      return { seller, amount, coupon: coupon < amount ? coupon : amount }
    })
    .filter(({ amount }) => amount > 0n)
}

function weightsBySeller(items: readonly OrderItem[]): ReadonlyMap<string, bigint> {
  const weights = new Map<string, bigint>()
  for (const { seller, price, freight } of items.toSorted((a, b) => a.number - b.number)) {
    weights.set(seller, (weights.get(seller) ?? 0n) + price + freight)
  }
  return weights
}

/** What a capped coupon does not pay comes with the first of the buyer's own means. */
function planTopUps(
  payments: readonly OrderPayment[],
  parts: readonly OrderPart[],
): readonly PlannedTopUp[] {
  const byRail = new Map<Rail, bigint>()
  for (const payment of payments.toSorted((a, b) => a.number - b.number)) {
    if (isVoucher(payment) || payment.value === 0n) continue
    const rail = payment.type === 'boleto' ? 'boleto' : 'card'
    byRail.set(rail, (byRail.get(rail) ?? 0n) + payment.value)
  }
  let missing = sum(parts.map(({ amount, coupon }) => amount - coupon)) - sum([...byRail.values()])
  return [...byRail].map(([rail, amount]) => {
    const whole = amount + missing
    missing = 0n
    return { rail, amount: whole }
  })
}

/** A step that was recorded before the one that it follows is moved up to it. */
function planSteps(order: Order, paidAt: Instant): readonly PlannedStep[] {
  const last = [order.carrierAt, order.customerAt].reduce<Instant>(later, paidAt)
  const { carrierAt, customerAt } = completeDates(order, last)
  const steps: PlannedStep[] = []
  let at = paidAt
  const add = (what: PlannedStep['what'], recordedAt: Instant | null): void => {
    if (recordedAt === null) return
    at = later(at, recordedAt)
    steps.push({ what, at })
  }
  add('ship', carrierAt)
  add('deliver', customerAt)
  if (order.status === 'canceled' || order.status === 'unavailable') {
    add(steps.length > 0 ? 'refund' : 'cancel', last)
  }
  return steps
}

/** The dates that the status says there must be, and without those it says there are not. */
function completeDates(
  { status, carrierAt, customerAt }: Order,
  last: Instant,
): Pick<Order, 'carrierAt' | 'customerAt'> {
  switch (status) {
    case 'delivered':
      return { carrierAt: carrierAt ?? last, customerAt: customerAt ?? last }
    case 'shipped':
      return { carrierAt: carrierAt ?? last, customerAt: null }
    default:
      return { carrierAt, customerAt }
  }
}

const isVoucher = ({ type }: OrderPayment): boolean => type === 'voucher'

function later(a: Instant, b: Instant | null): Instant {
  return b === null ? a : instant(Math.max(a, b))
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
