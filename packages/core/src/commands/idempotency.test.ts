import { accept, addDuration, currency, days, milliseconds, newUuid, seconds } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../engine/command.ts'
import { forgetOldAnswers } from '../engine/idempotency.ts'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import { walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
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

const newKey = () => ({ id: newUuid(), fingerprint: newUuid() })
const wallet = () => test.balance(walletOf(buyer.id, currency('USD')))
const request = (more: object = {}) => ({
  amount: amountOf(1_00n),
  buyer: buyer.text,
  seller: seller.text,
  metadata: { note: '","data":{"id":"x"} \\ \u0000 é 担保' },
  ...more,
})

/** How many rows everything has: a command that leaves a trace changes some number. */
const rowCounts = async () => {
  const tables = ['app.payment', 'app.checkout', 'app.dispute', 'app.quote', 'app.top_up']
  const more = ['app.account', 'app.timer', 'app.event', 'ledger.account', 'ledger.transfer']
  const counts = [...tables, ...more].map((name) => `(SELECT count(*) FROM ${name}) AS "${name}"`)
  const { rows } = await test.database.pool.query<Record<string, bigint>>(
    `SELECT ${counts.join(', ')}`,
  )
  return rows[0]
}

describe('the same key', () => {
  it('is repeated for 30 days and forgotten then', async () => {
    const key = newKey()
    const command = () => commands.createAccount(test.marketplace, { name: 'Once' })
    const first = await test.run(command(), { key })
    const at = await test.core.now()
    await forgetOldAnswers(test.database.pool, addDuration(at, days(30)))
    expect(await test.run(command(), { key })).toEqual({ ...first, replayed: true })
    await forgetOldAnswers(test.database.pool, addDuration(at, milliseconds(days(30) + 1)))
    const second = await test.run(command(), { key })
    expect(second).toMatchObject({ status: 201, replayed: false })
    expect(second.id).not.toBe(first.id)
  })

  it('gets the same bytes again, and nothing happens twice', async () => {
    const key = newKey()
    const command = () => commands.createPayment(test.marketplace, request())
    const first = await test.run(command(), { key })
    const counts = await rowCounts()
    const second = await test.run(command(), { key })
    expect(first).toMatchObject({ status: 201, replayed: false })
    expect(second).toEqual({ ...first, replayed: true })
    expect(await rowCounts()).toEqual(counts)
  })

  it('also for an answer that a later event of the same object has overtaken', async () => {
    const id = await test.payment({ buyer, seller }, request())
    const key = newKey()
    const paid = await test.run(commands.pay(buyer.caller, id, {}), { key })
    await test.run(commands.confirm(buyer.caller, id))
    const again = await test.run(commands.pay(buyer.caller, id, {}), { key })
    expect(again.body).toBe(paid.body)
    expect(again.json).toMatchObject({ state: 'held', metadata: request().metadata })
  })

  it('for checkouts, quotes, disputes, top-ups and accounts', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    const { buyer: _, ...part } = request()
    const order = { buyer: buyer.text, payments: [part, part] }
    const unpaid = await test.run(commands.createPayment(test.marketplace, request()))
    const quoted = { payment: String(unpaid.json['id']), from: 'EUR' }
    const all: readonly (() => Command)[] = [
      () => commands.createCheckout(test.marketplace, order),
      () => commands.createQuote(buyer.caller, quoted),
      () => commands.openDispute(buyer.caller, id, { reason: 'other', message: '"é"' }),
      () => commands.topUp(test.marketplace, { account: buyer.text, amount: amountOf(1n) }),
      () => commands.createAccount(test.marketplace, { name: '担保 "x"' }),
    ]
    for (const make of all) {
      const key = newKey()
      const first = await test.run(make(), { key })
      expect(first.status).toBe(201)
      const counts = await rowCounts()
      expect(await test.run(make(), { key })).toEqual({ ...first, replayed: true })
      expect(await rowCounts()).toEqual(counts)
    }
  })

  it('gets the same refusal again, even when it would succeed now', async () => {
    const poor = await test.person(1)
    const id = await test.payment({ buyer: poor, seller })
    const key = newKey()
    const first = await test.run(commands.pay(poor.caller, id, {}), { key })
    expect(first).toMatchObject({ code: 'insufficient_funds', replayed: false })
    await test.run(
      commands.topUp(test.marketplace, { account: poor.text, amount: amountOf(500_00n) }),
    )
    const second = await test.run(commands.pay(poor.caller, id, {}), { key })
    expect(second).toEqual({ ...first, replayed: true })
    expect(await test.run(commands.pay(poor.caller, id, {}))).toMatchObject({ status: 200 })
  })

  it('with another request is refused with 422, and the first answer stays', async () => {
    const key = newKey()
    const first = await test.run(commands.createPayment(test.marketplace, request()), { key })
    const other = { id: key.id, fingerprint: newUuid() }
    const counts = await rowCounts()
    const refused = await test.run(
      commands.createPayment(test.marketplace, request({ description: 'other' })),
      { key: other },
    )
    expect(refused).toMatchObject({ status: 422, code: 'idempotency_key_reused' })
    expect(await rowCounts()).toEqual(counts)
    const again = await test.run(commands.createPayment(test.marketplace, request()), { key })
    expect(again.body).toBe(first.body)
  })
})

describe('at the same time', () => {
  it('50 duplicates have one effect and one answer', async () => {
    const id = await test.payment({ buyer, seller })
    const key = newKey()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => test.run(commands.pay(buyer.caller, id, {}), { key })),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    expect(await wallet()).toBe(900_00n)
  })

  it('duplicates over two engines have one effect and one answer', async () => {
    const other = test.anotherCore()
    for (let round = 0; round < 10; round += 1) {
      const key = newKey()
      const make = () => commands.createPayment(test.marketplace, request())
      const before = await rowCounts()
      const answers = await Promise.all(
        [test.core, other, test.core, other].map((core) => test.run(make(), { key, core })),
      )
      const after = await rowCounts()
      expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
      expect(after?.['app.payment']).toBe((before?.['app.payment'] ?? 0n) + 1n)
    }
  })

  it('a payment pays out once under different keys on two engines', async () => {
    const other = test.anotherCore()
    const id = await test.paid({ buyer, seller })
    const all = [
      commands.confirm(buyer.caller, id),
      commands.cancel(test.marketplace, id, {}),
      commands.refund(seller.caller, id, {}),
      commands.confirm(buyer.caller, id),
    ]
    const answers = await Promise.all(
      all.map((command, index) => test.run(command, { core: index % 2 === 0 ? test.core : other })),
    )
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
    const { rows } = await test.database.pool.query(
      `SELECT sum(amount) AS out FROM ledger.transfer WHERE from_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ out: '10000' }])
  })
})

describe('references', () => {
  const create = (reference: string, core = test.core) =>
    test.run(commands.createPayment(test.marketplace, request({ reference })), { core })

  it('are unique among the payments of a marketplace', async () => {
    const reference = `"order" {1}, \\ NULL ${newUuid()}`
    expect((await create(reference)).json).toMatchObject({ reference })
    expect(await create(reference)).toMatchObject({ status: 409, code: 'reference_in_use' })
    const stranger = await test.addMarketplace(newUuid())
    const theirs = commands.createPayment(stranger, request({ reference }))
    expect((await test.run(theirs)).status).toBe(201)
    const account = commands.createAccount(test.marketplace, { name: 'x', reference })
    expect((await test.run(account)).status).toBe(201)
    expect((await test.run(account)).code).toBe('reference_in_use')
  })

  it('also in one batch, over two engines, and in one checkout', async () => {
    const other = test.anotherCore()
    for (let round = 0; round < 5; round += 1) {
      const reference = newUuid()
      const answers = await Promise.all(
        [test.core, test.core, other, other].map((core) => create(reference, core)),
      )
      const codes = answers.map(({ code }) => code ?? 'made')
      expect(codes.filter((code) => code === 'made')).toHaveLength(1)
      expect(codes.filter((code) => code === 'reference_in_use')).toHaveLength(3)
    }
    const { buyer: _, ...part } = request({ reference: newUuid() })
    const order = { buyer: buyer.text, payments: [part, part] }
    const twice = await test.run(commands.createCheckout(test.marketplace, order))
    expect(twice.code).toBe('reference_in_use')
    const free = { ...order, payments: [part], reference: 'one order' }
    expect((await test.run(commands.createCheckout(test.marketplace, free))).status).toBe(201)
    const taken = { buyer: buyer.text, payments: [{ ...part, reference: newUuid() }] }
    const same = { ...taken, reference: 'one order' }
    expect((await test.run(commands.createCheckout(test.marketplace, same))).code).toBe(
      'reference_in_use',
    )
  })
})

describe('a command that is refused or fails', () => {
  it('leaves no trace', async () => {
    const id = await test.payment({ buyer, seller }, { amount: amountOf(1_000_01n) })
    const shipped = await test.paid({ buyer, seller }, { amount: amountOf(1_00n) })
    await test.run(commands.ship(test.marketplace, shipped, {}))
    const { buyer: _, ...part } = request({ reference: newUuid() })
    const order = { buyer: buyer.text, payments: [part, { ...part, amount: amountOf(1n, 'EUR') }] }
    const before = await rowCounts()
    for (const command of [
      commands.pay(buyer.caller, id, {}),
      commands.ship(test.marketplace, id, {}),
      commands.refund(test.marketplace, shipped, { amount: amountOf(1_01n) }),
      commands.openDispute(buyer.caller, shipped, { reason: 'other', amount: amountOf(1_01n) }),
      commands.createCheckout(test.marketplace, order),
      commands.topUp(test.operator, { account: buyer.text, amount: amountOf(1n) }),
    ]) {
      expect((await test.run(command)).code).toBeDefined()
    }
    expect(await rowCounts()).toEqual(before)
  })

  it('a failure reaches its caller alone: the others of its batch are done', async () => {
    const failing: Command = {
      name: 'failing',
      needs: [],
      decide: ({ ws }) => {
        const [one] = [...ws.books.transfers]
        throw new Error(`A bug. ${one?.id ?? ''}`)
      },
    }
    const ids = await Promise.all(Array.from({ length: 6 }, () => test.payment({ buyer, seller })))
    const key = newKey()
    const outcomes = await Promise.allSettled([
      ...ids.slice(0, 3).map((id) => test.run(commands.pay(buyer.caller, id, {}))),
      test.run(failing, { key }),
      ...ids.slice(3).map((id) => test.run(commands.pay(buyer.caller, id, {}))),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    expect(await wallet()).toBe(400_00n)
    // A failure is not stored: the same key may succeed later.
    const mended: Command = { ...failing, decide: () => accept({ status: 200, body: '{}' }) }
    expect(await test.run(mended, { key })).toMatchObject({ status: 200, replayed: false })
  })

  it('what the database refuses fails alone too', async () => {
    const id = await test.payment({ buyer, seller })
    const outcomes = await Promise.allSettled([
      test.run(commands.createAccount(test.marketplace, { name: 'a\u0000b' })),
      test.run(commands.pay(buyer.caller, id, {})),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  it('a payment that is paid and cancelled in one batch needs no second try', async () => {
    const sizes: number[] = []
    const core = test.anotherCore({ onBatch: (size) => sizes.push(size) })
    const id = await test.payment({ buyer, seller })
    const answers = await Promise.all([
      test.run(commands.pay(buyer.caller, id, {}), { core }),
      test.run(commands.cancel(test.marketplace, id, {}), { core }),
    ])
    expect(answers.map(({ json }) => json['state'])).toEqual(['held', 'cancelled'])
    expect(sizes).toEqual([2])
    expect(await wallet()).toBe(1_000_00n)
  })
})

describe('the database is away', () => {
  it('a killed connection is replaced, and each command has its effect once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 40 }, () =>
        test.payment({ buyer, seller }, { amount: amountOf(1_00n) }),
      ),
    )
    const { pool } = test.database
    const kill = async () => {
      for (let round = 0; round < 8; round += 1) {
        await pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'danbao writer' AND datname = current_database()`,
        )
        await new Promise((resolve) => setTimeout(resolve, seconds(0.01)))
      }
    }
    const [answers] = await Promise.all([
      Promise.all(ids.map((id) => test.run(commands.pay(buyer.caller, id, {})))),
      kill(),
    ])
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
    expect(await wallet()).toBe(960_00n)
  })
})
