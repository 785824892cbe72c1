import { currency, days, encodeId } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { PersonCaller } from '../engine/caller.ts'
import { queries } from '../index.ts'
import {
  amountOf,
  openTestCore,
  type Ran,
  type TestCore,
  type TestPerson,
  uuidOf,
} from '../testing.ts'
import { walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore({ paymentCheck: 'approve' })
let one: TestPerson
let other: TestPerson
let sellers: readonly TestPerson[]
beforeEach(async () => {
  one = await test.person(1, { USD: 500_00n })
  other = await test.person(1, { USD: 500_00n })
  sellers = [await test.person(), await test.person()]
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

const as = ({ id }: TestPerson): PersonCaller => ({ kind: 'person', personId: id })
const paymentsOf = ({ json }: Ran) =>
  z
    .array(z.object({ id: z.string(), state: z.string(), buyer: z.string().nullable() }))
    .parse(json['payments'])
const USD = currency('USD')

/** Two payments, of 100 and 50, and nobody to pay them yet. */
async function open(): Promise<Ran> {
  const amounts = [100_00n, 50_00n]
  return test.run(
    commands.createCheckout(test.marketplace, {
      payments: amounts.map((minor, index) => ({
        amount: amountOf(minor),
        seller: sellers[index]?.text ?? '',
      })),
      return_url: 'https://shop.example/orders/1',
    }),
  )
}

function shownOf(made: Ran, total = 150_00n) {
  return { total, payments: paymentsOf(made).map(({ id }) => uuidOf(id)) }
}

describe('a checkout without a buyer', () => {
  it('tells its page, and belongs to nobody', async () => {
    const made = await open()
    expect(made.json).toMatchObject({
      buyer: null,
      return_url: 'https://shop.example/orders/1',
      url: `http://localhost:8080/wallet/checkout/${encodeId('chk', made.id)}`,
    })
    expect(paymentsOf(made).map(({ buyer }) => buyer)).toEqual([null, null])
  })

  it('is paid by nobody before somebody has taken it on', async () => {
    const made = await open()
    const by = await test.run(commands.payCheckout(test.marketplace, made.id, {}))
    expect(by.code).toBe('not_allowed')
    const stranger = await test.run(commands.payCheckout(as(one), made.id, {}))
    expect(stranger.code).toBe('not_found')
  })

  it('belongs to who takes it on first, however often, and to nobody else', async () => {
    const made = await open()
    const [first, second] = await Promise.all([
      test.run(commands.takeCheckout(as(one), made.id)),
      test.run(commands.takeCheckout(as(other), made.id)),
    ])
    expect([first.code, second.code].toSorted()).toEqual(['not_found', undefined])
    const [owner, loser] = first.code === undefined ? [one, other] : [other, one]
    const again = await test.run(commands.takeCheckout(as(owner), made.id))
    expect(again.json).toMatchObject({ buyer: owner.text })
    expect(paymentsOf(again).map(({ buyer }) => buyer)).toEqual([owner.text, owner.text])
    expect((await test.run(commands.payCheckout(as(loser), made.id, {}))).code).toBe('not_found')
    const paid = await test.run(commands.payCheckout(as(owner), made.id, {}, shownOf(made)))
    expect(paymentsOf(paid).map(({ state }) => state)).toEqual(['held', 'held'])
    expect(await test.balance(walletOf(owner.id, USD))).toBe(350_00n)
  })

  it('is not bought by who sells some of it', async () => {
    const made = await open()
    const [seller] = sellers
    if (seller === undefined) throw new Error('there are sellers')
    expect((await test.run(commands.takeCheckout(as(seller), made.id))).code).toBe('same_account')
  })

  it('expires by itself', async () => {
    const made = await open()
    await test.advance(days(6))
    const late = await test.run(commands.takeCheckout(as(one), made.id))
    expect(paymentsOf(late).map(({ state }) => state)).toEqual(['expired', 'expired'])
    const paid = await test.run(commands.payCheckout(as(one), made.id, {}, shownOf(made)))
    expect(paid.code).toBe('wrong_state')
  })
})

describe('what was authorised', () => {
  it('is paid, or nothing: a payment was cancelled meanwhile', async () => {
    const made = await open()
    await test.run(commands.takeCheckout(as(one), made.id))
    const shown = shownOf(made)
    await test.run(commands.cancel(test.marketplace, shown.payments[0] ?? '', {}))
    const refused = await test.run(commands.payCheckout(as(one), made.id, {}, shown))
    expect(refused.code).toBe('checkout_changed')
    expect(await test.balance(walletOf(one.id, USD))).toBe(500_00n)
    const rest = { total: 50_00n, payments: shown.payments.slice(1) }
    const paid = await test.run(commands.payCheckout(as(one), made.id, {}, rest))
    expect(paymentsOf(paid).map(({ state }) => state)).toEqual(['cancelled', 'held'])
  })

  it('is the total too', async () => {
    const made = await open()
    await test.run(commands.takeCheckout(as(one), made.id))
    const refused = await test.run(commands.payCheckout(as(one), made.id, {}, shownOf(made, 1n)))
    expect(refused.code).toBe('checkout_changed')
  })
})

describe('a person', () => {
  it('has the rights of their side of a payment, and sees no other', async () => {
    const made = await open()
    await test.run(commands.takeCheckout(as(one), made.id))
    await test.run(commands.payCheckout(as(one), made.id, {}))
    const [id = ''] = shownOf(made).payments
    const [seller] = sellers
    if (seller === undefined) throw new Error('there are sellers')
    expect((await test.run(commands.ship(as(one), id, {}))).code).toBe('not_allowed')
    expect((await test.run(commands.confirm(as(seller), id))).code).toBe('not_allowed')
    expect((await test.run(commands.ship(as(other), id, {}))).code).toBe('not_found')
    expect((await test.run(commands.deliver(as(seller), id))).code).toBe('not_allowed')
    expect((await test.run(commands.ship(as(seller), id, {}))).json).toMatchObject({
      state: 'shipped',
    })
    expect((await test.run(commands.confirm(as(one), id))).json).toMatchObject({
      state: 'released',
    })
  })

  it('is shown what they can do, on both sides', async () => {
    const { pool } = test.database
    const made = await open()
    const [seller] = sellers
    if (seller === undefined) throw new Error('there are sellers')
    const now = await test.core.now()
    const list = async (who: TestPerson, more: object = {}) => {
      const found = await queries.listOwnPayments(pool, as(who), { now, ...more })
      if (!found.ok) throw new Error(found.refusal.detail)
      return listed.parse(JSON.parse(found.value)).data
    }
    expect(await list(seller), 'nobody has paid yet').toEqual([])
    await test.run(commands.takeCheckout(as(one), made.id))
    await test.run(commands.payCheckout(as(one), made.id, {}))
    expect(await list(one)).toMatchObject([
      { role: 'buyer', actions: ['confirm', 'cancel'], payment: { state: 'held' } },
      { role: 'buyer', actions: ['confirm', 'cancel'], payment: { state: 'held' } },
    ])
    expect(await list(seller, { role: 'seller', group: 'to_ship' })).toMatchObject([
      { role: 'seller', actions: ['cancel', 'ship', 'refund'], marketplace: 'First' },
    ])
    for (const group of ['closed', 'disputed']) expect(await list(one, { group })).toEqual([])
    expect(await list(other)).toEqual([])
  })
})

const listed = z.object({
  data: z.array(z.looseObject({ role: z.string(), actions: z.array(z.string()) })),
})
