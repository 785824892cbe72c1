import { currency, days, instant } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
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

const test: TestCore = await openTestCore()
let buyer: TestPerson
let sellers: readonly TestPerson[]
beforeEach(async () => {
  buyer = await test.person(1, { USD: 1_000_00n })
  sellers = [await test.person(), await test.person(), await test.person()]
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

const create = (amounts: readonly bigint[], who = buyer, reference?: string) =>
  test.run(
    commands.createCheckout(test.marketplace, {
      buyer: who.text,
      payments: amounts.map((minor, index) => ({
        amount: amountOf(minor),
        seller: sellers[index]?.text ?? '',
      })),
      ...(reference === undefined ? {} : { reference }),
    }),
  )
const paymentsOf = ({ json }: Ran) =>
  z.array(z.object({ id: z.string(), state: z.string() })).parse(json['payments'])
const states = (ran: Ran) => paymentsOf(ran).map(({ state }) => state)
const wallet = (who: TestPerson) => test.balance(walletOf(who.id, currency('USD')))

it('is paid as a whole, to several sellers; afterwards each payment lives alone', async () => {
  const made = await create([100_00n, 200_00n, 300_00n])
  expect(made.json).toMatchObject({ total: amountOf(600_00n) })
  const paid = await test.run(commands.payCheckout(buyer.caller, made.id, {}))
  expect(states(paid)).toEqual(['held', 'held', 'held'])
  expect(await wallet(buyer)).toBe(400_00n)
  const [first = '', second = ''] = paymentsOf(paid).map(({ id }) => uuidOf(id))
  await test.run(commands.cancel(buyer.caller, first, {}))
  expect(await test.run(commands.confirm(buyer.caller, second))).toMatchObject({
    json: { state: 'released' },
  })
  const again = await test.run(commands.payCheckout(buyer.caller, made.id, {}))
  expect(again.code).toBe('wrong_state')
})

describe('all or none', () => {
  it('the wallet must hold the total', async () => {
    const poor = await test.person(1, { USD: 299_99n })
    const made = await create([100_00n, 200_00n], poor)
    expect(await test.run(commands.payCheckout(poor.caller, made.id, {}))).toMatchObject({
      code: 'insufficient_funds',
      json: { needed: '30000', available: '29999' },
    })
    expect(await wallet(poor)).toBe(299_99n)
  })

  it('the limits count the total', async () => {
    const rich = await test.person(1, { USD: 2_000_00n })
    const made = await create([500_00n, 500_01n], rich)
    expect(await test.run(commands.payCheckout(rich.caller, made.id, {}))).toMatchObject({
      code: 'limit_exceeded',
      json: { limit: 'per_payment' },
    })
    const fits = await create([500_00n, 500_00n], rich)
    const paid = await test.run(commands.payCheckout(rich.caller, fits.id, {}))
    expect(states(paid)).toEqual(['held', 'held'])
  })

  it('one payment of it can not be paid alone', async () => {
    const made = await create([1_00n, 2_00n])
    const [first = ''] = paymentsOf(made).map(({ id }) => uuidOf(id))
    expect(await test.run(commands.pay(buyer.caller, first, {}))).toMatchObject({
      code: 'pay_by_checkout',
    })
  })

  it('one that is wrong: none is created', async () => {
    const { pool } = test.database
    const count = () => pool.query('SELECT count(*) FROM app.payment').then(({ rows }) => rows)
    const before = await count()
    const request = {
      buyer: buyer.text,
      payments: [
        { amount: amountOf(1n), seller: sellers[0]?.text ?? '' },
        { amount: amountOf(1n, 'EUR'), seller: sellers[1]?.text ?? '' },
      ],
    }
    const mixed = await test.run(commands.createCheckout(test.marketplace, request))
    expect(mixed.code).toBe('currency_mismatch')
    const self = { ...request, payments: [{ amount: amountOf(1n), seller: buyer.text }] }
    const same = await test.run(commands.createCheckout(test.marketplace, self))
    expect(same.code).toBe('same_account')
    expect(await count()).toEqual(before)
  })
})

it('one that was cancelled or expired before is left out', async () => {
  const made = await create([100_00n, 200_00n, 300_00n])
  const [first = ''] = paymentsOf(made).map(({ id }) => uuidOf(id))
  await test.run(commands.cancel(test.marketplace, first, {}))
  const paid = await test.run(commands.payCheckout(buyer.caller, made.id, {}))
  expect(states(paid)).toEqual(['cancelled', 'held', 'held'])
  expect(await wallet(buyer)).toBe(500_00n)
})

it('expired as a whole it can not be paid, at the very instant too', async () => {
  const made = await create([1_00n, 2_00n])
  const at = instant((await test.core.now()) + days(5))
  const late = await test.run(commands.payCheckout(buyer.caller, made.id, {}), { at })
  expect(late).toMatchObject({ code: 'wrong_state', json: { state: 'expired' } })
})

it('is paid once by two engines at the same time', async () => {
  const made = await create([100_00n, 200_00n])
  const other = test.anotherCore()
  const answers = await Promise.all([
    test.run(commands.payCheckout(buyer.caller, made.id, {})),
    test.run(commands.payCheckout(buyer.caller, made.id, {}), { core: other }),
  ])
  expect(answers.map(({ code }) => code ?? 'paid').sort()).toEqual(['paid', 'wrong_state'])
  expect(await wallet(buyer)).toBe(700_00n)
})

it('level 0 waits for the check of each', async () => {
  const fresh = await test.person(0, { USD: 150_00n })
  const made = await create([50_00n, 100_00n], fresh)
  const paid = await test.run(commands.payCheckout(fresh.caller, made.id, {}))
  expect(states(paid)).toEqual(['verifying', 'verifying'])
})

it('is not found by another marketplace, and not allowed to another person', async () => {
  const made = await create([1_00n])
  const stranger = await test.addMarketplace('Stranger')
  expect((await test.run(commands.payCheckout(stranger, made.id, {}))).code).toBe('not_found')
  const [seller] = sellers
  if (seller === undefined) throw new Error('There are sellers.')
  for (const caller of [seller.caller, test.marketplace, test.operator]) {
    expect((await test.run(commands.payCheckout(caller, made.id, {}))).code).toBe('not_allowed')
  }
})
