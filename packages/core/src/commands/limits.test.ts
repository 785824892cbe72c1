import { days, milliseconds } from '@danbao/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
const seller = await test.person()
afterAll(async () => {
  expect(await test.problems()).toEqual([])
  await test.close()
})

const pay = async (
  buyer: TestPerson,
  minor: bigint,
  more: Parameters<TestCore['payment']>[1] = {},
) => {
  const id = await test.payment({ buyer, seller }, { amount: amountOf(minor), ...more })
  return { payment: id, ...(await test.run(commands.pay(buyer.caller, id, {}))) }
}
const exceeded = (limit: string, left: bigint) => ({
  status: 422,
  code: 'limit_exceeded',
  json: { limit, left: left.toString(), limit_currency: 'USD' },
})

describe('what a level allows', () => {
  it('level 0: 150 USD a payment and 1,000 USD in all, for all time', async () => {
    const buyer = await test.person(0, { USD: 2_000_00n })
    expect(await pay(buyer, 150_01n)).toMatchObject(exceeded('per_payment', 150_00n))
    for (let paid = 0; paid < 6; paid += 1) {
      const { payment } = await pay(buyer, 150_00n)
      await test.run(commands.approve(test.operator, payment))
      await test.run(commands.confirm(buyer.caller, payment))
    }
    expect(await pay(buyer, 100_01n)).toMatchObject(exceeded('in_all', 100_00n))
    expect(await pay(buyer, 99_99n)).toMatchObject({ json: { state: 'verifying' } })
    await test.advance(days(366))
    const last = await pay(buyer, 100_01n)
    // The payment in verifying timed out and gave its room back.
    expect(last).toMatchObject(exceeded('in_all', 100_00n))
    expect(await pay(buyer, 100_00n)).toMatchObject({ json: { state: 'held' } })
  })

  it('level 1: 1,000 USD a payment and 15,000 USD in a rolling 365 days', async () => {
    const buyer = await test.person(1, { USD: 40_000_00n })
    expect(await pay(buyer, 1_000_01n)).toMatchObject(exceeded('per_payment', 1_000_00n))
    const buy = async () => {
      const { payment } = await pay(buyer, 1_000_00n)
      return test.run(commands.confirm(buyer.caller, payment))
    }
    expect((await buy()).json).toMatchObject({ state: 'released' })
    await test.advance(days(100))
    for (let paid = 1; paid < 15; paid += 1) await buy()
    expect(await pay(buyer, 1n)).toMatchObject(exceeded('per_year', 0n))
    await test.advance(milliseconds(days(265) - 1))
    expect(await pay(buyer, 1n)).toMatchObject(exceeded('per_year', 0n))
    await test.advance(milliseconds(1))
    expect(await pay(buyer, 1_000_00n)).toMatchObject({ json: { state: 'held' } })
    expect(await pay(buyer, 1n)).toMatchObject(exceeded('per_year', 0n))
  })

  it('level 2: 20,000 USD a payment and 100,000 USD a year', async () => {
    const buyer = await test.person(2, { USD: 200_000_00n })
    expect(await pay(buyer, 20_000_01n)).toMatchObject(exceeded('per_payment', 20_000_00n))
    for (let paid = 0; paid < 5; paid += 1) await pay(buyer, 20_000_00n)
    expect(await pay(buyer, 1n)).toMatchObject(exceeded('per_year', 0n))
  })
})

describe('what counts', () => {
  it('refunds, cancellations and claims give room back', async () => {
    const buyer = await test.person(1, { USD: 40_000_00n })
    for (let paid = 0; paid < 14; paid += 1) await pay(buyer, 1_000_00n)
    const { payment } = await pay(buyer, 1_000_00n)
    expect(await pay(buyer, 1n)).toMatchObject(exceeded('per_year', 0n))
    await test.run(commands.refund(test.marketplace, payment, { amount: amountOf(10_00n) }))
    expect(await pay(buyer, 10_01n)).toMatchObject(exceeded('per_year', 10_00n))
    await test.run(commands.confirm(buyer.caller, payment))
    const opening = { reason: 'other', amount: amountOf(5_00n) } as const
    const claim = await test.run(commands.openDispute(buyer.caller, payment, opening))
    await test.run(commands.acceptOffer(seller.caller, claim.id))
    expect(await pay(buyer, 15_01n)).toMatchObject(exceeded('per_year', 15_00n))
    const { payment: next } = await pay(buyer, 15_00n)
    await test.run(commands.cancel(buyer.caller, next, {}))
    expect(await pay(buyer, 15_00n)).toMatchObject({ json: { state: 'held' } })
  })

  it("only the buyer's own part: coupons are the operator's money", async () => {
    const buyer = await test.person(0, { USD: 200_00n })
    const all = { coupon: amountOf(50_00n) }
    expect(await pay(buyer, 200_00n, all)).toMatchObject({ json: { state: 'verifying' } })
    expect(await pay(buyer, 200_01n, all)).toMatchObject(exceeded('per_payment', 150_00n))
  })

  it('all marketplaces together', async () => {
    const buyer = await test.person(0, { USD: 2_000_00n })
    for (let paid = 0; paid < 6; paid += 1) await pay(buyer, 150_00n)
    await test.database.pool.query(
      'UPDATE app.payment SET marketplace_id = gen_random_uuid() WHERE buyer_id = $1',
      [buyer.id],
    )
    expect(await pay(buyer, 100_01n)).toMatchObject(exceeded('in_all', 100_00n))
  })

  it('other currencies at the dated rate, which refunds go by too', async () => {
    const buyer = await test.person(0, { EUR: 1_000_00n })
    // 127.54 EUR × 1.1761 = 149.9998 USD; one cent more is above
    expect(await pay(buyer, 0n, { amount: amountOf(127_55n, 'EUR') })).toMatchObject(
      exceeded('per_payment', 150_00n),
    )
    const { payment } = await pay(buyer, 0n, { amount: amountOf(127_54n, 'EUR') })
    await test.database.pool.query(`INSERT INTO app.rate VALUES ('2026-05-09', 'USD', 1.5)`)
    const read = async () => {
      const { rows } = await test.database.pool.query(
        'SELECT limit_base, limit_counted FROM app.payment WHERE id = $1',
        [payment],
      )
      return rows[0]
    }
    expect(await read()).toEqual({ limit_base: 150_00n, limit_counted: 150_00n })
    await test.run(commands.refund(test.marketplace, payment, { amount: amountOf(63_77n, 'EUR') }))
    await test.run(commands.approve(test.operator, payment))
    await test.run(commands.refund(test.marketplace, payment, { amount: amountOf(63_77n, 'EUR') }))
    expect(await read()).toEqual({ limit_base: 150_00n, limit_counted: 75_00n })
    expect(await pay(buyer, 0n, { amount: amountOf(100_01n, 'EUR') })).toMatchObject(
      exceeded('per_payment', 150_00n),
    )
    await test.database.pool.query(`DELETE FROM app.rate WHERE day = '2026-05-09'`)
  })

  it('a rate of tomorrow is not used today', async () => {
    await test.database.pool.query(`INSERT INTO app.rate VALUES ('2100-01-01', 'USD', 9)`)
    const buyer = await test.person(0, { EUR: 1_000_00n })
    expect(await pay(buyer, 0n, { amount: amountOf(127_54n, 'EUR') })).toMatchObject({
      json: { state: 'verifying' },
    })
    await test.database.pool.query(`DELETE FROM app.rate WHERE day = '2100-01-01'`)
  })

  it('no rate: refused', async () => {
    const buyer = await test.person(2, { RUB: 1_000_00n })
    expect(await pay(buyer, 0n, { amount: amountOf(1n, 'RUB') })).toMatchObject({
      status: 422,
      code: 'rate_unavailable',
    })
  })
})

describe('at the same time', () => {
  it.each([1, 2])('two payments that exceed a limit together: one wins (%d engines)', async (n) => {
    const buyer = await test.person(0, { USD: 2_000_00n })
    for (let paid = 0; paid < 6; paid += 1) await pay(buyer, 150_00n)
    const other = n === 1 ? test.core : test.anotherCore()
    const parties = { buyer, seller }
    const amount = { amount: amountOf(60_00n) }
    const ids = [await test.payment(parties, amount), await test.payment(parties, amount)]
    const answers = await Promise.all(
      ids.map((id, index) =>
        test.run(commands.pay(buyer.caller, id, {}), { core: index === 0 ? test.core : other }),
      ),
    )
    const codes = answers.map(({ code }) => code ?? 'paid').sort()
    expect(codes).toEqual(['limit_exceeded', 'paid'])
  })

  it('a refund of a payment older than a year gives no room of this year', async () => {
    const buyer = await test.person(1, { USD: 40_000_00n })
    const policy = { ship_within: 'P500D' }
    const { payment: old } = await pay(buyer, 1_000_00n, { policy })
    await test.advance(days(366))
    for (let paid = 0; paid < 15; paid += 1) await pay(buyer, 1_000_00n)
    const next = await test.payment({ buyer, seller }, { amount: amountOf(1_00n) })
    const [, paid] = await Promise.all([
      test.run(commands.cancel(buyer.caller, old, {})),
      test.run(commands.pay(buyer.caller, next, {})),
    ])
    expect(paid).toMatchObject(exceeded('per_year', 0n))
  })
})

it('a database of replayed history knows no limits and needs no rates', async () => {
  const replay = await openTestCore({ limits: false })
  const [buyer, other] = [await replay.person(2, { RUB: 999_999_999n }), await replay.person()]
  const id = await replay.payment(
    { buyer, seller: other },
    { amount: amountOf(999_999_999n, 'RUB') },
  )
  expect(await replay.run(commands.pay(buyer.caller, id, {}))).toMatchObject({
    json: { state: 'held' },
  })
  await replay.close()
})
