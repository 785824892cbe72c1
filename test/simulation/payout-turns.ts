import { type Cast, CURRENCIES } from './cast.ts'
import type { PayoutStep, Turn } from './draft.ts'
import type { Random } from './random.ts'

/** Payouts that the script has thought of, by number. */
export interface PayoutCast {
  count: number
}

const turn = (step: PayoutStep, sent: 'once' | 'twice' = 'once'): Turn => ({
  kind: 'payout',
  step,
  sent,
})

/** Somebody wants their proceeds; staff, the bank and they themselves do something about it. */
export function* payOut(cast: Cast, payouts: PayoutCast, random: Random): Generator<Turn> {
  const payout = payouts.count
  payouts.count += 1
  // Whoever sells may have something; others ask in vain.
  const sale = random.chance(0.9) ? cast.payments[random.int(cast.payments.length || 1)] : undefined
  const person = sale?.seller ?? random.int(cast.people.length)
  const sold = CURRENCIES.find((one) => one === sale?.amount.currency)
  const currency = sold ?? random.pick(CURRENCIES)
  const percent = random.pick([100, 100, 100, 60, 20, 1, 130])
  const own = random.chance(0.8)
  yield turn({ what: 'ask', payout, person, currency, percent, own })
  for (let count = random.between(1, 7); count > 0; count -= 1) {
    if (random.chance(0.2)) yield { kind: 'advance', ms: random.between(1, 60) * 3_600_000 }
    const on = random.chance(0.8) ? payout : random.int(payouts.count)
    yield turn(drawStep(cast, random, on), random.pick(['once', 'once', 'twice']))
  }
}

function drawStep(cast: Cast, random: Random, payout: number): PayoutStep {
  const what = random.pick([
    ...(['release', 'send', 'send', 'send', 'pay', 'pay', 'pay', 'return'] as const),
    ...(['refuse', 'reject', 'drop'] as const),
  ])
  if (what === 'drop') return { what, payout, person: random.int(cast.people.length) }
  if (what === 'pay' || what === 'return') return { what, payout, booking: random.int(3) }
  return { what, payout }
}
