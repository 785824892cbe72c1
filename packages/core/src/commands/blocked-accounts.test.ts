import { addDuration, hours } from '@danbao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { changeAccount } from '../accounts/person-account.ts'
import { amountOf, openTestCore, type Parties, type TestCore } from '../testing.ts'
import { cancel, createPayment, pay } from './index.ts'

let test: TestCore
beforeAll(async () => {
  test = await openTestCore()
})
afterAll(() => test.close())

async function parties(): Promise<Parties> {
  return { buyer: await test.person(1, { USD: 500_00n }), seller: await test.person() }
}

it('spends nothing of a frozen account, and lets refunds come in', async () => {
  const both = await parties()
  const paid = await test.paid(both)
  const unpaid = await test.payment(both)
  const frozenAt = await test.core.now()
  await changeAccount(test.database.pool, both.buyer.id, { frozenAt })
  expect((await test.run(pay(both.buyer.caller, unpaid, {}))).code).toBe('account_frozen')
  expect((await test.run(cancel(test.marketplace, paid, {}))).json['state']).toBe('cancelled')
  await changeAccount(test.database.pool, both.buyer.id, { frozenAt: null })
  expect((await test.run(pay(both.buyer.caller, unpaid, {}))).json['state']).toBe('held')
  expect(await test.problems()).toEqual([])
})

it('lets the money of a recovered account rest for its time, which is never made shorter', async () => {
  const both = await parties()
  const unpaid = await test.payment(both)
  const now = await test.core.now()
  const { pool } = test.database
  for (const count of [24, 1]) {
    await changeAccount(pool, both.buyer.id, { restingUntil: addDuration(now, hours(count)) })
  }
  await test.advance(hours(23))
  expect((await test.run(pay(both.buyer.caller, unpaid, {}))).code).toBe('account_resting')
  await test.advance(hours(1))
  expect((await test.run(pay(both.buyer.caller, unpaid, {}))).json['state']).toBe('held')
})

it.each(['buyer', 'seller'] as const)(
  'makes no payment with a closed account as %s',
  async (who) => {
    const both = await parties()
    await changeAccount(test.database.pool, both[who].id, { closedAt: await test.core.now() })
    const request = { amount: amountOf(1_00n), buyer: both.buyer.text, seller: both.seller.text }
    const refused = await test.run(createPayment(test.marketplace, request))
    expect([refused.code, refused.json['field']]).toEqual(['account_closed', who])
  },
)
