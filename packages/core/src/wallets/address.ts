import { type Currency, currencyInfo, type Uuid } from '@danbao/kernel'
import type { AccountRef } from '@danbao/ledger'
import type { Rail } from '@danbao/contracts'

/**
 * Where money lies. The address of an account follows from its owner, its kind and its currency:
 * the owner's id with the last four hex digits replaced by the kind (one digit) and the ISO 4217
 * number (three). So an account can be credited without being looked up, and opened on the way.
 * What sets owners apart is in the first 112 bits of their ids.
 */
const KINDS = {
  wallet: '1',
  proceeds: '2',
  fees: '4',
  promotions: '5',
  fx: '6',
  losses: '7',
  suspense: '8',
  payout_clearing: '9',
  external: 'a',
  clearing: 'b',
} as const

export type BookKind = keyof typeof KINDS

/** The platform's own accounts belong to this owner; it sorts before all others. */
const PLATFORM = '00000000-0000-7000-8000-000000000000'

/** Every rail has a clearing account of its own. */
const RAIL_OWNERS: Readonly<Record<Rail, Uuid>> = {
  webmoney: '00000000-0000-7000-8000-000000010000',
  bank_transfer: '00000000-0000-7000-8000-000000020000',
  western_union: '00000000-0000-7000-8000-000000030000',
  boleto: '00000000-0000-7000-8000-000000040000',
  card: '00000000-0000-7000-8000-000000050000',
}

function address(owner: Uuid, kind: BookKind, currency: Currency): Uuid {
  const number = Number.parseInt(currencyInfo(currency).numeric, 10).toString(16).padStart(3, '0')
  return owner.slice(0, -4) + KINDS[kind] + number
}

/** Money for buying only: never below zero, never withdrawn. */
export function walletOf(owner: Uuid, currency: Currency): AccountRef {
  return { id: address(owner, 'wallet', currency), code: 'wallet', currency, floor: 0n }
}

/** What a seller has earned; only a claim or chargeback may lower its floor. */
export function proceedsOf(owner: Uuid, currency: Currency): AccountRef {
  return { id: address(owner, 'proceeds', currency), code: 'proceeds', currency, floor: 0n }
}

/** The bounds of the addresses of a person's wallets and proceeds, whatever their currencies. */
export function addressesOf(owner: Uuid): { readonly first: Uuid; readonly last: Uuid } {
  const common = owner.slice(0, -4)
  return { first: `${common}${KINDS.wallet}000`, last: `${common}${KINDS.proceeds}fff` }
}

/** One account per payment, with the payment's own id: zero when the payment is closed. */
export function escrowOf(paymentId: Uuid, currency: Currency): AccountRef {
  return { id: paymentId, code: 'escrow', currency, floor: 0n }
}

/** An account of the platform itself; it has no floor. */
export function platformAccount(
  kind: 'fees' | 'promotions' | 'fx' | 'losses' | 'suspense' | 'payout_clearing' | 'external',
  currency: Currency,
): AccountRef {
  return { id: address(PLATFORM, kind, currency), code: kind, currency, floor: null }
}

/** What a rail owes the operator, or the operator the rail. */
export function clearingOf(rail: Rail, currency: Currency): AccountRef {
  const id = address(RAIL_OWNERS[rail], 'clearing', currency)
  return { id, code: `clearing_${rail}`, currency, floor: null }
}
