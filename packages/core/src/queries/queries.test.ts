import type { Refusal } from '@danbao/contracts'
import { encodeId, hours, type Result, systemClock } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as commands from '../commands/index.ts'
import { createCore } from '../core.ts'
import type { Caller } from '../engine/caller.ts'
import { amountOf, openTestCore, type TestCore, type TestPerson, uuidOf } from '../testing.ts'
import * as queries from './index.ts'

let test: TestCore
let other: Caller
let buyer: TestPerson
let seller: TestPerson

beforeAll(async () => {
  test = await openTestCore({ limits: false, paymentCheck: 'approve' })
  other = await test.addMarketplace('Second')
  buyer = await test.person(2, { USD: 1_000_00n })
  seller = await test.person(2)
})
afterAll(() => test.close())

type Answer = Result<string, Refusal>

// Answers are looked into as a client without types would.
type Json = ReturnType<typeof JSON.parse>

function read(answer: Answer): Json {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return JSON.parse(answer.value)
}

function codeOf(answer: Answer): string | undefined {
  return answer.ok ? undefined : answer.refusal.code
}

async function dollars(person: TestPerson, at?: string): Promise<Record<string, string>> {
  const now = await test.core.now()
  const view = read(
    await queries.getBalances(test.database.pool, person.caller, { id: person.id, at, now }),
  )
  const found = view.balances.find((one: { currency: string }) => one.currency === 'USD')
  if (found === undefined) return {}
  const { available, held, proceeds, expected } = found
  const value = (amount: { value: string }): string => amount.value
  return {
    available: value(available),
    held: value(held),
    proceeds: value(proceeds),
    expected: value(expected),
  }
}

describe('balances', () => {
  it('tell where the money is, at every step and afterwards at each past instant', async () => {
    const [start, from] = [await dollars(buyer), await dollars(seller)]
    expect(start).toMatchObject({ available: '100000', held: '0' })
    expect(from).toEqual({})
    const moments: { at: string; buyer: object; seller: object }[] = []
    const remember = async (): Promise<void> => {
      const at = new Date(await test.core.now()).toISOString()
      moments.push({ at, buyer: await dollars(buyer), seller: await dollars(seller) })
      await test.advance(hours(1))
    }
    await remember()
    const id = await test.paid(
      { buyer, seller },
      { coupon: amountOf(10_00n), commission: { basis_points: 500 } },
    )
    expect(await dollars(buyer)).toMatchObject({ available: '91000', held: '9000' })
    expect(await dollars(seller)).toMatchObject({ proceeds: '0', expected: '10000' })
    await remember()
    await test.run(commands.ship(test.marketplace, id, {}))
    await test.run(commands.refund(test.marketplace, id, { amount: amountOf(20_00n) }))
    expect(await dollars(buyer)).toMatchObject({ available: '92800', held: '7200' })
    expect(await dollars(seller)).toMatchObject({ expected: '8000' })
    await remember()
    await test.run(commands.confirm(buyer.caller, id))
    expect(await dollars(buyer)).toMatchObject({ available: '92800', held: '0' })
    expect(await dollars(seller)).toMatchObject({ proceeds: '7600', expected: '0' })
    await remember()
    const claim = await test.run(
      commands.openDispute(buyer.caller, id, { reason: 'damaged', amount: amountOf(40_00n) }),
    )
    await test.run(commands.acceptOffer(seller.caller, claim.id))
    expect(await dollars(seller)).toMatchObject({ proceeds: '3800' })
    await remember()

    for (const moment of moments) {
      expect(await dollars(buyer, moment.at)).toEqual(moment.buyer)
      const then = await dollars(seller, moment.at)
      expect(then).toMatchObject(moment.seller)
      expect(Object.values(then).some((value) => value !== '0')).toBe(
        Object.values(moment.seller).some((value) => value !== '0'),
      )
    }

    const { data } = read(
      await queries.listPaymentTransfers(test.database.pool, test.marketplace, { id }),
    )
    const lines = data.map(
      (line: Json) => `${line.code} ${line.from.book}>${line.to.book} ${line.amount.value}`,
    )
    expect(lines.toSorted()).toEqual([
      'claim proceeds>wallet 3400',
      'claim_commission fees>wallet 200',
      'claim_coupon proceeds>promotions 400',
      'commission escrow>fees 400',
      'coupon promotions>escrow 1000',
      'coupon_return escrow>promotions 200',
      'pay wallet>escrow 9000',
      'refund escrow>wallet 1800',
      'release escrow>proceeds 7600',
    ])
    const pay = data.find((line: Json) => line.code === 'pay')
    expect(pay.from.account).toBe(buyer.text)
    expect(pay.to.account).toBeNull()
  })

  it('answer to the person and the operator, and to no marketplace in its own name', async () => {
    const { pool } = test.database
    const ask = async (caller: Caller): Promise<string | undefined> => {
      const now = await test.core.now()
      const lines = await queries.listAccountTransfers(pool, caller, {
        id: buyer.id,
        currency: 'USD',
      })
      const code = codeOf(await queries.getBalances(pool, caller, { id: buyer.id, now }))
      expect(codeOf(lines)).toBe(code)
      return code
    }
    expect(await ask(buyer.caller)).toBeUndefined()
    expect(await ask(test.operator)).toBeUndefined()
    expect(await ask(test.marketplace)).toBe('not_allowed')
    expect(await ask(seller.caller)).toBe('not_allowed')
    expect(await ask(other)).toBe('not_found')
    const now = await test.core.now()
    const refused = await queries.getBalances(pool, test.marketplace, { id: buyer.id, now })
    expect(refused.ok || refused.refusal.detail).toContain('Danbao-Act-As')
    await pool.query('UPDATE app.account SET has_login = true WHERE id = $1', [buyer.id])
    expect(await ask(buyer.caller)).toBe('not_allowed')
    await pool.query('UPDATE app.account SET has_login = false WHERE id = $1', [buyer.id])
  })
})

describe('transfers of an account', () => {
  it('run down from the balance over pages of any size', async () => {
    const { pool } = test.database
    const query = { id: buyer.id, currency: 'USD' }
    const all = read(await queries.listAccountTransfers(pool, buyer.caller, query)).data
    expect(all.length).toBeGreaterThan(3)
    expect(all[0].balance_after.value).toBe((await dollars(buyer))['available'])
    for (let index = 0; index < all.length; index += 1) {
      const before = all[index + 1]?.balance_after.value ?? '0'
      expect(BigInt(all[index].balance_after.value)).toBe(
        BigInt(before) + BigInt(all[index].change.value),
      )
    }
    expect(all.at(-1)).toMatchObject({ code: 'top_up', subject: expect.stringMatching(/^top_/) })
    expect(all.at(-2)).toMatchObject({ code: 'pay', subject: expect.stringMatching(/^pay_/) })
    const paged = await readPages((cursor) =>
      queries.listAccountTransfers(pool, buyer.caller, { ...query, cursor, limit: 2 }),
    )
    expect(paged).toEqual(all)
  })

  it('refuse the cursor of another account', async () => {
    const { pool } = test.database
    const first = await queries.listAccountTransfers(pool, test.operator, {
      id: buyer.id,
      currency: 'USD',
      limit: 1,
    })
    const cursor = read(first).next_cursor
    const next = { id: seller.id, currency: 'USD', cursor }
    expect(codeOf(await queries.listAccountTransfers(pool, test.operator, next))).toBe(
      'invalid_cursor',
    )
  })
})

async function readPages(
  page: (cursor: string | undefined) => Promise<Answer>,
): Promise<unknown[]> {
  const items: unknown[] = []
  let cursor: string | undefined
  do {
    const { data, next_cursor: next } = read(await page(cursor))
    items.push(...data)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return items
}

describe('lists', () => {
  it('show payments newest first, each once, with filters that the cursor carries', async () => {
    const { pool } = test.database
    const made: string[] = []
    for (let count = 0; count < 5; count += 1) {
      made.unshift(encodeId('pay', await test.payment({ buyer, seller })))
    }
    const ids = (
      await readPages((cursor) =>
        queries.listPayments(
          pool,
          test.marketplace,
          cursor === undefined ? { state: 'requires_payment', limit: 2 } : { cursor, limit: 2 },
        ),
      )
    ).map((payment: Json) => payment.id)
    expect(ids).toEqual(made)
  })

  it('refuse a cursor with other filters, of another list or of another caller', async () => {
    const { pool } = test.database
    const first = await queries.listPayments(pool, test.marketplace, {
      buyer: buyer.text,
      limit: 1,
    })
    const { next_cursor: cursor } = read(first)
    const again = (caller: Caller, filters: object): Promise<Answer> =>
      queries.listPayments(pool, caller, { cursor, ...filters })
    expect(codeOf(await again(test.marketplace, {}))).toBeUndefined()
    expect(codeOf(await again(test.marketplace, { buyer: buyer.text }))).toBeUndefined()
    expect(codeOf(await again(test.marketplace, { buyer: seller.text }))).toBe('invalid_cursor')
    expect(codeOf(await again(test.marketplace, { state: 'held' }))).toBe('invalid_cursor')
    expect(codeOf(await again(test.operator, {}))).toBe('invalid_cursor')
    expect(codeOf(await again(other, {}))).toBe('invalid_cursor')
    expect(codeOf(await again(buyer.caller, {}))).toBe('invalid_cursor')
    expect(codeOf(await queries.listDisputes(pool, test.marketplace, { cursor }))).toBe(
      'invalid_cursor',
    )
    expect(
      codeOf(await queries.listPayments(pool, test.marketplace, { cursor: `${cursor}x` })),
    ).toBe('invalid_cursor')
  })

  it('find payments by each filter', async () => {
    const { pool } = test.database
    const third = await test.person()
    const id = await test.payment({ buyer: third, seller }, { reference: 'order "1"' })
    const find = async (filters: object): Promise<string[]> =>
      read(await queries.listPayments(pool, test.marketplace, filters)).data.map((p: Json) => p.id)
    expect(await find({ reference: 'order "1"' })).toEqual([encodeId('pay', id)])
    expect(await find({ buyer: third.text })).toEqual([encodeId('pay', id)])
    expect(await find({ seller: third.text })).toEqual([])
    expect(await find({ buyer: third.text, state: 'held' })).toEqual([])
  })

  it('show a person only what they are a party to', async () => {
    const { pool } = test.database
    const stranger = await test.person()
    const id = await test.payment({ buyer, seller })
    expect(read(await queries.listPayments(pool, stranger.caller, {})).data).toEqual([])
    expect(read(await queries.listDisputes(pool, stranger.caller, {})).data).toEqual([])
    expect(read(await queries.listDisputes(pool, buyer.caller, {})).data).toHaveLength(1)
    expect(read(await queries.listPayments(pool, seller.caller, {})).data[0].id).toBe(
      encodeId('pay', id),
    )
    expect(codeOf(await queries.getPayment(pool, stranger.caller, { id }))).toBe('not_found')
  })
})

describe('another marketplace', () => {
  it('finds nothing that is not its own', async () => {
    const { pool } = test.database
    const id = await test.payment({ buyer, seller })
    const order = await test.run(
      commands.createCheckout(test.marketplace, {
        buyer: buyer.text,
        payments: [{ amount: amountOf(5_00n), seller: seller.text }],
      }),
    )
    const dispute = read(await queries.listDisputes(pool, test.marketplace, {})).data[0].id
    const event = read(await queries.listEvents(pool, test.operator, { limit: 1 })).data[0].id
    const theirs = { id: uuidOf(dispute) }
    expect(codeOf(await queries.getDispute(pool, test.marketplace, theirs))).toBeUndefined()
    expect(codeOf(await queries.getDispute(pool, other, theirs))).toBe('not_found')
    expect(
      codeOf(await queries.getEvent(pool, test.operator, { id: uuidOf(event) })),
    ).toBeUndefined()
    expect(codeOf(await queries.getEvent(pool, other, { id: uuidOf(event) }))).toBe('not_found')
    expect(codeOf(await queries.getPayment(pool, other, { id }))).toBe('not_found')
    expect(codeOf(await queries.listPaymentTransfers(pool, other, { id }))).toBe('not_found')
    expect(codeOf(await queries.getCheckout(pool, other, { id: order.id }))).toBe('not_found')
    expect(codeOf(await queries.getAccount(pool, other, { id: buyer.id }))).toBe('not_found')
    for (const list of [queries.listPayments, queries.listDisputes, queries.listAccounts]) {
      expect(read(await list(pool, other, {})).data).toEqual([])
    }
    expect(read(await queries.listEvents(pool, other, {})).data).toEqual([])
    expect(
      read(await queries.getCheckout(pool, test.marketplace, { id: order.id })).payments,
    ).toHaveLength(1)
  })

  it('does not learn of its buyer through expand', async () => {
    const { pool } = test.database
    const theirs = await test.run(commands.createAccount(other, { name: 'Theirs' }))
    const made = await test.run(
      commands.createPayment(other, {
        amount: amountOf(1_00n),
        buyer: buyer.text,
        seller: encodeId('acc', theirs.id),
      }),
    )
    const expand = 'buyer,seller,checkout,dispute'
    const seen = read(await queries.getPayment(pool, other, { id: made.id, expand }))
    expect(seen.buyer).toBe(buyer.text)
    expect(seen.seller.name).toBe('Theirs')
    expect(seen.checkout).toBeNull()
  })
})

describe('one payment', () => {
  it('has what is named in expand in place of its ids', async () => {
    const { pool } = test.database
    const [disputed] = read(await queries.listDisputes(pool, test.marketplace, {})).data
    const [listed] = read(
      await queries.listPayments(pool, test.marketplace, { state: 'split' }),
    ).data
    expect(listed.dispute).toBe(disputed.id)
    const expand = 'buyer,dispute'
    const one = { id: uuidOf(listed.id), expand }
    const whole = read(await queries.getPayment(pool, test.marketplace, one))
    expect(whole.dispute).toEqual(disputed)
    expect(whole.buyer).toMatchObject({ id: buyer.text, name: 'Person' })
    expect(whole.seller).toBe(seller.text)
    expect({ ...whole, buyer: buyer.text, dispute: disputed.id }).toEqual(listed)
  })
})

describe('events', () => {
  it('never appear behind a reader, and tell each payment in its order', async () => {
    const { pool } = test.database
    const second = createCore({ database: test.database, clock: systemClock() })
    const cores = [test.core, second]
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => test.paid({ buyer, seller }, { amount: amountOf(50_00n) })),
    )
    const seen: Json[] = []
    let cursor: string | undefined
    const follow = async (): Promise<number> => {
      const query = cursor === undefined ? { order: 'oldest' as const } : { cursor }
      const page = read(await queries.listEvents(pool, test.marketplace, { ...query, limit: 100 }))
      cursor = page.next_cursor
      seen.push(...page.data)
      return page.data.length
    }
    const amount = amountOf(1_00n)
    let busy = true
    const storm = Promise.all(
      Array.from({ length: 360 }, (_, at) => {
        const command = commands.refund(test.marketplace, ids[at % ids.length] ?? '', { amount })
        return cores[Math.floor(at / 7) % 2]?.execute({ command })
      }),
    ).finally(() => (busy = false))
    while (busy) await follow()
    await storm
    while ((await follow()) > 0) continue
    await second.close()

    const { rows } = await pool.query('SELECT id FROM app.event WHERE marketplace_id = $1', [
      test.marketplace.marketplaceId,
    ])
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
    expect(seen).toHaveLength(rows.length)
    for (const id of ids) {
      const left = seen
        .filter(({ type, data }) => type === 'payment.partially_refunded' && uuidOf(data.id) === id)
        .map(({ data }) => Number(data.in_escrow.value))
      expect(left).toEqual(Array.from({ length: 30 }, (_, at) => (49 - at) * 100))
    }
  })

  it('wait for the transaction that gives positions to commit first', async () => {
    const client = await test.database.pool.connect()
    await client.query('BEGIN')
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('app.event'))`)
    let answered = false
    const made = test
      .run(commands.createAccount(test.marketplace, { name: 'Waits' }))
      .finally(() => (answered = true))
    await expect
      .poll(async () => {
        const { rows } = await test.database.pool.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
        return rows.length
      })
      .toBe(1)
    expect(answered).toBe(false)
    await client.query('COMMIT')
    client.release()
    expect((await made).status).toBe(201)
  })

  it('end with null when the newest come first', async () => {
    const { pool } = test.database
    const all = await readPages((cursor) =>
      queries.listEvents(pool, test.marketplace, { cursor, limit: 7 }),
    )
    const ids = all.map(({ id }: Json) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(20)
  })
})
