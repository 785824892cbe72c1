import { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listener, openListener, openShop, type Shop, typed } from './testing.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop({ webhookPausesMs: [40, 40] })
})
afterEach(() => shop.close())

const drive = (path: string, body?: object, method = body === undefined ? 'GET' : 'POST') =>
  fetch(new URL(`/api/cards/${path}`, shop.sandbox.url), {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
const faults = async (change: object): Promise<unknown> => (await drive('faults', change)).json()
const failed = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a key', () => {
  it.each(['sk_test_1', 'sk_sandbox', 'sk_sandbox_x', 'rk_test_1'])(
    'like %s opens',
    async (key) => {
      expect((await shop.client(key).customers.list()).data).toEqual([])
    },
  )

  it.each(['sk_live_1234567890', 'pk_test_1', 'whatever'])('like %s does not', async (key) => {
    const error = await failed(shop.client(key).customers.list())
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
    expect(error).toMatchObject({ statusCode: 401, requestId: expect.stringMatching(/^req_/) })
    expect(String(error)).not.toContain('1234567890')
  })

  it('is needed', async () => {
    const answer = await fetch(new URL('/v1/customers', shop.sandbox.url))
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })
})

describe('a request', () => {
  it('is refused by the name of what is wrong with it', async () => {
    const { customers, checkout } = shop.stripe
    expect(await failed(customers.retrieve('cus_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
    })
    const answer = await fetch(new URL('/v1/customers', shop.sandbox.url), {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_1' },
      body: new URLSearchParams({ 'nonsense[a]': '1' }),
    })
    expect(await answer.json()).toMatchObject({
      error: { code: 'parameter_unknown', param: 'nonsense' },
    })
    const session = checkout.sessions.create({ mode: 'setup', currency: 'eur' })
    expect(await failed(session)).toMatchObject({ code: 'parameter_missing', param: 'success_url' })
  })

  it('to nowhere, or in a form that is none, is refused as such', async () => {
    expect(await failed(shop.stripe.rawRequest('GET', '/v1/nowhere'))).toMatchObject({
      statusCode: 404,
      message: 'Unrecognized request URL (GET: /v1/nowhere).',
    })
    const { status } = await fetch(new URL('/v1/customers?a[b=1', shop.sandbox.url), {
      headers: { authorization: 'Bearer sk_test_1' },
    })
    expect(status).toBe(400)
  })

  it('expands what it asks for, and nothing that can not be', async () => {
    const { id: customer } = await shop.stripe.customers.create()
    const { id } = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
    const expanded = await shop.stripe.paymentMethods.list({ customer, expand: ['data.customer'] })
    expect(expanded.data).toMatchObject([{ id, customer: { id: customer, object: 'customer' } }])
    for (const path of ['card.last4', 'card.exp_month', 'nonsense', 'a.b.c.d.e']) {
      const nothing = shop.stripe.paymentMethods.retrieve(id, { expand: [path] })
      expect(await failed(nothing)).toMatchObject({ statusCode: 400 })
    }
  })

  it('reads a list page by page, both ways', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i += 1) ids.unshift((await shop.stripe.customers.create()).id)
    const all = await shop.stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 10 })
    expect(all.map(({ id }) => id)).toEqual(ids)
    const before = await shop.stripe.customers.list({ limit: 2, ending_before: ids[4] ?? '' })
    expect([before.data.map(({ id }) => id), before.has_more]).toEqual([ids.slice(2, 4), true])
    const none = await shop.stripe.customers.list({ created: { gt: Date.now() } })
    expect(none.data).toEqual([])
  })

  it('changes what it names of the metadata', async () => {
    const { id } = await shop.stripe.customers.create({ metadata: { a: '1', b: '2' } })
    const { metadata } = await shop.stripe.customers.update(id, { metadata: { a: '', c: '3' } })
    expect(metadata).toEqual({ b: '2', c: '3' })
    expect((await shop.stripe.customers.update(id, { metadata: '' })).metadata).toEqual({})
  })
})

it('a deleted customer keeps no cards, and is told to be deleted', async () => {
  const { id: customer } = await shop.stripe.customers.create()
  const { id } = await shop.stripe.paymentMethods.attach('pm_card_visa', { customer })
  expect(await shop.stripe.customers.del(customer)).toMatchObject({ deleted: true })
  expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({
    id: customer,
    deleted: true,
  })
  expect((await shop.stripe.paymentMethods.retrieve(id)).customer).toBeNull()
  expect(await failed(shop.stripe.customers.del(customer))).toMatchObject({
    code: 'resource_missing',
  })
})

describe('a request with an idempotency key', () => {
  it('is done once and answered as often as it comes', async () => {
    const ask = () => shop.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'k1' })
    const [first, second] = [await ask(), await ask()]
    expect(second).toEqual(first)
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect((await shop.stripe.customers.list()).data).toHaveLength(1)
  })

  it('may not ask for something else', async () => {
    await shop.stripe.customers.create({ name: 'Anna' }, { idempotencyKey: 'k1' })
    const other = shop.stripe.customers.create({ name: 'Ben' }, { idempotencyKey: 'k1' })
    expect(await failed(other)).toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  })

  it('is new again after a day, and when it was not understood the first time', async () => {
    const options = { idempotencyKey: 'k1' }
    const { id } = await shop.stripe.customers.create({}, options)
    shop.wait(24 * 60 * 60)
    expect((await shop.stripe.customers.create({}, options)).id).not.toBe(id)
    const wrong = shop.stripe.refunds.create({ amount: -1 }, { idempotencyKey: 'k2' })
    expect(await failed(wrong)).toMatchObject({ param: 'amount' })
    expect(await shop.stripe.customers.create({}, { idempotencyKey: 'k2' })).toBeDefined()
  })

  it('keeps a refusal too: a card that was declined was declined', async () => {
    const { id: customer } = await shop.stripe.customers.create()
    const params = {
      amount: 100,
      currency: 'usd',
      customer,
      payment_method: 'pm_card_visa_chargeDeclined',
      confirm: true,
    }
    const ask = () => failed(shop.stripe.paymentIntents.create(params, { idempotencyKey: 'k1' }))
    expect(await ask()).toMatchObject({ type: 'StripeCardError' })
    expect(await ask()).toMatchObject({ type: 'StripeCardError' })
    expect((await shop.stripe.paymentIntents.list()).data).toHaveLength(1)
  })
})

describe('a fault', () => {
  it('loses an answer, and the client finds out what was done', async () => {
    await faults({ lostAnswers: 1 })
    const patient = shop.client('sk_test_1', { maxNetworkRetries: 2 })
    const { id } = await patient.customers.create({ name: 'Anna' })
    const { data } = await shop.stripe.customers.list()
    expect(data.map((one) => one.id)).toEqual([id])
  })

  it('fails as many requests as it is told to, and nothing was done', async () => {
    await faults({ failedRequests: 2 })
    for (const _ of [1, 2]) {
      expect(await failed(shop.stripe.customers.create())).toMatchObject({
        type: 'StripeAPIError',
        statusCode: 500,
      })
    }
    expect((await shop.stripe.customers.list()).data).toEqual([])
  })

  it('answers slowly, until it is taken back', async () => {
    await faults({ slowMs: 300 })
    const before = performance.now()
    await shop.stripe.customers.list()
    expect(performance.now() - before).toBeGreaterThan(290)
    expect(await (await drive('faults', {}, 'DELETE')).json()).toMatchObject({ slowMs: 0 })
  })

  it.each([{ slowMs: -1 }, { lostAnswers: 'x' }, { nonsense: 1 }, [], null])(
    'is none when it is %j',
    async (body) => {
      const answer = await fetch(new URL('/api/cards/faults', shop.sandbox.url), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      expect(answer.status).toBe(422)
    },
  )
})

describe('an event', () => {
  let listener: Listener
  let secret: string
  beforeEach(async () => {
    listener = await openListener()
    const endpoint = await shop.stripe.webhookEndpoints.create({
      url: listener.url,
      enabled_events: ['customer.created', 'customer.deleted'],
    })
    secret = endpoint.secret ?? ''
  })
  afterEach(() => listener.close())

  const read = () =>
    listener.got.map(({ body, signature }) =>
      shop.stripe.webhooks.constructEvent(body, signature, secret),
    )

  it('is signed, and is what was asked for', async () => {
    const { id } = await shop.stripe.customers.create({ metadata: { a: 'b' } })
    await shop.stripe.customers.update(id, { name: 'Anna' })
    await shop.stripe.customers.del(id)
    await listener.atLeast(2)
    const [created, deleted] = read()
    expect([created?.type, deleted?.type]).toEqual(['customer.created', 'customer.deleted'])
    expect(created).toMatchObject({
      object: 'event',
      data: { object: { id, metadata: { a: 'b' } } },
      request: { id: expect.stringMatching(/^req_/) },
    })
    expect(await shop.stripe.events.retrieve(created?.id ?? '')).toMatchObject({ id: created?.id })
    const { data } = await shop.stripe.events.list({ type: 'customer.deleted' })
    expect(data.map((event) => event.id)).toEqual([deleted?.id])
  })

  it('can not be made up, nor changed on its way', async () => {
    await shop.stripe.customers.create()
    await listener.atLeast(1)
    const [{ body, signature } = { body: '', signature: '' }] = listener.got
    const { webhooks } = shop.stripe
    expect(() => webhooks.constructEvent(`${body} `, signature, secret)).toThrow('signature')
    expect(() => webhooks.constructEvent(body, signature, 'whsec_other')).toThrow('signature')
  })

  it('tells its secret once', async () => {
    const [endpoint] = (await shop.stripe.webhookEndpoints.list()).data
    expect(endpoint).not.toHaveProperty('secret')
    expect(secret).toMatch(/^whsec_/)
  })

  it('is sent again until it is taken, and then no more', async () => {
    listener.statuses.push(500, 303)
    await shop.stripe.customers.create()
    await listener.atLeast(3)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(new Set(read().map(({ id }) => id)).size).toBe(1)
    const { deliveries } = JSON.parse(await (await drive('deliveries')).text())
    expect(deliveries).toMatchObject([
      { attempt: 3, status: 200 },
      { attempt: 2, status: 303 },
      { attempt: 1, status: 500 },
    ])
  })

  it('is given up at last', async () => {
    listener.statuses.push(500, 500, 500, 500)
    await shop.stripe.customers.create()
    await listener.atLeast(3)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(listener.got).toHaveLength(3)
  })

  it('comes twice, out of order and late, where that is wanted', async () => {
    await faults({ webhooksTwice: true, webhooksShuffled: true, webhooksDelayMs: 50 })
    const { id } = await shop.stripe.customers.create()
    await shop.stripe.customers.del(id)
    await listener.atLeast(4)
    expect(read().map(({ type }) => type)).toEqual([
      'customer.deleted',
      'customer.deleted',
      'customer.created',
      'customer.created',
    ])
  })

  it('goes nowhere once its endpoint is gone, not even again', async () => {
    listener.statuses.push(500)
    await shop.stripe.customers.create()
    await listener.atLeast(1)
    const [endpoint] = (await shop.stripe.webhookEndpoints.list()).data
    await shop.stripe.webhookEndpoints.del(endpoint?.id ?? '')
    await shop.stripe.customers.create()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(listener.got).toHaveLength(1)
  })
})

describe('by hand', () => {
  async function pay() {
    const { id: customer } = await shop.stripe.customers.create()
    return shop.stripe.paymentIntents.create({
      amount: 1000,
      currency: 'eur',
      customer,
      payment_method: 'pm_card_visa',
      confirm: true,
    })
  }

  it('money is charged back, and the shop wins', async () => {
    const { id, latest_charge: charge } = await pay()
    const made = await drive('actions', {
      action: 'charge_back',
      charge,
      reason: 'product_not_received',
    })
    const dispute = (await shop.stripe.disputes.list({ payment_intent: id })).data[0]
    expect([made.status, dispute?.reason]).toEqual([200, 'product_not_received'])
    await drive('actions', { action: 'decide_dispute', dispute: dispute?.id, outcome: 'won' })
    expect((await shop.stripe.disputes.retrieve(dispute?.id ?? '')).status).toBe('won')
    const { lines } = JSON.parse(await (await drive('statement')).text())
    expect(lines).toMatchObject([
      { kind: 'chargeback_undone', amount: 1000 },
      { kind: 'chargeback', amount: 1000 },
      { kind: 'purchase', amount: 1000, currency: 'eur' },
    ])
    expect((await drive('actions', { action: 'charge_back', charge })).status).toBe(400)
  })

  it('a refund fails, and a card is renewed', async () => {
    const { id: payment_intent, payment_method: method } = await pay()
    const refund = await shop.stripe.refunds.create({ payment_intent })
    await drive('actions', { action: 'fail_refund', refund: refund.id })
    expect((await shop.stripe.refunds.retrieve(refund.id)).status).toBe('failed')
    const before = await shop.stripe.paymentMethods.retrieve(String(method))
    await drive('actions', { action: 'renew_card', payment_method: method })
    const after = await shop.stripe.paymentMethods.retrieve(String(method))
    expect((after.card?.exp_year ?? 0) - (before.card?.exp_year ?? 0)).toBe(3)
    const { data } = await shop.stripe.events.list({ limit: 1 })
    expect(data[0]?.type).toBe('payment_method.automatically_updated')
  })

  it.each([{ action: 'nonsense' }, { action: 'fail_refund' }])('%j is nothing', async (body) => {
    expect((await drive('actions', body)).status).toBe(422)
  })
})

it('a form of another page presses no button here', async () => {
  const answer = await fetch(new URL('/cards/pay/cs_test_x', shop.sandbox.url), {
    method: 'POST',
    body: new URLSearchParams(typed('4242424242424242')),
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})
