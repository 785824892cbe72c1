import { type Cast, CURRENCIES } from './cast.ts'
import type { FundingStep, FundingTurn, Turn } from './draft.ts'
import type { Random } from './random.ts'

/** Top-ups and deposits that the script has thought of, by number. */
export interface FundingCast {
  topUps: number
  deposits: number
}

const RAILS = ['webmoney', 'webmoney', 'bank_transfer', 'bank_transfer', 'boleto'] as const

const turn = (step: FundingStep, sent: FundingTurn['sent'] = 'once'): Turn => ({
  kind: 'funding',
  step,
  sent,
})

/** Somebody announces money; it comes, or not, or otherwise; and what is left of it is dealt with. */
export function* bringMoney(cast: Cast, funding: FundingCast, random: Random): Generator<Turn> {
  const person = random.int(cast.people.length)
  const topUp = funding.topUps
  funding.topUps += 1
  const rail = random.pick(RAILS)
  const currency = rail === 'boleto' ? 'BRL' : random.pick([...CURRENCIES, 'USD', 'EUR', 'RUB'])
  const amount = BigInt(random.between(1, random.pick([300, 60_000, 400_000, 900_000])))
  yield turn({ what: 'announce', topUp, person, rail, currency, amount })
  for (let count = random.between(1, 6); count > 0; count -= 1) {
    if (random.chance(0.15)) yield { kind: 'advance', ms: random.between(1, 400) * 3_600_000 }
    yield turn(drawStep(cast, funding, random, topUp), random.pick(['once', 'once', 'twice']))
  }
}

function drawStep(cast: Cast, funding: FundingCast, random: Random, topUp: number): FundingStep {
  const what = random.pick([
    ...(['arrive', 'arrive', 'arrive', 'goBack', 'goBack'] as const),
    ...(['resolve', 'resolve', 'resolve', 'letGo'] as const),
  ])
  const some = random.int(Math.max(1, funding.deposits))
  const percent = random.pick([100, 100, 100, 50, 25, 1, 120])
  if (what === 'letGo') return { what, topUp, person: random.int(cast.people.length) }
  if (what === 'resolve') {
    const kind = random.pick(['assign', 'assign', 'return', 'collect', 'write_off'] as const)
    return { what, deposit: some, kind, percent, person: random.int(cast.people.length) }
  }
  const deposit = funding.deposits
  funding.deposits += 1
  if (what === 'goBack') return { what, deposit, of: random.chance(0.15) ? null : some }
  return {
    what,
    deposit,
    topUp,
    percent,
    reference: random.pick(['its', 'its', 'its', 'its', 'none', 'unknown']),
    otherPayer: random.chance(0.08),
    otherCurrency: random.chance(0.05),
  }
}
