import { RAILS } from '@danbao/contracts'
import { isUuid, newUuid, SANDBOX_CURRENCIES } from '@danbao/kernel'
import { expect, it } from 'vitest'
import { clearingOf, escrowOf, platformAccount, proceedsOf, walletOf } from './address.ts'

const PLATFORM = [
  'fees',
  'promotions',
  'fx',
  'losses',
  'suspense',
  'payout_clearing',
  'external',
] as const

it('no two owners, kinds or currencies share an account', () => {
  const owners = Array.from({ length: 500 }, newUuid)
  const refs = SANDBOX_CURRENCIES.flatMap((of) => [
    ...owners.flatMap((owner) => [walletOf(owner, of), proceedsOf(owner, of)]),
    ...PLATFORM.map((kind) => platformAccount(kind, of)),
    ...RAILS.map((rail) => clearingOf(rail, of)),
  ])
  const ids = refs.map(({ id }) => id)
  expect(new Set(ids).size).toBe(refs.length)
  expect(ids.every(isUuid)).toBe(true)
})

it('an account has the same address for ever', () => {
  const owner = '01977000-0000-7000-8000-00000000beef'
  const [usd] = SANDBOX_CURRENCIES
  if (usd === undefined) throw new Error('There are currencies.')
  expect(walletOf(owner, usd)).toEqual({
    id: '01977000-0000-7000-8000-000000001348',
    code: 'wallet',
    currency: 'USD',
    floor: 0n,
  })
  expect(proceedsOf(owner, usd).id).toBe('01977000-0000-7000-8000-000000002348')
  expect(platformAccount('fees', usd)).toMatchObject({
    id: '00000000-0000-7000-8000-000000004348',
    floor: null,
  })
  expect(clearingOf('card', usd)).toMatchObject({
    id: '00000000-0000-7000-8000-00000005b348',
    code: 'clearing_card',
    floor: null,
  })
  expect(escrowOf(owner, usd)).toMatchObject({ id: owner, code: 'escrow', floor: 0n })
})
