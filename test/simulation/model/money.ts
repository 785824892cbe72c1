import type { Facts, Payment } from './facts.ts'

/** Names of accounts: `wallet USD <person>`, `escrow <payment>`, `fees USD`. */
export const wallet = (person: string, currency: string): string => `wallet ${currency} ${person}`
export const proceeds = (person: string, currency: string): string =>
  `proceeds ${currency} ${person}`
export const escrow = (payment: string): string => `escrow ${payment}`

export function balance(facts: Facts, account: string): bigint {
  return facts.balances.get(account) ?? 0n
}

export function move(facts: Facts, from: string, to: string, amount: bigint): void {
  if (amount === 0n) return
  facts.balances.set(from, balance(facts, from) - amount)
  facts.balances.set(to, balance(facts, to) + amount)
  if (from.startsWith('proceeds')) {
    const floor = facts.floors.get(from) ?? 0n
    const left = balance(facts, from)
    if (left < floor) facts.floors.set(from, left)
  }
  if (to.startsWith('proceeds') && (facts.floors.get(to) ?? 0n) < 0n) {
    const now = balance(facts, to)
    facts.floors.set(to, now < 0n ? now : 0n)
  }
}

/** Half-even, of a fraction that is not negative. */
export function halfEven(numerator: bigint, denominator: bigint): bigint {
  const down = numerator / denominator
  const twice = 2n * (numerator % denominator)
  if (twice > denominator) return down + 1n
  return twice === denominator && down % 2n === 1n ? down + 1n : down
}

/** Promotions get back floor(R × C / T) in all, of everything that went back so far. */
function shareOfPromotions(payment: Payment, amount: bigint): bigint {
  const before = payment.toBuyer + payment.toPromotions + payment.claimed
  const had = payment.toPromotions + payment.claimed - payment.claimedToBuyer
  return ((before + amount) * payment.coupon) / payment.amount - had
}

export function giveBack(facts: Facts, payment: Payment, amount: bigint): void {
  const share = shareOfPromotions(payment, amount)
  const { currency } = payment
  move(facts, escrow(payment.id), wallet(payment.buyer, currency), amount - share)
  move(facts, escrow(payment.id), `promotions ${currency}`, share)
  payment.escrow -= amount
  payment.toBuyer += amount - share
  payment.toPromotions += share
}

/** Empties the escrow: `back` to the buyer's side, the rest to the seller less commission. */
export function close(facts: Facts, payment: Payment, back: bigint, at: number): void {
  giveBack(facts, payment, back)
  const gross = payment.escrow
  const due = halfEven(gross * BigInt(payment.basisPoints), 10_000n) + payment.fixed
  payment.commission = due < gross ? due : gross
  payment.toSeller = gross - payment.commission
  payment.escrow = 0n
  const { currency } = payment
  move(facts, escrow(payment.id), `fees ${currency}`, payment.commission)
  const account = proceeds(payment.seller, currency)
  move(facts, escrow(payment.id), account, payment.toSeller)
  facts.released.push({ account, amount: payment.toSeller, at })
  payment.due = null
  payment.closedAt = at
  if (gross === 0n) payment.state = 'refunded'
  else payment.state = payment.toBuyer + payment.toPromotions > 0n ? 'split' : 'released'
}

/** After the release: fees give back floor(commission × X / G) in all, the seller the rest. */
export function clawBack(facts: Facts, payment: Payment, amount: bigint): void {
  const gross = payment.toSeller + payment.commission
  const fees = (payment.commission * (payment.claimed + amount)) / gross - payment.claimedFees
  const share = shareOfPromotions(payment, amount)
  const { currency } = payment
  const pool = `claim ${payment.id}`
  move(facts, proceeds(payment.seller, currency), pool, amount - fees)
  move(facts, `fees ${currency}`, pool, fees)
  move(facts, pool, `promotions ${currency}`, share)
  move(facts, pool, wallet(payment.buyer, currency), amount - share)
  facts.balances.delete(pool)
  payment.claimed += amount
  payment.claimedFees += fees
  payment.claimedToBuyer += amount - share
}

/** Units for a euro, in hundred-thousandths, as seeded; the rouble has no rate. */
const PER_EURO: Readonly<Record<string, bigint>> = {
  EUR: 100_000n,
  USD: 117_610n,
  JPY: 18_437_000n,
  GBP: 86_410n,
  CHF: 91_560n,
  BRL: 577_940n,
  CNY: 799_890n,
}

const hundred = (currency: string): bigint => (currency === 'JPY' ? 1n : 100n)

export function convert(value: bigint, from: string, to: string): bigint | undefined {
  // Nothing is nothing in every currency, also in one without a rate.
  if (from === to || value === 0n) return value
  const [a, b] = [PER_EURO[from], PER_EURO[to]]
  if (a === undefined || b === undefined) return undefined
  return halfEven(value * b * hundred(to), a * hundred(from))
}

/** What is kept of every exchange, in hundredths of a percent. */
export const SPREAD_BPS = 137

/** What an amount costs out of a wallet in another currency: never less, rounded up. */
export function price(buys: bigint, currency: string, from: string): bigint | undefined {
  const [per, perFrom] = [PER_EURO[currency], PER_EURO[from]]
  if (per === undefined || perFrom === undefined) return undefined
  const whole = buys * perFrom * hundred(from) * 10_000n
  const part = per * hundred(currency) * BigInt(10_000 - SPREAD_BPS)
  return (whole + part - 1n) / part
}
