import { type Draft, type DraftPayment, type DraftSum, plain } from './draft.ts'
import type { Random } from './random.ts'

export const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'BRL'] as const

/** People and payments that the script has thought of, by number. */
export interface Cast {
  readonly people: { readonly marketplace: number }[]
  readonly payments: Planned[]
  checkouts: number
}

/** A payment as the script means it to be, whatever becomes of it. */
export interface Planned {
  readonly number: number
  readonly marketplace: number
  readonly buyer: number
  readonly seller: number
  readonly amount: DraftSum
  readonly checkout: number | null
}

export function newPerson(cast: Cast, marketplace: number): Draft {
  cast.people.push({ marketplace })
  const by = { marketplace, as: null }
  return { ...plain, verb: 'account', by, creates: cast.people.length - 1 }
}

export function setLevel(cast: Cast, person: number, level: 0 | 1 | 2): Draft {
  const by = { marketplace: cast.people[person]?.marketplace ?? 0, as: null }
  return { ...plain, verb: 'level', by, level, on: { kind: 'account', number: person } }
}

export function topUp(cast: Cast, person: number, amount: DraftSum): Draft {
  const by = { marketplace: cast.people[person]?.marketplace ?? 0, as: null }
  return { ...plain, verb: 'topUp', by, amount, on: { kind: 'account', number: person } }
}

/** Mostly small, now and then large. */
function drawValue(random: Random): bigint {
  const ceiling = random.pick([
    50,
    1_000,
    5_000,
    10_000,
    15_000,
    80_000,
    random.pick([100_000, 3_000_000]),
  ])
  return BigInt(random.between(1, ceiling))
}

const RECENT = 16

/** One of the people who came last, so that in a long run old ones with used-up limits rest. */
function somebody(cast: Cast, random: Random, marketplace: number): number {
  for (let tries = 0; ; tries += 1) {
    const number = cast.people.length - 1 - random.int(Math.min(RECENT, cast.people.length))
    if (cast.people[number]?.marketplace === marketplace || tries > 20) return number
  }
}

function somebodyElse(cast: Cast, random: Random, marketplace: number, than: number): number {
  const number = somebody(cast, random, marketplace)
  return number === than ? (than + 1) % cast.people.length : number
}

function strangeCurrency(random: Random, usual: string): string {
  return random.chance(0.02) ? random.pick(['THB', 'RUB', 'CHF']) : usual
}

function draftPayment(
  cast: Cast,
  random: Random,
  of: { readonly marketplace: number; readonly buyer: number; readonly currency: string },
): DraftPayment & { readonly buyer: number } {
  const { marketplace, buyer, currency } = of
  const foreign = random.chance(0.1) ? 1 - marketplace : marketplace
  const value = drawValue(random)
  const part = value === 1n ? 1n : BigInt(random.int(Number(value)))
  return {
    number: cast.payments.length,
    buyer,
    seller: random.chance(0.02) ? buyer : somebodyElse(cast, random, foreign, buyer),
    amount: { value, currency },
    coupon: random.chance(0.6)
      ? {
          value: random.pick([
            part,
            part,
            part / 7n,
            value,
            value + (random.chance(0.2) ? 1n : 0n),
          ]),
          currency: strangeCurrency(random, currency),
        }
      : null,
    basisPoints: random.pick([0, 100, 333, 500, 10_000, random.between(0, 10_000)]),
    fixed: random.chance(0.3)
      ? { value: BigInt(random.int(500)), currency: strangeCurrency(random, currency) }
      : null,
    kind: random.pick(['standard', 'standard', 'cross_border', 'virtual', 'auto_delivered']),
    policy: random.chance(0.2)
      ? {
          pay: random.between(12, 400),
          ship: random.between(12, 400),
          confirm: random.between(12, 600),
          inspect: random.between(12, 400),
        }
      : null,
    reference: random.chance(0.2) ? `order-${random.int(400)}` : null,
  }
}

interface NewStory {
  readonly planned: Planned
  readonly draft: Draft
}

/** A payment for a story, alone. */
export function newPayment(cast: Cast, random: Random, buyer?: number): NewStory {
  const marketplace = buyer === undefined ? random.int(2) : (cast.people[buyer]?.marketplace ?? 0)
  const who = buyer ?? somebody(cast, random, random.chance(0.04) ? 1 - marketplace : marketplace)
  const currency = strangeCurrency(random, random.pick(CURRENCIES))
  const made = draftPayment(cast, random, { marketplace, buyer: who, currency })
  const planned = plan(cast, made, marketplace, null)
  const by = { marketplace, as: random.chance(0.03) ? who : null }
  return { planned, draft: { ...plain, verb: 'create', by, payments: [made] } }
}

/** Two to four payments of one buyer under one checkout; `open`: of whoever takes it on. */
export function newCheckout(cast: Cast, random: Random, open: boolean): NewStory {
  const marketplace = random.int(2)
  const buyer = somebody(cast, random, marketplace)
  const currency = random.pick(CURRENCIES)
  const number = cast.checkouts
  cast.checkouts += 1
  const payments: DraftPayment[] = []
  let planned: Planned | undefined
  for (let count = random.between(2, 4); count > 0; count -= 1) {
    const made = draftPayment(cast, random, { marketplace, buyer, currency })
    payments.push(open ? { ...made, buyer: null } : made)
    planned = plan(cast, made, marketplace, number)
  }
  if (planned === undefined) throw new Error('A checkout has payments.')
  const draft: Draft = {
    ...plain,
    verb: 'checkout',
    by: { marketplace, as: null },
    payments,
    creates: number,
  }
  return { planned, draft }
}

function plan(
  cast: Cast,
  made: DraftPayment & { readonly buyer: number },
  marketplace: number,
  checkout: number | null,
): Planned {
  const { number, buyer, seller, amount } = made
  const planned = { number, marketplace, buyer, seller, amount, checkout }
  cast.payments.push(planned)
  return planned
}
