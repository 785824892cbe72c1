import { currency, days, encodeId, seconds } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { amountOf, openTestCore, type Ran, type TestCore, type TestPerson } from '../testing.ts'
import { platformAccount, walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
let buyer: TestPerson
let seller: TestPerson
beforeEach(async () => {
  buyer = await test.person(1, { EUR: 500_00n })
  seller = await test.person()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

const [EUR, USD] = [currency('EUR'), currency('USD')]
const text = (ran: Ran, name: string) => z.string().parse(ran.json[name])
const quoteFor = (id: string, from = 'EUR', who = buyer) =>
  test.run(commands.createQuote(who.caller, { payment: encodeId('pay', id), from }))

it('pays a price in dollars from a wallet in euros', async () => {
  const id = await test.payment({ buyer, seller }, { amount: amountOf(117_61n) })
  const quote = await quoteFor(id)
  expect(quote.json).toMatchObject({
    pays: amountOf(100_00n, 'EUR'),
    buys: amountOf(117_61n),
    rate: '1.17610',
    rate_date: '2026-05-08',
    spread_bps: 0,
  })
  const fx = async () => [
    await test.balance(platformAccount('fx', EUR)),
    await test.balance(platformAccount('fx', USD)),
  ]
  const [eur = 0n, usd = 0n] = await fx()
  const paid = await test.run(commands.pay(buyer.caller, id, { quote: text(quote, 'id') }))
  expect(paid.json).toMatchObject({ state: 'held', in_escrow: amountOf(117_61n) })
  expect(await fx()).toEqual([eur + 100_00n, usd - 117_61n])
  expect(await test.balance(walletOf(buyer.id, EUR))).toBe(400_00n)
  await test.run(commands.refund(test.marketplace, id, {}))
  expect(await test.balance(walletOf(buyer.id, USD))).toBe(117_61n)
})

it('pays a checkout, to each its share, and a coupon needs no exchange', async () => {
  const other = await test.person()
  const made = await test.run(
    commands.createCheckout(test.marketplace, {
      buyer: buyer.text,
      payments: [
        { amount: amountOf(50_00n), seller: seller.text, coupon: amountOf(50_00n) },
        { amount: amountOf(50_00n), seller: seller.text, coupon: amountOf(20_00n) },
        { amount: amountOf(87_61n), seller: other.text },
      ],
    }),
  )
  const request = { checkout: text(made, 'id'), from: 'EUR' }
  const quote = await test.run(commands.createQuote(buyer.caller, request))
  expect(quote.json).toMatchObject({ pays: amountOf(100_00n, 'EUR'), buys: amountOf(117_61n) })
  const paid = await test.run(
    commands.payCheckout(buyer.caller, made.id, { quote: text(quote, 'id') }),
  )
  expect(paid.code).toBeUndefined()
  expect(await test.balance(walletOf(buyer.id, EUR))).toBe(400_00n)
})

it('keeps the spread, which stays with the exchange', async () => {
  const { pool } = test.database
  const fx = (of: typeof EUR) => test.balance(platformAccount('fx', of))
  const [eur, usd] = [await fx(EUR), await fx(USD)]
  await pool.query('UPDATE app.setting SET spread_bps = 200')
  const id = await test.payment({ buyer, seller }, { amount: amountOf(117_61n) })
  const quote = await quoteFor(id)
  // 117.61 / (1.1761 × 0.98) = 102.0408…, rounded up.
  const pays = amountOf(102_05n, 'EUR')
  expect(quote.json).toMatchObject({ pays, rate: '1.15258', spread_bps: 200 })
  await pool.query('UPDATE app.setting SET spread_bps = 0')
  const paid = await test.run(commands.pay(buyer.caller, id, { quote: text(quote, 'id') }))
  expect(paid.code).toBeUndefined()
  expect([await fx(EUR), await fx(USD)]).toEqual([eur + 102_05n, usd - 117_61n])
})

it('tells the price of a checkout that nobody has, and pays it once it is theirs', async () => {
  const made = await test.run(
    commands.createCheckout(test.marketplace, {
      payments: [{ amount: amountOf(117_61n), seller: seller.text }],
    }),
  )
  const request = { checkout: text(made, 'id'), from: 'EUR' }
  const caller = { kind: 'person', personId: buyer.id } as const
  const quote = await test.run(commands.createQuote(caller, request))
  expect(quote.json).toMatchObject({ pays: amountOf(100_00n, 'EUR') })
  await test.run(commands.takeCheckout(caller, made.id))
  const other = await test.person()
  const late = await test.run(commands.createQuote({ kind: 'person', personId: other.id }, request))
  expect(late.code).toBe('not_found')
  const paid = await test.run(commands.payCheckout(caller, made.id, { quote: text(quote, 'id') }))
  expect(paid.code).toBeUndefined()
  expect(await test.balance(walletOf(buyer.id, EUR))).toBe(400_00n)
})

describe('a quote', () => {
  it('is refused, not guessed, where the rates are too old', async () => {
    const { pool } = test.database
    const id = await test.payment({ buyer, seller })
    await pool.query('UPDATE app.setting SET rate_max_age_days = 5')
    expect((await quoteFor(id)).code).toBe('rate_unavailable')
    await pool.query('UPDATE app.setting SET rate_max_age_days = NULL')
    expect((await quoteFor(id)).code).toBeUndefined()
  })

  it('expires after 60 seconds', async () => {
    const id = await test.payment({ buyer, seller })
    const quote = await quoteFor(id)
    await test.advance(seconds(60))
    const late = await test.run(commands.pay(buyer.caller, id, { quote: text(quote, 'id') }))
    expect(late).toMatchObject({ status: 422, code: 'quote_expired' })
  })

  it('is for one payment of one buyer', async () => {
    const [id, another] = [
      await test.payment({ buyer, seller }),
      await test.payment({ buyer, seller }),
    ]
    const quote = await quoteFor(id)
    const wrong = await test.run(commands.pay(buyer.caller, another, { quote: text(quote, 'id') }))
    expect(wrong.code).toBe('not_found')
    expect((await quoteFor(id, 'EUR', seller)).code).toBe('not_allowed')
    const thief = await test.person(1, { EUR: 500_00n })
    const theirs = await test.payment({ buyer: thief, seller })
    const stolen = await test.run(commands.pay(thief.caller, theirs, { quote: text(quote, 'id') }))
    expect(stolen.code).toBe('not_found')
  })

  it('is not made where there is no rate, no other currency or nothing to pay', async () => {
    const id = await test.payment({ buyer, seller })
    expect((await quoteFor(id, 'RUB')).code).toBe('rate_unavailable')
    expect((await quoteFor(id, 'USD')).code).toBe('currency_mismatch')
    expect((await quoteFor(id, 'XXX')).code).toBe('currency_mismatch')
    await test.run(commands.cancel(buyer.caller, id, {}))
    expect((await quoteFor(id)).code).toBe('not_found')
  })

  it('is not made for a checkout whose time is over', async () => {
    const made = await test.run(
      commands.createCheckout(test.marketplace, {
        buyer: buyer.text,
        payments: [{ amount: amountOf(1_00n), seller: seller.text }],
      }),
    )
    const { pool } = test.database
    await pool.query('UPDATE app.setting SET clock_stands_at = clock_stands_at + $1::interval', [
      `${days(5)} milliseconds`,
    ])
    const request = { checkout: text(made, 'id'), from: 'EUR' }
    expect((await test.run(commands.createQuote(buyer.caller, request))).code).toBe('not_found')
  })

  it('does not pay more than the wallet holds', async () => {
    const id = await test.payment({ buyer, seller }, { amount: amountOf(600_00n) })
    const quote = await quoteFor(id)
    const paid = await test.run(commands.pay(buyer.caller, id, { quote: text(quote, 'id') }))
    expect(paid).toMatchObject({ code: 'insufficient_funds', json: { currency: 'EUR' } })
    const chf = await quoteFor(id, 'CHF')
    const empty = await test.run(commands.pay(buyer.caller, id, { quote: text(chf, 'id') }))
    expect(empty).toMatchObject({ code: 'insufficient_funds', json: { available: '0' } })
  })
})
