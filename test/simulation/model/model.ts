import type { Call, NewPayment } from '../call.ts'
import { judgeTake } from './checkouts.ts'
import { disputeIsDue, judgeDispute, judgeDisputeCall } from './disputes.ts'
import { DAY, type Facts, HOUR, noFacts, type Payment } from './facts.ts'
import { expireTopUps } from './funding.ts'
import { balance, convert, escrow, move, price, wallet } from './money.ts'
import { hasToWait, judgeRisk, type Waiting } from './risk.ts'
import {
  CHECK_MS,
  hidden,
  judgePaymentCall,
  mayAct,
  paymentIsDue,
  type Verdict,
} from './payments.ts'

/** The ids that the core gave to what a call created. */
export interface Made extends Waiting {
  readonly id: string
  readonly payments: readonly string[]
}

/** A second, simple account of what should happen, written from the rules and nothing else. */
export interface Model {
  readonly facts: Facts
  /** Why a call at this instant is refused, or the change it makes. */
  judge(call: Call, at: number, made: Made): Verdict
  /** Everything that falls due up to this instant. */
  runDue(at: number): void
}

export function createModel(): Model {
  const facts = noFacts()
  return {
    facts,
    judge: (call, at, made) => judge(facts, call, at, made),
    runDue: (at) => runDue(facts, at),
  }
}

function judge(facts: Facts, call: Call, at: number, made: Made): Verdict {
  switch (call.verb) {
    case 'account':
      return judgeAccount(facts, call, at, made)
    case 'level':
      return judgeLevel(facts, call)
    case 'topUp':
      return judgeTopUp(facts, call)
    case 'create':
    case 'checkout':
      return judgeCreate(facts, call, at, made)
    case 'quote':
      return judgeQuote(facts, call, at, made)
    case 'take':
      return judgeTake(facts, call)
    case 'pay':
    case 'payCheckout':
      return judgePay(facts, call, at, made)
    case 'dispute':
      return judgeDispute(facts, call, at, made.id)
    case 'approve':
    case 'refuse':
    case 'ship':
    case 'deliver':
    case 'confirm':
    case 'extend':
    case 'cancel':
    case 'refund':
      return judgePaymentCall(facts, call, at)
    default:
      return judgeDisputeCall(facts, call, at)
  }
}

function runDue(facts: Facts, until: number): void {
  expireTopUps(facts, until)
  for (;;) {
    const payments = [...facts.payments.values()].filter(
      ({ due }) => due !== null && due.at <= until,
    )
    const disputes = [...facts.disputes.values()].filter(({ due }) => due !== null && due <= until)
    if (payments.length + disputes.length === 0) return
    for (const payment of payments) paymentIsDue(facts, payment)
    for (const dispute of disputes) disputeIsDue(facts, dispute)
  }
}

function judgeAccount(facts: Facts, { by }: Call, at: number, { id }: Made): Verdict {
  const { marketplace } = by
  if (marketplace === null || by.as !== null) return 'not_allowed'
  return () => facts.people.set(id, { marketplace, level: 0, createdAt: at })
}

function judgeLevel(facts: Facts, { by, target, level }: Call): Verdict {
  const person = facts.people.get(target)
  if (person === undefined || hidden(by, person)) return 'not_found'
  if (by.as !== null) return 'not_allowed'
  return () => {
    person.level = level
  }
}

const ENABLED = new Set([
  ...['USD', 'EUR', 'GBP', 'CNY', 'HKD', 'JPY', 'SGD', 'AUD', 'CAD', 'NZD'],
  ...['CHF', 'SEK', 'NOK', 'DKK', 'BRL', 'RUB'],
])

function judgeTopUp(facts: Facts, { by, target, amount }: Call): Verdict {
  const person = facts.people.get(target)
  if (by.marketplace === null) return 'not_allowed'
  if (person === undefined || amount === null || hidden(by, person)) return 'not_found'
  if (!ENABLED.has(amount.currency)) return 'currency_not_enabled'
  const { currency, value } = amount
  return () => move(facts, `external ${currency}`, wallet(target, currency), value)
}

const CONFIRM_DAYS = { standard: 15, cross_border: 60, virtual: 3, auto_delivered: 1 }

function judgeCreate(facts: Facts, call: Call, at: number, made: Made): Verdict {
  const { marketplace } = call.by
  if (marketplace === null || call.by.as !== null) return 'not_allowed'
  const taken = new Set(facts.references)
  for (const one of call.payments) {
    const refusal = refuseNew(facts, one)
    if (refusal !== undefined) return refusal
    if (one.reference === null) continue
    const reference = `${marketplace} ${one.reference}`
    if (taken.has(reference)) return 'reference_in_use'
    taken.add(reference)
  }
  const [first] = call.payments
  if (call.payments.some(({ amount }) => amount.currency !== first?.amount.currency)) {
    return 'currency_mismatch'
  }
  const checkout = call.verb === 'checkout' ? made.id : null
  return () => {
    for (const reference of taken) facts.references.add(reference)
    const payments = call.payments.map((one, index) =>
      newPayment(one, { marketplace, checkout, at, id: made.payments[index] ?? '' }),
    )
    for (const payment of payments) facts.payments.set(payment.id, payment)
    if (checkout !== null) facts.checkouts.set(checkout, { marketplace, payments })
  }
}

function refuseNew(facts: Facts, one: NewPayment): string | undefined {
  const { amount, coupon, fixed } = one
  if (one.buyer === one.seller) return 'same_account'
  if (one.buyer !== null && !facts.people.has(one.buyer)) return 'not_found'
  if (!facts.people.has(one.seller)) return 'not_found'
  if (!ENABLED.has(amount.currency)) return 'currency_not_enabled'
  if (coupon !== null && coupon.currency !== amount.currency) return 'currency_mismatch'
  if (fixed !== null && fixed.currency !== amount.currency) return 'currency_mismatch'
  if (coupon !== null && coupon.value > amount.value) return 'amount_too_large'
  return undefined
}

function newPayment(
  one: NewPayment,
  of: { marketplace: string; checkout: string | null; at: number; id: string },
): Payment {
  const { policy } = one
  return {
    id: of.id,
    marketplace: of.marketplace,
    checkout: of.checkout,
    buyer: one.buyer ?? '',
    seller: one.seller,
    currency: one.amount.currency,
    amount: one.amount.value,
    coupon: one.coupon?.value ?? 0n,
    basisPoints: one.basisPoints,
    fixed: one.fixed?.value ?? 0n,
    shipMs: policy === null ? 7 * DAY : policy.ship * HOUR,
    confirmMs: policy === null ? CONFIRM_DAYS[one.kind] * DAY : policy.confirm * HOUR,
    inspectMs: policy === null ? 3 * DAY : policy.inspect * HOUR,
    state: 'requires_payment',
    due: { kind: 'pay', at: of.at + (policy === null ? 5 * DAY : policy.pay * HOUR) },
    extended: false,
    pausedMs: 0,
    ...{ escrow: 0n, toSeller: 0n, commission: 0n, toBuyer: 0n, toPromotions: 0n },
    ...{ claimed: 0n, claimedFees: 0n, claimedToBuyer: 0n, base: 0n },
    paidAt: 0,
    deliveredAt: null,
    closedAt: 0,
  }
}

const own = (payment: Payment): bigint => payment.amount - payment.coupon
const total = (payments: readonly Payment[]): bigint =>
  payments.reduce((sum, payment) => sum + own(payment), 0n)

function unpaidOf(facts: Facts, id: string, ofCheckout: boolean): Payment[] {
  const payment = facts.payments.get(id)
  const found = ofCheckout ? (facts.checkouts.get(id)?.payments ?? []) : payment ? [payment] : []
  return found.filter(({ state }) => state === 'requires_payment')
}

function judgeQuote(facts: Facts, call: Call, at: number, made: Made): Verdict {
  const unpaid = unpaidOf(facts, call.target, call.ofCheckout).filter(
    (one) => !hidden(call.by, one),
  )
  const [first] = unpaid
  if (first === undefined || total(unpaid) === 0n) return 'not_found'
  if (mayAct(facts, call.by, first, ['buyer']) === undefined) return 'not_allowed'
  if (call.from === first.currency) return 'currency_mismatch'
  const buys = total(unpaid)
  const pays = price(buys, first.currency, call.from)
  if (pays === undefined) return 'rate_unavailable'
  const { buyer } = first
  const quote = { subject: call.target, buyer, pays, buys, paysCurrency: call.from }
  return () => facts.quotes.set(made.id, { ...quote, expiresAt: at + 60_000 })
}

function judgePay(facts: Facts, call: Call, at: number, made: Made): Verdict {
  const ofCheckout = call.verb === 'payCheckout'
  const any = ofCheckout
    ? facts.checkouts.get(call.target)?.payments[0]
    : facts.payments.get(call.target)
  if (any === undefined || hidden(call.by, any)) return 'not_found'
  if (mayAct(facts, call.by, any, ['buyer']) === undefined) return 'not_allowed'
  const unpaid = unpaidOf(facts, call.target, ofCheckout)
  if (unpaid.length === 0) return 'wrong_state'
  if (!ofCheckout && any.checkout !== null) return 'pay_by_checkout'
  return secure(facts, call, { unpaid, made }, at)
}

interface Paying {
  readonly unpaid: readonly Payment[]
  readonly made: Made
}

function secure(facts: Facts, call: Call, { unpaid, made }: Paying, at: number): Verdict {
  const buyer = unpaid[0]?.buyer ?? ''
  const currency = unpaid[0]?.currency ?? ''
  const bases = unpaid.map((payment) => convert(own(payment), currency, 'USD'))
  if (bases.includes(undefined)) return 'rate_unavailable'
  const base = bases.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n)
  const level = facts.people.get(buyer)?.level ?? 0
  if (base > LIMITS[level].each || base > LIMITS[level].all - used(facts, buyer, level, at)) {
    return 'limit_exceeded'
  }
  const byCard = call.card?.amount ?? 0n
  if (byCard > total(unpaid)) return 'checkout_changed'
  const price =
    call.quote === null ? { value: total(unpaid), currency } : quoted(facts, call, unpaid, at)
  if (typeof price === 'string') return price
  const missing = price.value - byCard
  if (balance(facts, wallet(buyer, price.currency)) < missing) return 'insufficient_funds'
  const waits = level === 0 && hasToWait(judgeRisk(facts, { payments: unpaid, base }, at), made)
  return () => {
    move(facts, `clearing_card ${currency}`, wallet(buyer, currency), byCard)
    move(facts, wallet(buyer, price.currency), `fx ${price.currency}`, price.value)
    unpaid.forEach((payment, index) => {
      move(facts, `fx ${currency}`, escrow(payment.id), own(payment))
      move(facts, `promotions ${currency}`, escrow(payment.id), payment.coupon)
      payment.escrow = payment.amount
      payment.base = bases[index] ?? 0n
      payment.paidAt = at
      payment.state = waits ? 'verifying' : 'held'
      payment.due = waits
        ? { kind: 'check', at: at + CHECK_MS }
        : { kind: 'ship', at: at + payment.shipMs }
    })
  }
}

function quoted(
  facts: Facts,
  call: Call,
  unpaid: readonly Payment[],
  at: number,
): { readonly value: bigint; readonly currency: string } | string {
  const quote = facts.quotes.get(call.quote ?? '')
  if (quote === undefined || quote.subject !== call.target) return 'not_found'
  if (at >= quote.expiresAt || quote.buys !== total(unpaid)) return 'quote_expired'
  return { value: quote.pays, currency: quote.paysCurrency }
}

/** US cents. */
const LIMITS = {
  0: { each: 15_000n, all: 100_000n, days: Infinity },
  1: { each: 100_000n, all: 1_500_000n, days: 365 },
  2: { each: 2_000_000n, all: 10_000_000n, days: 365 },
}

function used(facts: Facts, buyer: string, level: 0 | 1 | 2, at: number): bigint {
  let sum = 0n
  for (const payment of facts.payments.values()) {
    if (payment.buyer !== buyer || payment.paidAt === 0) continue
    if (payment.paidAt <= at - LIMITS[level].days * DAY) continue
    sum += counted(payment)
  }
  return sum
}

/** What a payment still takes of its buyer's limits, in US cents, half-even. */
export function counted(payment: Payment): bigint {
  const whole = own(payment)
  if (whole === 0n) return payment.base
  const kept = whole - payment.toBuyer - payment.claimedToBuyer
  const numerator = payment.base * kept
  const down = numerator / whole
  const twice = 2n * (numerator % whole)
  return twice > whole || (twice === whole && down % 2n === 1n) ? down + 1n : down
}
