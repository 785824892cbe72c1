import { DAY, type Deposit, type Facts, type FundingRail, type TopUp } from './facts.ts'
import { balance, convert, move, wallet } from './money.ts'
import type { Verdict } from './payments.ts'

const ENABLED_BY: Readonly<Record<FundingRail, (currency: string) => boolean>> = {
  webmoney: (currency) => currency === 'USD' || currency === 'EUR',
  bank_transfer: () => true,
  boleto: (currency) => currency === 'BRL',
}
/** US cents, and how long the money is waited for. */
const BOUNDS = {
  webmoney: { least: 1_00n, most: 5_000_00n, waits: DAY },
  bank_transfer: { least: 21_00n, most: null, waits: 30 * DAY },
  boleto: { least: 1_00n, most: 3_000_00n, waits: 8 * DAY },
} as const
const BOLETOS_A_MONTH = 3_000_00n

export interface Announced {
  readonly person: string
  readonly rail: FundingRail
  readonly currency: string
  readonly amount: bigint
}

export function judgeAnnounce(
  facts: Facts,
  { person, rail, currency, amount }: Announced,
  { at, id }: { readonly at: number; readonly id: string },
): Verdict {
  if (!facts.people.has(person)) return 'not_found'
  if (!ENABLED_BY[rail](currency)) return 'currency_not_enabled'
  const base = convert(amount, currency, 'USD')
  if (base === undefined) return 'rate_unavailable'
  const { least, most, waits } = BOUNDS[rail]
  if (base < least || (most !== null && base > most)) return 'out_of_bounds'
  if (rail === 'boleto' && boletosOf(facts, person, at) + base > BOLETOS_A_MONTH) {
    return 'out_of_bounds'
  }
  return () => {
    const made = { id, person, rail, currency, amount, base, arrived: 0n, createdAt: at }
    facts.topUps.set(id, { ...made, expiresAt: at + waits, state: 'awaiting' })
  }
}

/** By the calendar of Brazil, three hours behind. */
function boletosOf(facts: Facts, person: string, at: number): bigint {
  const local = new Date(at - 3 * 3_600_000)
  const from = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1, 3)
  return [...facts.topUps.values()]
    .filter(({ rail, state }) => rail === 'boleto' && state !== 'expired' && state !== 'cancelled')
    .filter((one) => one.person === person && one.createdAt >= from)
    .reduce((sum, { base }) => sum + base, 0n)
}

export function judgeLetGo(person: string, topUp: TopUp | undefined): Verdict {
  if (topUp?.person !== person) return 'not_found'
  if (topUp.state !== 'awaiting' || topUp.arrived > 0n) return 'wrong_state'
  return () => {
    topUp.state = 'cancelled'
  }
}

/** Whose time is over waits for its money no more. */
export function expireTopUps(facts: Facts, at: number): void {
  for (const topUp of facts.topUps.values()) {
    if (topUp.state === 'awaiting' && topUp.expiresAt <= at) topUp.state = 'expired'
  }
}

export interface Arrived {
  readonly rail: FundingRail
  readonly currency: string
  readonly amount: bigint
  /** Undefined: it names none that there is. */
  readonly topUp: TopUp | undefined
  readonly isNamed: boolean
  readonly otherPayer: boolean
}

export function arrive(facts: Facts, told: Arrived, id: string): void {
  const { rail, currency, amount, topUp } = told
  const doubt = doubtAbout(told)
  const person = topUp?.person ?? null
  const settled = rail === 'bank_transfer'
  const clearing = `clearing_${rail} ${currency}`
  if (settled) move(facts, `external ${currency}`, clearing, amount)
  if (doubt === null && topUp !== undefined) {
    move(facts, clearing, wallet(topUp.person, currency), amount)
    topUp.arrived += amount
    if (topUp.arrived === topUp.amount) topUp.state = 'credited'
  } else {
    move(facts, clearing, `suspense ${currency}`, amount)
  }
  const open = doubt === null ? 0n : amount
  const made = { id, kind: 'arrival', rail, currency, amount, doubt, person, settled } as const
  facts.deposits.set(id, { ...made, open })
}

function doubtAbout({ topUp, isNamed, currency, amount, otherPayer }: Arrived): string | null {
  if (!isNamed) return 'no_reference'
  if (topUp === undefined) return 'unknown_reference'
  if (topUp.currency !== currency) return 'wrong_currency'
  if (topUp.state !== 'awaiting') return 'not_awaited'
  if (otherPayer) return 'other_payer'
  const left = topUp.amount - topUp.arrived
  const fits = topUp.rail === 'bank_transfer' ? amount <= left : amount === left
  return fits ? null : 'wrong_amount'
}

export interface WentBack {
  readonly rail: FundingRail
  readonly currency: string
  readonly amount: bigint
  /** Undefined: nobody knows of what. */
  readonly arrival: Deposit | undefined
}

export function goBack(facts: Facts, told: WentBack, id: string): void {
  const { rail, currency, amount, arrival } = told
  const clearing = `clearing_${rail} ${currency}`
  const settled = rail === 'bank_transfer'
  let open = amount
  if (arrival !== undefined) {
    const held = least(amount, arrival.open)
    const purse = arrival.person === null ? null : wallet(arrival.person, currency)
    const available = purse === null || arrival.doubt !== null ? 0n : balance(facts, purse)
    const taken = least(amount - held, available)
    arrival.open -= held
    move(facts, `suspense ${currency}`, clearing, held)
    if (purse !== null) move(facts, purse, clearing, taken)
    open -= held + taken
  }
  if (settled) move(facts, clearing, `external ${currency}`, amount)
  const doubt = open === 0n ? null : arrival === undefined ? 'unknown_arrival' : 'not_covered'
  const person = arrival?.person ?? null
  const made = { id, kind: 'reversal', rail, currency, amount, doubt, person, settled } as const
  facts.deposits.set(id, { ...made, open })
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export interface Resolved {
  readonly kind: 'assign' | 'return' | 'collect' | 'write_off'
  readonly amount: bigint
  readonly person: string | null
}

export function judgeResolve(
  facts: Facts,
  deposit: Deposit | undefined,
  { kind, amount, person }: Resolved,
): Verdict {
  if (deposit === undefined) return 'not_found'
  const fits = deposit.kind === 'arrival' ? ['assign', 'return'] : ['collect', 'write_off']
  if (!fits.includes(kind)) return 'wrong_state'
  if (amount > deposit.open) return 'amount_too_large'
  const { currency, rail } = deposit
  const clearing = `clearing_${rail} ${currency}`
  if (person !== null) {
    if (!facts.people.has(person)) return 'not_found'
    if (kind === 'collect' && person !== deposit.person) return 'not_allowed'
    const purse = wallet(person, currency)
    if (kind === 'collect' && balance(facts, purse) < amount) return 'insufficient_funds'
  }
  return () => {
    deposit.open -= amount
    const purse = wallet(person ?? '', currency)
    if (kind === 'assign') move(facts, `suspense ${currency}`, purse, amount)
    if (kind === 'return') {
      move(facts, `suspense ${currency}`, clearing, amount)
      if (deposit.settled) move(facts, clearing, `external ${currency}`, amount)
    }
    if (kind === 'collect') move(facts, purse, clearing, amount)
    if (kind === 'write_off') move(facts, `losses ${currency}`, clearing, amount)
  }
}
