import type { Amount } from '@danbao/contracts'
import type { WalletCheckout } from '@danbao/contracts/wallet'
import { commands, readPersonMoney } from '@danbao/core'
import { amountOf, type TestPerson, uuidOf } from '@danbao/core/testing'
import { decodeId, encodeId, minutes, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPeople, type People } from '../people.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '../testing.ts'

let test: TestPeople
let people: People
let seller: TestPerson
let buyer: Registered
beforeAll(async () => {
  test = await openTestPeople()
  people = createPeople(test.deps)
  seller = await test.person(1)
})
beforeEach(async () => {
  buyer = await test.registered()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
})
afterAll(() => test.close())

const made = z.object({ id: z.string(), payments: z.array(z.object({ id: z.string() })) })

async function open(minor = 40_00n, coupon = 0n): Promise<{ id: Uuid; payments: string[] }> {
  const ran = await test.run(
    commands.createCheckout(test.marketplace, {
      payments: [
        {
          amount: amountOf(minor),
          seller: seller.text,
          coupon: amountOf(coupon),
          description: 'A lamp',
        },
      ],
      return_url: 'https://shop.example/orders/1',
    }),
  )
  const { id, payments } = made.parse(ran.json)
  return { id: uuidOf(id), payments: payments.map((payment) => payment.id) }
}

async function look(id: Uuid, who: Registered['visitor'] | undefined = buyer.visitor) {
  const visitor = { ...buyer.visitor, sessionToken: who?.sessionToken }
  const input = { params: { id }, query: undefined, body: undefined }
  return people.wallet.getCheckout(visitor, input)
}

async function lookAt(id: Uuid): Promise<WalletCheckout> {
  const shown = await look(id)
  if (!shown.ok) throw new Error(shown.refusal.detail)
  return shown.value.body
}

function inWallet({ viewer }: Pick<WalletCheckout, 'viewer'>) {
  const [first] = viewer?.sources ?? []
  return first?.kind === 'wallet' ? first.available : undefined
}

const RIGHT = { by: 'payment_password', payment_password: TEST_PAYMENT_PASSWORD } as const

interface Attempt {
  readonly key?: string
  readonly total?: bigint
  readonly payment_password?: string
  readonly who?: Registered
  readonly quote?: string
}

async function pay({ id, payments }: { id: Uuid; payments: string[] }, attempt: Attempt = {}) {
  const { key = newUuid(), total = 40_00n, who = buyer } = attempt
  const payment_password = attempt.payment_password ?? RIGHT.payment_password
  return people.wallet.payCheckout(who.visitor, {
    params: { id },
    query: undefined,
    body: {
      key,
      total: amountOf(total),
      payments,
      authorisation: { ...RIGHT, payment_password },
      ...(attempt.quote === undefined ? {} : { quote: attempt.quote }),
    },
  })
}

async function topUp(money: bigint | Amount, key = newUuid(), who = buyer) {
  const amount = typeof money === 'bigint' ? amountOf(money) : money
  return people.wallet.topUpAtOnce(who.visitor, {
    params: undefined,
    query: undefined,
    body: { key, amount },
  })
}

async function quoteOf(id: Uuid, from: string) {
  const input = { params: { id }, query: undefined, body: { from } }
  return people.wallet.quoteCheckout(buyer.visitor, input)
}

const codeOf = (result: Awaited<ReturnType<typeof pay>>) =>
  result.ok ? result.value.body.state : result.refusal.code

describe('the page of a checkout', () => {
  it('shows somebody who is not signed in what it is, and nothing about anybody', async () => {
    const { id } = await open()
    const visitor = { ...buyer.visitor, sessionToken: undefined }
    const shown = await people.wallet.getCheckout(visitor, {
      params: { id },
      query: undefined,
      body: undefined,
    })
    expect(shown).toMatchObject({
      ok: true,
      value: {
        body: {
          state: 'open',
          viewer: null,
          total: amountOf(40_00n),
          marketplace: { name: 'First', color: null, logo_url: null },
          protection: { confirm_days: 15 },
          payments: [{ description: 'A lamp', seller: 'Person' }],
        },
      },
    })
  })

  it('tells what is missing, and that it will be checked', async () => {
    const { id } = await open()
    expect((await lookAt(id)).viewer).toMatchObject({
      sources: [
        {
          kind: 'wallet',
          available: amountOf(0n),
          missing: amountOf(40_00n),
          usable: false,
          reason: 'too_little',
        },
      ],
      spending: 'open',
      limit: null,
      will_be_checked: true,
      can_top_up_at_once: true,
      passkey: false,
    })
  })

  it('names what other currencies hold only where the wallet does not hold enough', async () => {
    const { id } = await open()
    await topUp({ value: '7000', currency: 'EUR' })
    await topUp(30_00n)
    expect((await lookAt(id)).viewer?.sources).toMatchObject([
      { kind: 'wallet', available: amountOf(30_00n), missing: amountOf(10_00n), usable: false },
      {
        kind: 'other_currency',
        available: { value: '7000', currency: 'EUR' },
        pays: { value: '3402', currency: 'EUR' },
        usable: true,
        reason: null,
      },
    ])
    await topUp(10_00n)
    expect((await lookAt(id)).viewer?.sources).toMatchObject([{ kind: 'wallet', usable: true }])
  })

  it('is paid from another currency at the price of a quote, all of it', async () => {
    const made = await open()
    await topUp({ value: '7000', currency: 'EUR' })
    const quote = await quoteOf(made.id, 'EUR')
    expect(quote).toMatchObject({
      value: { body: { pays: { value: '3402', currency: 'EUR' }, buys: amountOf(40_00n) } },
    })
    expect(await quoteOf(made.id, 'RUB')).toMatchObject({ refusal: { code: 'rate_unavailable' } })
    expect((await lookAt(made.id)).buyer, 'asking binds nobody').toBeNull()
    const paid = await pay(made, quote.ok ? { quote: quote.value.body.id } : {})
    expect(codeOf(paid)).toBe('paid')
    const { balances } = await readPersonMoney(test.deps.pool, {
      ...{ id: buyer.id, now: await test.deps.now() },
    })
    expect(balances.find(({ currency }) => currency === 'EUR')).toMatchObject({
      available: { value: '3598', currency: 'EUR' },
    })
  })

  it('is not paid by a quote whose minute is over', async () => {
    const made = await open()
    await topUp({ value: '7000', currency: 'EUR' })
    const quote = await quoteOf(made.id, 'EUR')
    await test.advance(minutes(1))
    expect(codeOf(await pay(made, quote.ok ? { quote: quote.value.body.id } : {}))).toBe(
      'quote_expired',
    )
  })

  it('tells what another currency lacks, and where no rate is to be had', async () => {
    const { id } = await open()
    await topUp({ value: '3401', currency: 'EUR' })
    const other = async () => (await lookAt(id)).viewer?.sources[1]
    expect(await other()).toMatchObject({ usable: false, reason: 'too_little' })
    await test.deps.pool.query('UPDATE app.setting SET rate_max_age_days = 1')
    expect(await other()).toMatchObject({ pays: null, usable: false, reason: 'no_rate' })
    await test.deps.pool.query('UPDATE app.setting SET rate_max_age_days = NULL')
  })

  it('tells what a level does not allow', async () => {
    const { id } = await open(150_01n)
    expect((await lookAt(id)).viewer?.limit).toEqual({ level: 0, left: amountOf(150_00n) })
  })

  it('asks for the own part only: a coupon pays the rest', async () => {
    const { id } = await open(40_00n, 15_00n)
    expect((await lookAt(id)).total).toEqual(amountOf(25_00n))
  })

  it('is nobody else’s once somebody has begun to pay it', async () => {
    const checkout = await open()
    expect((await lookAt(checkout.id)).buyer).toBeNull()
    await topUp(39_99n)
    expect(codeOf(await pay(checkout))).toBe('insufficient_funds')
    expect((await lookAt(checkout.id)).buyer).toBe('you')
    const other = await test.registered()
    expect(await look(checkout.id, other.visitor)).toMatchObject({ ok: false })
    expect(codeOf(await pay(checkout, { who: other }))).toBe('not_found')
  })

  it('tells others, once it is paid, no more than that', async () => {
    const checkout = await open()
    await topUp(40_00n)
    await pay(checkout)
    const other = await test.registered()
    expect(await look(checkout.id, other.visitor)).toMatchObject({
      value: { body: { state: 'paid', buyer: 'somebody_else', viewer: null } },
    })
    expect(codeOf(await pay(checkout, { who: other }))).toBe('not_found')
  })
})

describe('paying', () => {
  it('takes the money, and leads back to the shop', async () => {
    const checkout = await open()
    await topUp(50_00n)
    const paid = await pay(checkout)
    expect(paid).toMatchObject({
      ok: true,
      value: { body: { state: 'paid', payments: [{ state: 'verifying' }] } },
    })
    const { back_url: back, ...rest } = await lookAt(checkout.id)
    expect(inWallet(rest)).toEqual(amountOf(10_00n))
    const url = new URL(back ?? '')
    expect(url.searchParams.get('danbao_state')).toBe('paid')
    expect(url.searchParams.get('danbao_checkout')).toBe(encodeId('chk', checkout.id))
  })

  it('happens once, however often it is sent', async () => {
    const checkout = await open()
    await topUp(100_00n)
    const key = newUuid()
    const answers = await Promise.all([1, 2, 3].map(() => pay(checkout, { key })))
    expect(answers.map(codeOf)).toEqual(['paid', 'paid', 'paid'])
    expect(inWallet(await lookAt(checkout.id))).toEqual(amountOf(60_00n))
    expect(codeOf(await pay(checkout))).toBe('wrong_state')
  })

  it('works with the same key once the wallet was topped up', async () => {
    const checkout = await open()
    const key = newUuid()
    expect(codeOf(await pay(checkout, { key }))).toBe('insufficient_funds')
    await topUp(40_00n)
    expect(codeOf(await pay(checkout, { key }))).toBe('paid')
  })

  it('takes an authorisation and no money where a coupon covers all of it', async () => {
    const checkout = await open(40_00n, 40_00n)
    expect(codeOf(await pay(checkout, { total: 0n, payment_password: '999999' }))).toBe(
      'password_wrong',
    )
    expect(codeOf(await pay(checkout, { total: 0n }))).toBe('paid')
    expect(inWallet(await lookAt(checkout.id))).toEqual(amountOf(0n))
  })

  it('needs the payment password, and five wrong ones lock it', async () => {
    const checkout = await open()
    await topUp(40_00n)
    for (let count = 0; count < 5; count += 1) {
      expect(codeOf(await pay(checkout, { payment_password: '999999' }))).toBe('password_wrong')
    }
    expect(codeOf(await pay(checkout))).toBe('try_later')
  })

  it('is for what was shown, and nothing else', async () => {
    const checkout = await open()
    await topUp(100_00n)
    expect(codeOf(await pay(checkout, { total: 39_99n }))).toBe('checkout_changed')
    expect((await lookAt(checkout.id)).state).toBe('open')
  })

  it('a passkey that was asked for another total is refused before it is looked at', async () => {
    const checkout = await open()
    const begun = await people.wallet.beginCheckoutPasskey(buyer.visitor, {
      params: { id: checkout.id },
      query: undefined,
      body: { total: amountOf(1n), payments: checkout.payments },
    })
    if (!begun.ok) throw new Error(begun.refusal.detail)
    const { ceremony } = begun.value.body
    const used = { id: 'x', rawId: 'x', type: 'public-key' } as const
    const response = { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' }
    const refused = await people.wallet.payCheckout(buyer.visitor, {
      params: { id: checkout.id },
      query: undefined,
      body: {
        key: newUuid(),
        total: amountOf(40_00n),
        payments: checkout.payments,
        authorisation: { by: 'passkey', ceremony, credential: { ...used, response } },
      },
    })
    expect(codeOf(refused)).toBe('ceremony_gone')
  })
})

it('a sandbox tops up once for each key', async () => {
  const key = newUuid()
  const [one, two] = await Promise.all([topUp(5_00n, key), topUp(5_00n, key)])
  expect(one).toEqual(two)
  const { id } = await open()
  expect(inWallet(await lookAt(id))).toEqual(amountOf(5_00n))
})

describe('afterwards', () => {
  it('both sides see the payment, each with what they can do, and why the money is where it is', async () => {
    const checkout = await open()
    await topUp(40_00n)
    await pay(checkout)
    const [text = ''] = checkout.payments
    const id = decodeId('pay', text)
    if (!id.ok) throw new Error('no id')
    await test.run(commands.approve(test.operator, id.value))
    const shown = await people.wallet.getOwnPayment(buyer.visitor, {
      params: { id: id.value },
      query: undefined,
      body: undefined,
    })
    expect(shown).toMatchObject({
      ok: true,
      value: {
        body: {
          role: 'buyer',
          counterpart: 'Person',
          actions: ['confirm', 'cancel'],
          transfers: [{ code: 'pay', amount: amountOf(40_00n) }],
          dispute: null,
        },
      },
    })
    const done = await people.wallet.confirmPayment(buyer.visitor, {
      params: { id: id.value },
      query: undefined,
      body: { key: newUuid(), authorisation: RIGHT },
    })
    expect(done).toMatchObject({ ok: true, value: { body: { payment: { state: 'released' } } } })
    const stranger = await test.registered()
    const foreign = await people.wallet.cancelPayment(stranger.visitor, {
      params: { id: id.value },
      query: undefined,
      body: { key: newUuid() },
    })
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'not_found' } })
  })
})
