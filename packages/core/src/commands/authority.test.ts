import { days, encodeId, newUuid } from '@danbao/kernel'
import { afterAll, describe, expect, it } from 'vitest'
import type { Caller } from '../engine/caller.ts'
import type { Command } from '../engine/command.ts'
import { amountOf, openTestCore, type TestCore } from '../testing.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
const buyer = await test.person(1, { USD: 1_000_00n })
const seller = await test.person()
const bystander = await test.person(2)
const stranger = await test.addMarketplace('Stranger')
afterAll(async () => {
  expect(await test.problems()).toEqual([])
  await test.close()
})

const CALLERS = {
  buyer: buyer.caller,
  seller: seller.caller,
  marketplace: test.marketplace,
  operator: test.operator,
  bystander: bystander.caller,
} as const
type Who = keyof typeof CALLERS

/** Who may do what, as the rules say it; the marketplace speaks for its sellers. */
const PAYMENT_RULES: readonly (readonly [string, string, (c: Caller, id: string) => Command])[] = [
  ['pay', 'buyer', (c, id) => commands.pay(c, id, {})],
  ['approve', 'operator', (c, id) => commands.approve(c, id)],
  ['refuse', 'operator', (c, id) => commands.refusePayment(c, id, {})],
  ['ship', 'seller marketplace', (c, id) => commands.ship(c, id, {})],
  ['deliver', 'marketplace', (c, id) => commands.deliver(c, id)],
  ['confirm', 'buyer', (c, id) => commands.confirm(c, id)],
  ['extend', 'buyer', (c, id) => commands.extend(c, id)],
  ['cancel', 'buyer seller marketplace', (c, id) => commands.cancel(c, id, {})],
  ['refund', 'seller marketplace', (c, id) => commands.refund(c, id, {})],
  ['dispute', 'buyer', (c, id) => commands.openDispute(c, id, { reason: 'other' })],
]
const DISPUTE_RULES: typeof PAYMENT_RULES = [
  [
    'offer',
    'buyer seller marketplace',
    (c, id) => commands.makeOffer(c, id, { amount: amountOf(1n) }),
  ],
  ['accept', 'buyer seller marketplace', (c, id) => commands.acceptOffer(c, id)],
  ['withdraw', 'buyer', (c, id) => commands.withdraw(c, id)],
  ['return shipped', 'buyer', (c, id) => commands.returnShipped(c, id, {})],
  ['return delivered', 'marketplace', (c, id) => commands.returnDelivered(c, id)],
  ['return received', 'seller marketplace', (c, id) => commands.returnReceived(c, id)],
  ['escalate', 'buyer seller marketplace', (c, id) => commands.escalate(c, id)],
  ['decide', 'operator', (c, id) => commands.decide(c, id, { amount: amountOf(1n), reason: 'r' })],
  ['appeal', 'buyer seller marketplace', (c, id) => commands.appeal(c, id, { reason: 'r' })],
]

const who: readonly Who[] = ['buyer', 'seller', 'marketplace', 'operator', 'bystander']

describe.each(PAYMENT_RULES)('%s is for %s', (_name, allowed, command) => {
  it.each(who)('the %s', async (caller) => {
    // A closed payment refuses whoever may do it by its state, and so shows that the role was right.
    const id = await test.payment({ buyer, seller })
    await test.run(commands.cancel(test.marketplace, id, {}))
    const { code } = await test.run(command(CALLERS[caller], id))
    expect(code).toBe(allowed.split(' ').includes(caller) ? 'wrong_state' : 'not_allowed')
  })

  it('another marketplace does not see it, nor whose it is', async () => {
    const id = await test.payment({ buyer, seller })
    const theirs = await test.run(command(stranger, id))
    const nobodys = await test.run(command(stranger, newUuid()))
    expect(theirs).toMatchObject({ status: 404, code: 'not_found' })
    expect(theirs.body).toBe(nobodys.body)
  })
})

describe.each(DISPUTE_RULES)('%s is for %s', (_name, allowed, command) => {
  const closed = async () => {
    const payment = await test.paid({ buyer, seller }, { amount: amountOf(1_00n) })
    await test.run(commands.ship(test.marketplace, payment, {}))
    const { id } = await test.run(commands.openDispute(buyer.caller, payment, { reason: 'other' }))
    await test.run(commands.withdraw(buyer.caller, id))
    return id
  }

  it('those alone', async () => {
    const id = await closed()
    for (const caller of who) {
      const { code } = await test.run(command(CALLERS[caller], id))
      const right = allowed.split(' ').includes(caller)
      expect(`${caller} ${code}`).toBe(`${caller} ${right ? 'wrong_state' : 'not_allowed'}`)
    }
    const theirs = await test.run(command(stranger, id))
    const nobodys = await test.run(command(stranger, newUuid()))
    expect(theirs).toMatchObject({ status: 404, code: 'not_found' })
    expect(theirs.body).toBe(nobodys.body)
  })
})

describe('creating', () => {
  const request = { amount: amountOf(1n), buyer: buyer.text, seller: seller.text }
  it.each(['buyer', 'seller', 'operator'] as const)('is not for the %s', async (caller) => {
    const { buyer: _, ...part } = request
    const all = [
      commands.createPayment(CALLERS[caller], request),
      commands.createCheckout(CALLERS[caller], { buyer: buyer.text, payments: [part] }),
      commands.createAccount(CALLERS[caller], { name: 'x' }),
    ]
    for (const one of all) expect((await test.run(one)).code).toBe('not_allowed')
  })

  it('a person buys on whatever marketplace', async () => {
    expect(await test.run(commands.createPayment(stranger, request))).toMatchObject({ status: 201 })
  })
})

describe('acting as somebody', () => {
  it('is for people the marketplace created itself', async () => {
    const made = await test.run(
      commands.createPayment(stranger, {
        amount: amountOf(1n),
        buyer: buyer.text,
        seller: seller.text,
      }),
    )
    const acting = { ...stranger, actingAs: buyer.id }
    expect((await test.run(commands.pay(acting, made.id, {}))).code).toBe('not_allowed')
    const ghost = { ...test.marketplace, actingAs: newUuid() }
    const own = await test.payment({ buyer, seller })
    expect((await test.run(commands.pay(ghost, own, {}))).code).toBe('not_allowed')
  })

  it('is not for people who sign in themselves', async () => {
    const person = await test.person(1, { USD: 1_00n })
    const id = await test.payment({ buyer: person, seller }, { amount: amountOf(1n) })
    await test.database.pool.query('UPDATE app.account SET has_login = true WHERE id = $1', [
      person.id,
    ])
    expect((await test.run(commands.pay(person.caller, id, {}))).code).toBe('not_allowed')
    expect((await test.run(commands.cancel(person.caller, id, {}))).code).toBe('not_allowed')
  })

  it('gives the part of that person and no more', async () => {
    const id = await test.paid({ buyer, seller }, { amount: amountOf(1n) })
    expect((await test.run(commands.ship(buyer.caller, id, {}))).code).toBe('not_allowed')
    expect((await test.run(commands.deliver(seller.caller, id))).code).toBe('not_allowed')
  })
})

describe('levels', () => {
  it('are set by the operator, and in a sandbox by the marketplace for its own', async () => {
    const set = (caller: Caller, id = bystander.id) =>
      test.run(commands.updateAccount(caller, id, { level: 2 }))
    expect(await set(test.operator)).toMatchObject({ json: { level: 2 } })
    expect(await set(test.marketplace)).toMatchObject({ json: { level: 2 } })
    expect((await set(bystander.caller)).code).toBe('not_allowed')
    expect((await set(stranger)).code).toBe('not_found')
    expect((await set(test.operator, newUuid())).code).toBe('not_found')
  })
})

describe('top-ups', () => {
  const topUp = (caller: Caller, account = bystander.text, code = 'USD') =>
    test.run(commands.topUp(caller, { account, amount: amountOf(5n, code) }))

  it('reach the wallet, and clearing stays explained', async () => {
    const rails = ['webmoney', 'bank_transfer', 'western_union', 'boleto', 'card'] as const
    for (const rail of rails) {
      const request = { account: bystander.text, amount: amountOf(7n, 'CHF'), rail }
      const made = await test.run(commands.topUp(test.marketplace, request))
      expect(made).toMatchObject({ status: 201, json: { rail, amount: amountOf(7n, 'CHF') } })
    }
    const chf = (await test.balances()).filter((one) => one.currency === 'CHF')
    expect(
      chf.filter(({ code }) => code.startsWith('clearing')).map(({ balance }) => balance),
    ).toEqual([0n, 0n, 0n, 0n, 0n])
    expect(chf.find(({ code }) => code === 'external')?.balance).toBe(-35n)
    expect(chf.find(({ code }) => code === 'wallet')?.balance).toBe(35n)
  })

  it('are for its own people, in an enabled currency', async () => {
    expect((await topUp(stranger)).code).toBe('not_found')
    expect((await topUp(test.marketplace, encodeId('acc', newUuid()))).code).toBe('not_found')
    expect((await topUp(test.operator)).code).toBe('not_allowed')
    expect((await topUp(test.marketplace, bystander.text, 'KWD')).code).toBe('currency_not_enabled')
    expect((await topUp(buyer.caller)).code).toBe('not_found')
    expect((await topUp({ ...test.marketplace, actingAs: newUuid() })).code).toBe('not_allowed')
    expect((await topUp(bystander.caller)).status).toBe(201)
  })
})

describe('a live database', () => {
  it('knows no acting, no top-up, no level by the marketplace, no BRL, no moved clock', async () => {
    const live = await openTestCore({ mode: 'live' })
    const [one, two] = [await live.person(0), await live.person(0)]
    const id = await live.payment({ buyer: one, seller: two })
    expect((await live.run(commands.pay(one.caller, id, {}))).code).toBe('not_allowed')
    expect((await live.run(commands.cancel(one.caller, id, {}))).code).toBe('not_allowed')
    const money = { account: one.text, amount: amountOf(1n) }
    expect((await live.run(commands.topUp(live.marketplace, money))).code).toBe('not_allowed')
    const level = commands.updateAccount(live.marketplace, one.id, { level: 2 })
    expect((await live.run(level)).code).toBe('not_allowed')
    const brl = { amount: amountOf(1n, 'BRL'), buyer: one.text, seller: two.text }
    expect((await live.run(commands.createPayment(live.marketplace, brl))).code).toBe(
      'currency_not_enabled',
    )
    const { pool } = live.database
    const clock = () => pool.query('SELECT clock_offset_ms, clock_stands_at FROM app.setting')
    const before = (await clock()).rows
    await live.run(commands.cancel(live.marketplace, id, {}))
    await live.core.advanceClock(days(9))
    expect((await clock()).rows).toEqual(before)
    for (const change of [
      `clock_offset_ms = 1`,
      `clock_stands_at = now()`,
      `payment_check = 'approve'`,
      `limits = false`,
    ]) {
      await expect(pool.query(`UPDATE app.setting SET ${change}`)).rejects.toMatchObject({
        constraint: 'live_is_strict',
      })
    }
    await live.close()
  })
})
