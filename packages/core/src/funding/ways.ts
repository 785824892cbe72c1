import type { TopUpRail } from '@danbao/contracts'
import { basisPoints, type Currency, currency, days, type Duration } from '@danbao/kernel'

/** A way for money to come in: its bounds in minor units of the limits' currency. */
export interface Way {
  readonly rail: TopUpRail
  /** Undefined: any enabled currency. */
  readonly currencies?: ReadonlySet<Currency>
  readonly least: bigint
  /** Null: no bound. */
  readonly most: bigint | null
  /** In a calendar month of the rail's country. */
  readonly mostAMonth: bigint | null
  /** Whether money is credited in parts as it comes. */
  readonly inParts: boolean
  /** How long the top-up waits for its money. */
  readonly waits: Duration
  /** What the rail itself charges the payer on top, in basis points, rounded up. */
  readonly feeBasisPoints: bigint
}

export const WAYS: Readonly<Record<TopUpRail, Way>> = {
  webmoney: {
    rail: 'webmoney',
    currencies: new Set([currency('USD'), currency('EUR')]),
    least: 1_00n,
    most: 5_000_00n,
    mostAMonth: null,
    inParts: false,
    waits: days(1),
    feeBasisPoints: 80n,
  },
  bank_transfer: {
    rail: 'bank_transfer',
    least: 21_00n,
    most: null,
    mostAMonth: null,
    inParts: true,
    waits: days(30),
    feeBasisPoints: 0n,
  },
  western_union: {
    rail: 'western_union',
    currencies: new Set([currency('USD'), currency('EUR')]),
    least: 21_00n,
    most: 5_000_00n,
    mostAMonth: null,
    inParts: false,
    waits: days(30),
    feeBasisPoints: 0n,
  },
  boleto: {
    rail: 'boleto',
    currencies: new Set([currency('BRL')]),
    least: 1_00n,
    most: 3_000_00n,
    mostAMonth: 3_000_00n,
    inParts: false,
    // Three days to pay, two working days until the file comes, and a weekend.
    waits: days(8),
    feeBasisPoints: 0n,
  },
}

/** WebMoney: 0.8 % of the amount, at least 0.01 and at most 50.00, rounded up. */
const MOST_FEE = 50_00n

/** What the rail charges the payer on top, in minor units of the amount's currency. */
export function feeOf({ feeBasisPoints }: Way, amount: bigint): bigint {
  if (feeBasisPoints === 0n) return 0n
  const fee = basisPoints(amount, feeBasisPoints, 'up')
  return fee < MOST_FEE ? fee : MOST_FEE
}

/** Why an amount does not go this way, or undefined. Both in the limits' currency. */
export function boundBroken(
  way: Way,
  base: bigint,
  usedThisMonth: bigint,
): { readonly bound: 'least' | 'most' | 'month'; readonly value: bigint } | undefined {
  if (base < way.least) return { bound: 'least', value: way.least }
  if (way.most !== null && base > way.most) return { bound: 'most', value: way.most }
  if (way.mostAMonth === null || usedThisMonth + base <= way.mostAMonth) return undefined
  const left = way.mostAMonth - usedThisMonth
  return { bound: 'month', value: left > 0n ? left : 0n }
}
