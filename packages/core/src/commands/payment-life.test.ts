import { currency, days, newUuid } from '@danbao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import { platformAccount, proceedsOf, walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

let test: TestCore
let buyer: TestPerson
let seller: TestPerson
beforeAll(async () => {
  test = await openTestCore()
})
beforeEach(async () => {
  buyer = await test.person(1, { USD: 1_000_00n })
  seller = await test.person()
})
afterAll(async () => {
  expect(await test.problems()).toEqual([])
  await test.close()
})

const wallet = (who: TestPerson) => test.balance(walletOf(who.id, buyerCurrency))
const proceeds = (who: TestPerson) => test.balance(proceedsOf(who.id, buyerCurrency))
const buyerCurrency = currency('USD')
/** The clock of these tests stands. */
const THEN = '2026-06-01T12:00:00.000Z'

describe('a payment that goes well', () => {
  it('moves the money into escrow, and to the seller when the buyer confirms', async () => {
    const id = await test.payment({ buyer, seller })
    expect(await wallet(buyer)).toBe(1_000_00n)

    const held = await test.run(commands.pay(buyer.caller, id, {}))
    expect(held.json).toMatchObject({
      state: 'held',
      in_escrow: amountOf(100_00n),
      due: { what: 'ship', at: '2026-06-08T12:00:00.000Z' },
      paid_at: '2026-06-01T12:00:00.000Z',
    })
    expect(await wallet(buyer)).toBe(900_00n)

    const parcel = { carrier: 'DHL', tracking: '{"1",NULL}' }
    const shipped = await test.run(commands.ship(test.marketplace, id, parcel))
    expect(shipped.json).toMatchObject({
      state: 'shipped',
      shipment: parcel,
      due: { what: 'confirmation', at: '2026-06-16T12:00:00.000Z' },
    })
    const delivered = await test.run(commands.deliver(test.marketplace, id))
    expect(delivered.json).toMatchObject({
      state: 'delivered',
      due: { what: 'inspection', at: '2026-06-04T12:00:00.000Z' },
    })
    const released = await test.run(commands.confirm(buyer.caller, id))
    expect(released.json).toMatchObject({
      state: 'released',
      due: null,
      in_escrow: amountOf(0n),
      released: amountOf(100_00n),
      closed_at: '2026-06-01T12:00:00.000Z',
    })
    expect(await proceeds(seller)).toBe(100_00n)
  })

  it.each(['held', 'shipped', 'delivered'] as const)('can be confirmed when %s', async (state) => {
    const id = await test.paid({ buyer, seller })
    if (state === 'shipped') await test.run(commands.ship(test.marketplace, id, {}))
    if (state === 'delivered') await test.run(commands.deliver(test.marketplace, id))
    const { json } = await test.run(commands.confirm(buyer.caller, id))
    expect(json).toMatchObject({ state: 'released' })
  })

  it('keeps the reason of a refund, a cancellation and a refusal, and tells it', async () => {
    const id = await test.paid({ buyer, seller })
    const part = { amount: amountOf(1n), reason: 'One cup was broken.' }
    const refunded = await test.run(commands.refund(test.marketplace, id, part))
    expect(refunded.json).toMatchObject({ state: 'held', reason: 'One cup was broken.' })
    const cancelled = await test.run(commands.cancel(test.marketplace, id, { reason: 'Sold out.' }))
    expect(cancelled.json).toMatchObject({ state: 'cancelled', reason: 'Sold out.' })
    const { rows } = await test.database.pool.query(
      'SELECT body FROM app.event WHERE subject_id = $1 ORDER BY position DESC LIMIT 1',
      [id],
    )
    expect(JSON.parse(rows[0].body).data.reason).toBe('Sold out.')

    const unknown = await test.person(0, { USD: 100_00n })
    const checked = await test.paid({ buyer: unknown, seller })
    const reason = 'The card belongs to somebody else.'
    const refused = await test.run(commands.refusePayment(test.operator, checked, { reason }))
    expect(refused.json).toMatchObject({ state: 'cancelled', reason })
  })

  it('tells each step as an event, in order', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    await test.run(commands.refund(test.marketplace, id, { amount: amountOf(1n) }))
    await test.run(commands.confirm(buyer.caller, id))
    const { rows } = await test.database.pool.query<{ type: string; state: string }>(
      `SELECT type, body::json->'data'->>'state' AS state FROM app.event
       WHERE subject_id = $1 ORDER BY position`,
      [id],
    )
    expect(rows.map(({ type, state }) => `${type} ${state}`)).toEqual([
      'payment.created requires_payment',
      'payment.held held',
      'payment.shipped shipped',
      'payment.partially_refunded shipped',
      'payment.split split',
    ])
  })
})

describe('money that goes back', () => {
  it('a cancelled payment that nobody paid moves nothing', async () => {
    const id = await test.payment({ buyer, seller }, { commission: { basis_points: 500 } })
    const { json } = await test.run(commands.cancel(buyer.caller, id, {}))
    expect(json).toMatchObject({ state: 'cancelled', refunded: amountOf(0n), paid_at: null })
    expect(await wallet(buyer)).toBe(1_000_00n)
  })

  it.each(['buyer', 'seller', 'marketplace'] as const)(
    'the %s cancels before shipping and the buyer has everything again',
    async (who) => {
      const id = await test.paid({ buyer, seller }, { commission: { basis_points: 500 } })
      const caller = { buyer: buyer.caller, seller: seller.caller, marketplace: test.marketplace }
      const { json } = await test.run(commands.cancel(caller[who], id, {}))
      expect(json).toMatchObject({
        state: 'cancelled',
        refunded: amountOf(100_00n),
        closed_by: who,
      })
      expect(json).toMatchObject({ commission: { taken: amountOf(0n) } })
      expect(await wallet(buyer)).toBe(1_000_00n)
    },
  )

  it('a part that was refunded makes the end a split, a full refund no commission', async () => {
    const id = await test.paid({ buyer, seller }, { commission: { basis_points: 1_000 } })
    const part = await test.run(commands.refund(test.marketplace, id, { amount: amountOf(30_00n) }))
    expect(part).toMatchObject({ status: 201, json: { state: 'held', refunded: amountOf(30_00n) } })
    const { json } = await test.run(commands.confirm(buyer.caller, id))
    expect(json).toMatchObject({
      state: 'split',
      commission: { taken: amountOf(7_00n) },
      released: amountOf(63_00n),
    })
    expect(await wallet(buyer)).toBe(930_00n)
  })

  it.each([
    ['held', 'cancelled'],
    ['shipped', 'refunded'],
    ['delivered', 'refunded'],
  ] as const)('all that remains of a %s payment: it is %s', async (state, end) => {
    const id = await test.paid({ buyer, seller }, { commission: { basis_points: 1_000 } })
    if (state === 'shipped') await test.run(commands.ship(test.marketplace, id, {}))
    if (state === 'delivered') await test.run(commands.deliver(test.marketplace, id))
    await test.run(commands.refund(seller.caller, id, { amount: amountOf(1_00n) }))
    const tooMuch = await test.run(commands.refund(seller.caller, id, { amount: amountOf(99_01n) }))
    expect(tooMuch).toMatchObject({ code: 'amount_too_large', json: { in_escrow: '9900' } })
    const { json } = await test.run(commands.refund(seller.caller, id, {}))
    expect(json).toMatchObject({ state: end, refunded: amountOf(100_00n), released: amountOf(0n) })
    expect(await wallet(buyer)).toBe(1_000_00n)
  })

  it('refuses a refund in another currency', async () => {
    const id = await test.paid({ buyer, seller })
    const asked = { amount: amountOf(1n, 'EUR') }
    expect(await test.run(commands.refund(seller.caller, id, asked))).toMatchObject({
      code: 'currency_mismatch',
    })
  })
})

describe('the payment check', () => {
  const checked = async () => {
    const stranger = await test.person(0, { USD: 100_00n })
    return { id: await test.paid({ buyer: stranger, seller }), stranger }
  }

  it('makes level 0 wait in verifying; staff approve, and the time to ship begins', async () => {
    const { id } = await checked()
    const { json } = await test.run(commands.approve(test.operator, id))
    expect(json).toMatchObject({ state: 'held', due: { what: 'ship' } })
  })

  it('staff refuse: the money goes back', async () => {
    const { id, stranger } = await checked()
    const { json } = await test.run(commands.refusePayment(test.operator, id, {}))
    expect(json).toMatchObject({
      ...{ state: 'cancelled', refunded: amountOf(100_00n) },
      ...{ closed_by: 'operator', checked_at: THEN, closed_at: THEN },
    })
    expect(await wallet(stranger)).toBe(100_00n)
  })

  it('the buyer may cancel while it waits', async () => {
    const { id, stranger } = await checked()
    await test.run(commands.cancel(stranger.caller, id, {}))
    expect(await wallet(stranger)).toBe(100_00n)
  })

  it('never asks level 1 or 2', async () => {
    for (const level of [1, 2] as const) {
      const known = await test.person(level, { USD: 100_00n })
      const id = await test.payment({ buyer: known, seller })
      const { json } = await test.run(commands.pay(known.caller, id, {}))
      expect(json).toMatchObject({ state: 'held' })
    }
  })

  it('a sandbox may be set to approve at once', async () => {
    const easy = await openTestCore({ paymentCheck: 'approve' })
    const [one, two] = [await easy.person(0, { USD: 100_00n }), await easy.person()]
    const id = await easy.payment({ buyer: one, seller: two })
    const { json } = await easy.run(commands.pay(one.caller, id, {}))
    expect(json).toMatchObject({ state: 'held' })
    await easy.close()
  })
})

describe('coupons', () => {
  it('pay their part, which the limits and the wallet do not see, and get their share back', async () => {
    const promotions = () => test.balance(platformAccount('promotions', buyerCurrency))
    const before = await promotions()
    const id = await test.paid({ buyer, seller }, { coupon: amountOf(10_01n) })
    expect(await wallet(buyer)).toBe(910_01n)
    expect(await promotions()).toBe(before - 10_01n)
    await test.run(commands.refund(test.marketplace, id, { amount: amountOf(33_33n) }))
    // floor(3333 × 1001 / 10000) = 333
    expect(await promotions()).toBe(before - 10_01n + 3_33n)
    await test.run(commands.refund(test.marketplace, id, {}))
    expect(await promotions()).toBe(before)
    expect(await wallet(buyer)).toBe(1_000_00n)
  })

  it('may pay all of it: nothing leaves the wallet', async () => {
    const poor = await test.person(0)
    const id = await test.payment({ buyer: poor, seller }, { coupon: amountOf(100_00n) })
    const { json } = await test.run(commands.pay(poor.caller, id, {}))
    expect(json).toMatchObject({ state: 'verifying', in_escrow: amountOf(100_00n) })
    await test.run(commands.approve(test.operator, id))
    await test.run(commands.confirm(poor.caller, id))
    expect(await proceeds(seller)).toBe(100_00n)
    expect(await wallet(poor)).toBe(0n)
  })

  it('are never more than the amount, and in its currency', async () => {
    const create = (coupon: ReturnType<typeof amountOf>) =>
      test.run(
        commands.createPayment(test.marketplace, {
          amount: amountOf(100n),
          buyer: buyer.text,
          seller: seller.text,
          coupon,
        }),
      )
    expect(await create(amountOf(101n))).toMatchObject({ code: 'amount_too_large' })
    expect(await create(amountOf(1n, 'EUR'))).toMatchObject({ code: 'currency_mismatch' })
  })
})

describe('commission', () => {
  it.each([
    ['basis points half-even, down to even', 50n, { basis_points: 500 }, 2n],
    ['basis points half-even, up to even', 70n, { basis_points: 500 }, 4n],
    ['fixed', 1_000n, { basis_points: 0, fixed: amountOf(30n) }, 30n],
    ['both', 1_000n, { basis_points: 290, fixed: amountOf(30n) }, 59n],
    ['capped at what remains', 100n, { basis_points: 9_000, fixed: amountOf(30n) }, 100n],
  ] as const)('%s', async (_name, total, commission, taken) => {
    const before = await test.balance(platformAccount('fees', buyerCurrency))
    const id = await test.paid({ buyer, seller }, { amount: amountOf(total), commission })
    await test.run(commands.confirm(buyer.caller, id))
    expect(await test.balance(platformAccount('fees', buyerCurrency))).toBe(before + taken)
    expect(await proceeds(seller)).toBe(total - taken)
  })
})

describe('a request that can not be', () => {
  const create = (request: Partial<Parameters<typeof commands.createPayment>[1]>) =>
    test.run(
      commands.createPayment(test.marketplace, {
        amount: amountOf(1n),
        buyer: buyer.text,
        seller: seller.text,
        ...request,
      }),
    )

  it('buyer and seller differ and exist', async () => {
    const nobody = buyer.text.slice(0, -4) + '0000'
    expect(await create({ seller: buyer.text })).toMatchObject({ code: 'same_account' })
    expect(await create({ seller: nobody })).toMatchObject({ code: 'not_found' })
    expect(await create({ buyer: nobody })).toMatchObject({ code: 'not_found' })
  })

  it('the currency must be enabled', async () => {
    expect(await create({ amount: amountOf(1n, 'KWD') })).toMatchObject({
      code: 'currency_not_enabled',
    })
    expect(await create({ amount: amountOf(1n, 'BRL') })).toMatchObject({ status: 201 })
  })

  it('nobody pays more than the wallet holds, and nothing is touched then', async () => {
    const id = await test.payment({ buyer, seller }, { amount: amountOf(1_000_01n) })
    await test.run(commands.updateAccount(test.operator, buyer.id, { level: 2 }))
    const refused = await test.run(commands.pay(buyer.caller, id, {}))
    expect(refused).toMatchObject({
      status: 422,
      code: 'insufficient_funds',
      json: { currency: 'USD', needed: '100001', available: '100000' },
    })
    const broke = await test.person(1)
    const other = await test.payment({ buyer: broke, seller })
    expect(await test.run(commands.pay(broke.caller, other, {}))).toMatchObject({
      code: 'insufficient_funds',
      json: { available: '0' },
    })
  })

  it('a payment that does not exist is not found', async () => {
    expect(await test.run(commands.pay(buyer.caller, newUuid(), {}))).toMatchObject({
      status: 404,
      code: 'not_found',
    })
  })
})

describe('terms of a payment', () => {
  it.each([
    ['standard', 'P15D'],
    ['cross_border', 'P60D'],
    ['virtual', 'P3D'],
    ['auto_delivered', 'P1D'],
  ] as const)('%s: the buyer has %s to confirm', async (kind, within) => {
    const created = await test.run(
      commands.createPayment(test.marketplace, {
        amount: amountOf(1n),
        buyer: buyer.text,
        seller: seller.text,
        kind,
      }),
    )
    expect(created.json).toMatchObject({
      policy: {
        pay_within: 'P5D',
        ship_within: 'P7D',
        confirm_within: within,
        inspect_within: 'P3D',
      },
    })
  })

  it('a marketplace may set its own', async () => {
    const policy = { pay_within: 'PT1H', ship_within: 'P1D', confirm_within: 'P2D' }
    const id = await test.paid({ buyer, seller }, { policy })
    const { json } = await test.run(commands.ship(test.marketplace, id, {}))
    const now = await test.core.now()
    expect(json).toMatchObject({ due: { at: new Date(now + days(2)).toISOString() } })
  })
})
