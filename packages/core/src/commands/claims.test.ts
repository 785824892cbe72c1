import { currency, days, instant } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import { platformAccount, proceedsOf, walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
const USD = currency('USD')
let buyer: TestPerson
let seller: TestPerson
beforeEach(async () => {
  buyer = await test.person(1, { USD: 1_000_00n })
  seller = await test.person()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

const released = async (request: Parameters<TestCore['paid']>[1] = {}) => {
  const id = await test.paid({ buyer, seller }, request)
  await test.run(commands.confirm(buyer.caller, id))
  return id
}
const claim = (payment: string, minor: bigint) =>
  test.run(
    commands.openDispute(buyer.caller, payment, { reason: 'damaged', amount: amountOf(minor) }),
  )
const proceeds = async () => {
  const { id } = proceedsOf(seller.id, USD)
  const found = (await test.balances()).find((one) => one.id === id)
  return found && { balance: found.balance, floor: found.floor }
}
const wallet = () => test.balance(walletOf(buyer.id, USD))

/** The seller has been paid out: a payout does not exist yet, so the money is moved by hand. */
const emptyProceeds = async () => {
  const { id } = proceedsOf(seller.id, USD)
  const { id: out } = platformAccount('payout_clearing', USD)
  await test.database.pool.query(
    `WITH taken AS (SELECT balance FROM ledger.account WHERE id = $1),
      moved AS (INSERT INTO ledger.transfer
        SELECT gen_random_uuid(), gen_random_uuid(), $1, $2, balance, 'USD', 'payout', NULL, NULL, now(), now() FROM taken),
      opened AS (INSERT INTO ledger.account AS t SELECT $2, 'payout_clearing', 'USD', balance, NULL, now() FROM taken
        ON CONFLICT (id) DO UPDATE SET balance = t.balance + excluded.balance)
    UPDATE ledger.account SET balance = 0 WHERE id = $1`,
    [id, out],
  )
}

describe('the window', () => {
  it('is 15 days from closing', async () => {
    const id = await released()
    const closed = await test.core.now()
    const open = (at: number) =>
      test.run(commands.openDispute(buyer.caller, id, { reason: 'other' }), { at: instant(at) })
    expect(await open(closed + days(15))).toMatchObject({ code: 'claim_window_closed' })
    expect(await open(closed + days(15) - 1)).toMatchObject({ json: { kind: 'claim' } })
    expect(await open(closed + days(15) - 1)).toMatchObject({ code: 'dispute_open' })
  })

  it.each(['cancelled', 'refunded', 'expired'] as const)('%s payments know none', async (state) => {
    const id = await (state === 'expired' ? test.payment : test.paid)({ buyer, seller })
    if (state === 'cancelled') await test.run(commands.cancel(buyer.caller, id, {}))
    if (state === 'refunded') {
      await test.run(commands.ship(test.marketplace, id, {}))
      await test.run(commands.refund(test.marketplace, id, {}))
    }
    if (state === 'expired') await test.advance(days(5))
    const refused = await test.run(commands.openDispute(buyer.caller, id, { reason: 'other' }))
    expect(refused).toMatchObject({ code: 'wrong_state', json: { state } })
  })
})

describe('a claim that is won', () => {
  it('takes from the seller and the fees in proportion, cumulatively', async () => {
    const fees = () => test.balance(platformAccount('fees', USD))
    const before = await fees()
    const id = await released({ commission: { basis_points: 333 } })
    const first = await claim(id, 33_33n)
    const { json } = await test.run(commands.acceptOffer(seller.caller, first.id))
    expect(json).toMatchObject({ state: 'closed', outcome: 'granted' })
    // floor(333 × 3333 / 10000) = 110
    expect(await fees()).toBe(before + 3_33n - 1_10n)
    const second = await claim(id, 66_67n)
    await test.run(commands.acceptOffer(seller.caller, second.id))
    expect(await fees()).toBe(before)
    expect(await proceeds()).toEqual({ balance: 0n, floor: 0n })
    expect(await wallet()).toBe(1_000_00n)
    expect(await claim(id, 1n)).toMatchObject({ code: 'amount_too_large' })
  })

  it("returns the coupon's share to promotions", async () => {
    const promotions = () => test.balance(platformAccount('promotions', USD))
    const before = await promotions()
    const id = await released({ coupon: amountOf(20_00n), commission: { basis_points: 1_000 } })
    const { id: dispute } = await claim(id, 100_00n)
    await test.run(commands.acceptOffer(seller.caller, dispute))
    expect(await promotions()).toBe(before)
    expect(await wallet()).toBe(1_000_00n)
  })

  it('leaves a debt where the seller has been paid out; later proceeds repay it first', async () => {
    const id = await released()
    await emptyProceeds()
    const { id: dispute } = await claim(id, 100_00n)
    await test.run(commands.acceptOffer(seller.caller, dispute))
    expect(await proceeds()).toEqual({ balance: -100_00n, floor: -100_00n })
    expect(await wallet()).toBe(1_000_00n)
    await released({ amount: amountOf(30_00n) })
    expect(await proceeds()).toEqual({ balance: -70_00n, floor: -70_00n })
    await released({ amount: amountOf(90_00n) })
    expect(await proceeds()).toEqual({ balance: 20_00n, floor: 0n })
  })

  it('lowers the floor only by what is missing, and a credit of the same batch raises it', async () => {
    const first = await released()
    await emptyProceeds()
    await released({ amount: amountOf(40_00n) })
    const next = await test.paid({ buyer, seller }, { amount: amountOf(15_00n) })
    const { id: dispute } = await claim(first, 100_00n)
    await Promise.all([
      test.run(commands.acceptOffer(seller.caller, dispute)),
      test.run(commands.confirm(buyer.caller, next)),
    ])
    expect(await proceeds()).toEqual({ balance: -45_00n, floor: -45_00n })
  })
})

describe('silence', () => {
  it('of the seller goes to staff, and staff decide', async () => {
    const id = await released()
    const { id: dispute } = await claim(id, 50_00n)
    await test.advance(days(5))
    expect(await wallet()).toBe(900_00n)
    const given = { amount: amountOf(50_00n), reason: 'photos' }
    expect(await test.run(commands.decide(test.operator, dispute, given))).toMatchObject({
      json: { state: 'decided' },
    })
    await test.advance(days(3))
    expect(await wallet()).toBe(950_00n)
  })

  it('a claim decided for nothing is dismissed', async () => {
    const id = await released()
    const { id: dispute } = await claim(id, 50_00n)
    await test.advance(days(5))
    await test.run(commands.decide(test.operator, dispute, { amount: amountOf(0n), reason: 'no' }))
    await test.advance(days(3))
    const { rows } = await test.database.pool.query(
      'SELECT state, outcome FROM app.dispute WHERE id = $1',
      [dispute],
    )
    expect(rows).toEqual([{ state: 'closed', outcome: 'dismissed' }])
    expect(await proceeds()).toEqual({ balance: 100_00n, floor: 0n })
  })

  it('withdrawn: the payment stays as it was', async () => {
    const id = await released()
    const { id: dispute } = await claim(id, 50_00n)
    const { json } = await test.run(commands.withdraw(buyer.caller, dispute))
    expect(json).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    expect(await claim(id, 50_00n)).toMatchObject({ status: 201 })
  })
})
