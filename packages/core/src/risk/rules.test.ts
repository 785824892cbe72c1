import { RISK_CODES } from '@danbao/contracts'
import { days, hours, milliseconds } from '@danbao/kernel'
import { describe, expect, test } from 'vitest'
import type { RiskFacts } from './facts.ts'
import { assess, CHECK_FROM, type Figures, RISK_RULES } from './rules.ts'

/** Somebody of whom nothing speaks for or against. */
const PLAIN: RiskFacts = {
  amount: 50_00n,
  accountAge: days(20),
  recent: { count: 0, sum: 0n },
  released: 0,
  disputes: { opened: 0, lost: 0 },
  newSeller: false,
  knownSellers: false,
  seller: { sold: 0, disputed: 0 },
  deviceAge: undefined,
  country: undefined,
  shippingCountry: undefined,
  cardCountry: undefined,
}

const codesOf = (facts: Partial<RiskFacts>): string[] =>
  assess({ ...PLAIN, ...facts }).hits.map(({ code }) => code)

const A_MS = milliseconds(1)
const less = (duration: number) => milliseconds(duration - A_MS)

interface Row {
  readonly code: (typeof RISK_CODES)[number]
  readonly hits: readonly (readonly [Partial<RiskFacts>, Figures])[]
  readonly misses: readonly Partial<RiskFacts>[]
}

const TABLE: readonly Row[] = [
  {
    code: 'known_seller',
    hits: [[{ amount: 20_00n, knownSellers: true }, { amount: '2000' }]],
    misses: [{ amount: 20_01n, knownSellers: true }, { amount: 1n }],
  },
  {
    code: 'proven_buyer',
    hits: [
      [
        { accountAge: days(30), released: 3 },
        { days: 30, count: 3 },
      ],
    ],
    misses: [
      { accountAge: less(days(30)), released: 3 },
      { accountAge: days(400), released: 2 },
    ],
  },
  {
    code: 'large_amount',
    hits: [[{ amount: 100_00n }, { amount: '10000' }]],
    misses: [{ amount: 99_99n }],
  },
  {
    code: 'young_account',
    hits: [[{ accountAge: less(days(7)) }, { days: 6 }]],
    misses: [{ accountAge: days(7) }],
  },
  {
    code: 'many_payments',
    hits: [[{ recent: { count: 3, sum: 3n } }, { count: 3 }]],
    misses: [{ recent: { count: 2, sum: 3n } }],
  },
  {
    code: 'much_spent',
    hits: [[{ recent: { count: 1, sum: 250_00n } }, { amount: '30000' }]],
    misses: [
      { recent: { count: 1, sum: 249_99n } },
      { amount: 400_00n, recent: { count: 0, sum: 0n } },
    ],
  },
  {
    code: 'disputes_lost',
    hits: [[{ disputes: { opened: 1, lost: 1 } }, { count: 1 }]],
    misses: [{ disputes: { opened: 2, lost: 0 } }],
  },
  {
    code: 'disputes_opened',
    hits: [[{ disputes: { opened: 3, lost: 0 } }, { count: 3 }]],
    misses: [{ disputes: { opened: 2, lost: 0 } }],
  },
  {
    code: 'first_to_seller',
    hits: [[{ newSeller: true }, {}]],
    misses: [{ newSeller: false }],
  },
  {
    code: 'new_device',
    hits: [
      [{ deviceAge: less(hours(24)) }, {}],
      [{ deviceAge: null }, {}],
    ],
    misses: [{ deviceAge: hours(24) }, { deviceAge: undefined }],
  },
  {
    code: 'shipped_abroad',
    hits: [
      [
        { country: 'DE', shippingCountry: 'FR' },
        { country: 'DE', other: 'FR' },
      ],
    ],
    misses: [
      { country: 'DE', shippingCountry: 'DE' },
      { country: 'DE' },
      { shippingCountry: 'FR' },
    ],
  },
  { code: 'card_abroad', hits: [], misses: [{ country: 'DE' }] },
  {
    code: 'disputed_seller',
    hits: [[{ seller: { sold: 10, disputed: 1 } }, { count: 1, of: 10 }]],
    misses: [{ seller: { sold: 11, disputed: 1 } }, { seller: { sold: 9, disputed: 9 } }],
  },
]

describe.each(TABLE)('$code', ({ code, hits, misses }) => {
  test.each(hits)('holds of %o', (facts, figures) => {
    const hit = assess({ ...PLAIN, ...facts }).hits.find((one) => one.code === code)

    expect(hit?.figures).toEqual(figures)
  })

  test.each(misses)('does not hold of %o', (facts) => {
    expect(codesOf(facts)).not.toContain(code)
  })
})

test('every rule is in the table, and every code is a rule', () => {
  const codes = RISK_RULES.map(({ code }) => code)

  expect(TABLE.map(({ code }) => code)).toEqual(codes)
  expect(codes).toEqual([...RISK_CODES])
})

test('of whom nothing is known is checked, although nothing speaks against them', () => {
  expect(assess(PLAIN)).toEqual({ score: 0, hits: [], outcome: 'check' })
})

test('a rule clears up to the score from which everybody is checked', () => {
  const cleared = { amount: 20_00n, knownSellers: true }
  // 25 and then 25 + 15: the threshold itself is checked.
  const below = assess({ ...PLAIN, ...cleared, recent: { count: 3, sum: 0n } })
  const seller = { sold: 10, disputed: 1 }
  const at = assess({ ...PLAIN, ...cleared, recent: { count: 3, sum: 0n }, seller })

  expect(below).toMatchObject({ score: 25, outcome: 'clear' })
  expect(at).toMatchObject({ score: CHECK_FROM, outcome: 'check' })
})

test('points add up', () => {
  const { score, hits } = assess({
    ...PLAIN,
    amount: 100_00n,
    accountAge: hours(1),
    newSeller: true,
    deviceAge: null,
  })

  expect(hits.map(({ code, points }) => [code, points])).toEqual([
    ['large_amount', 20],
    ['young_account', 20],
    ['first_to_seller', 10],
    ['new_device', 20],
  ])
  expect(score).toBe(70)
})
