import type { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShop, type Shop, typed } from './testing.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const locationOf = (answer: Response): string => answer.headers.get('location') ?? ''
const SETUP = ['setup_intent.payment_method', 'setup_intent.latest_attempt']

async function openSession(
  change: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Promise<Stripe.Checkout.Session> {
  const { id: customer } = await shop.stripe.customers.create({ metadata: { person: 'p1' } })
  return shop.stripe.checkout.sessions.create({
    mode: 'setup',
    customer,
    allowed_payment_method_types: ['card'],
    setup_intent_data: { metadata: { setup: 's1' } },
    metadata: { setup: 's1' },
    locale: 'en',
    success_url: 'https://wallet.example/added?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'https://wallet.example/cards',
    ...change,
  })
}

const challenged = { payment_method_options: { card: { request_three_d_secure: 'any' } } } as const

async function read(id: string) {
  const session = await shop.stripe.checkout.sessions.retrieve(id, { expand: SETUP })
  const { setup_intent: setup } = session
  if (setup === null || typeof setup === 'string') throw new Error('was to be expanded')
  const { payment_method: method, latest_attempt: attempt } = setup
  return {
    session,
    setup,
    card: typeof method === 'string' ? undefined : (method?.card ?? undefined),
    method: typeof method === 'string' ? undefined : (method ?? undefined),
    attempt: typeof attempt === 'string' ? undefined : (attempt ?? undefined),
  }
}

const typesOf = async (): Promise<string[]> =>
  (await shop.stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse()

describe('a card is saved', () => {
  it('on the page, and the browser goes back to the shop', async () => {
    const { id, url } = await openSession()
    expect(url).toBe(`${shop.sandbox.url}/cards/pay/${id}`)
    const answer = await shop.submit(`/cards/pay/${id}`, typed('4242 4242 4242 4242'))
    expect([answer.status, locationOf(answer)]).toEqual([
      303,
      `https://wallet.example/added?session=${id}`,
    ])
    const { session, setup, card, method } = await read(id)
    expect(session).toMatchObject({ status: 'complete', url: null, metadata: { setup: 's1' } })
    expect(setup).toMatchObject({ status: 'succeeded', metadata: { setup: 's1' } })
    expect(method?.customer).toBe(session.customer)
    expect(card).toMatchObject({
      brand: 'visa',
      last4: '4242',
      exp_month: 12,
      exp_year: 2034,
      checks: { cvc_check: 'pass' },
    })
    expect(await typesOf()).toEqual([
      'customer.created',
      'setup_intent.created',
      'payment_method.attached',
      'setup_intent.succeeded',
      'checkout.session.completed',
    ])
  })

  it('only once its bank has said yes, where the shop wants that', async () => {
    const { id } = await openSession(challenged)
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('5555555555554444')))
    expect(bank).toMatch(/\/cards\/bank\/auth_/)
    expect((await read(id)).setup).toMatchObject({
      status: 'requires_action',
      next_action: { redirect_to_url: { url: bank } },
    })
    const answer = await shop.submit(bank, { answer: 'approved' })
    expect(locationOf(answer)).toBe(`https://wallet.example/added?session=${id}`)
    const { session, attempt } = await read(id)
    expect(session.status).toBe('complete')
    expect(attempt?.payment_method_details.card?.three_d_secure).toMatchObject({
      result: 'authenticated',
      electronic_commerce_indicator: '02',
    })
  })

  it.each([
    ['4000000000003220', true],
    ['4000002500003155', true],
    ['4242424242424242', false],
  ])('by %s: asks its bank unasked: %s', async (number, isAsked) => {
    const { id } = await openSession()
    const to = locationOf(await shop.submit(`/cards/pay/${id}`, typed(number)))
    expect(to.includes('/cards/bank/')).toBe(isAsked)
  })

  it('with the same fingerprint for the same number, and another for another', async () => {
    const prints: (string | null | undefined)[] = []
    for (const number of ['4242424242424242', '4242 4242 4242 4242', '4242420000000000']) {
      const { id } = await openSession()
      await shop.submit(`/cards/pay/${id}`, typed(number))
      prints.push((await read(id)).card?.fingerprint)
    }
    expect(prints[0]).toMatch(/^[\w-]{16}$/)
    expect(prints[1]).toBe(prints[0])
    expect(prints[2]).not.toBe(prints[0])
  })

  it('and is there for its customer until it is detached', async () => {
    const { id, customer } = await openSession()
    await shop.submit(`/cards/pay/${id}`, typed('378282246310005'))
    const owner = String(customer)
    const [method] = (await shop.stripe.paymentMethods.list({ customer: owner, type: 'card' })).data
    if (method === undefined) throw new Error('no card')
    const changed = await shop.stripe.paymentMethods.update(method.id, {
      card: { exp_month: 1, exp_year: 2040 },
      billing_details: { name: 'Anna B' },
    })
    expect(changed).toMatchObject({
      card: { brand: 'amex', exp_month: 1, exp_year: 2040 },
      billing_details: { name: 'Anna B' },
    })
    expect((await shop.stripe.paymentMethods.detach(method.id)).customer).toBeNull()
    expect((await shop.stripe.customers.listPaymentMethods(owner)).data).toEqual([])
    await expect(shop.stripe.paymentMethods.attach(method.id, { customer: owner })).rejects.toThrow(
      'may not be used again',
    )
  })
})

describe('a card is refused', () => {
  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline', 'The bank declined the card.'],
    ['4000000000009995', 'card_declined', 'insufficient_funds', 'not enough money'],
    ['4000000000009979', 'card_declined', 'stolen_card', 'The bank declined the card.'],
    ['4000000000000069', 'expired_card', undefined, 'has expired'],
    ['4000000000000127', 'incorrect_cvc', undefined, 'security code is wrong'],
  ])('%s with %s, and another one can be tried', async (number, code, decline, words) => {
    const { id } = await openSession(challenged)
    const answer = await shop.submit(`/cards/pay/${id}`, typed(number))
    expect(locationOf(answer)).toBe(`/cards/pay/${id}`)
    const shown = await (await fetch(new URL(locationOf(answer), shop.sandbox.url))).text()
    expect(shown).toContain(words)
    expect(shown).not.toContain('stolen.')
    const { setup, session, attempt } = await read(id)
    expect(setup).toMatchObject({
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: { type: 'card_error', code },
    })
    expect(setup.last_setup_error?.decline_code).toBe(decline)
    expect([session.status, attempt?.status]).toEqual(['open', 'failed'])
    expect(await typesOf()).toContain('setup_intent.setup_failed')
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4242424242424242')))
    await shop.submit(bank, { answer: 'approved' })
    expect((await read(id)).session.status).toBe('complete')
  })

  it.each(['refused', 'timed_out'])('when the person has %s', async (answer) => {
    const { id } = await openSession(challenged)
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4242424242424242')))
    expect(locationOf(await shop.submit(bank, { answer }))).toBe(`/cards/pay/${id}`)
    expect((await read(id)).setup).toMatchObject({
      status: 'requires_payment_method',
      last_setup_error: { code: 'setup_intent_authentication_failure' },
    })
  })

  it('when the yes comes after ten minutes, and a second answer counts for nothing', async () => {
    const { id } = await openSession(challenged)
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4242424242424242')))
    shop.wait(601)
    await shop.submit(bank, { answer: 'approved' })
    await shop.submit(bank, { answer: 'approved' })
    expect((await read(id)).setup.status).toBe('requires_payment_method')
  })

  it('by a bank that asked before it declined', async () => {
    const { id } = await openSession()
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4000008400001629')))
    await shop.submit(bank, { answer: 'approved' })
    expect((await read(id)).setup.last_setup_error?.decline_code).toBe('generic_decline')
  })

  it('so that it is given up once another is tried, which its bank need not know', async () => {
    const { id } = await openSession()
    const old = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4000000000003220')))
    const { attempt } = await read(id)
    await shop.submit(`/cards/pay/${id}`, typed('4000000000000002'))
    expect((await shop.submit(old, { answer: 'approved' })).status).toBe(404)
    expect((await read(id)).setup.status).toBe('requires_payment_method')
    const { data } = await shop.stripe.setupAttempts.list({
      setup_intent: attempt?.setup_intent.toString() ?? '',
    })
    expect(data.map(({ status }) => status)).toEqual(['failed', 'abandoned'])
  })

  it('for good: a yes after a no counts for nothing', async () => {
    const { id } = await openSession(challenged)
    const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4242424242424242')))
    await shop.submit(bank, { answer: 'refused' })
    await shop.submit(bank, { answer: 'approved' })
    expect((await read(id)).session.status).toBe('open')
  })

  it('so that an old question of the bank says nothing of the next card', async () => {
    const { id } = await openSession(challenged)
    const old = locationOf(await shop.submit(`/cards/pay/${id}`, typed('4242424242424242')))
    await shop.submit(`/cards/pay/${id}`, typed('5555555555554444'))
    expect((await shop.submit(old, { answer: 'approved' })).status).toBe(404)
    expect((await read(id)).session.status).toBe('open')
  })

  it.each([
    ['number', { number: '4242424242424241' }],
    ['number', { number: '2720999999999999' }],
    ['expiry', { expiry: '10/26' }],
    ['expiry', { expiry: '13/30' }],
    ['expiry', { expiry: '12/2047' }],
    ['code', { code: '1234' }],
    ['holder', { holder: 'Анна' }],
  ])('for its %s before anybody is asked: %o', async (field, change) => {
    const { id } = await openSession()
    const answer = await shop.submit(`/cards/pay/${id}`, typed('4242424242424242', change))
    const shown = await answer.text()
    expect(answer.status).toBe(422)
    expect(shown).toMatch(new RegExp(`name="${field}"[^>]*aria-invalid="true"`))
    expect(shown.match(/aria-invalid="true"/g)).toHaveLength(1)
    expect((await read(id)).setup).toMatchObject({ latest_attempt: null, last_setup_error: null })
  })

  it('when it may be a real one', async () => {
    const { id } = await openSession()
    const answer = await shop.submit(`/cards/pay/${id}`, typed('4111111111111111'))
    expect(await answer.text()).toContain('This is not a test card.')
  })
})

it('keeps no number and no code', async () => {
  const { id } = await openSession(challenged)
  const number = '4242426767676767'
  const wrong = await shop.submit(`/cards/pay/${id}`, typed(number, { code: '98765' }))
  const bank = locationOf(await shop.submit(`/cards/pay/${id}`, typed(number, { code: '987' })))
  const pages = [await wrong.text(), await (await fetch(bank)).text()]
  await shop.submit(bank, { answer: 'approved' })
  const events = await shop.stripe.events.list({ limit: 100 })
  const all = JSON.stringify([pages, events.data, await read(id)])
  expect(all).toContain('6767')
  expect(all).not.toMatch(/4242426767676767|4242 4267|\b987\b/)
})

describe('a session', () => {
  it('ends after a day, and its page says so', async () => {
    const { id } = await openSession()
    shop.wait(24 * 60 * 60)
    const shown = await fetch(new URL(`/cards/pay/${id}`, shop.sandbox.url))
    expect(await shown.text()).toContain('This page has expired')
    expect((await read(id)).session).toMatchObject({ status: 'expired', url: null })
    expect((await shop.submit(`/cards/pay/${id}`, typed('4242424242424242'))).status).toBe(200)
    expect((await read(id)).setup.status).toBe('canceled')
    expect(await typesOf()).toContain('checkout.session.expired')
  })

  it('that is done does not end any more', async () => {
    const { id } = await openSession()
    await shop.submit(`/cards/pay/${id}`, typed('4242424242424242'))
    shop.wait(24 * 60 * 60)
    expect((await read(id)).session.status).toBe('complete')
  })

  it('is ended by the shop, once', async () => {
    const { id } = await openSession()
    expect((await shop.stripe.checkout.sessions.expire(id)).status).toBe('expired')
    await expect(shop.stripe.checkout.sessions.expire(id)).rejects.toThrow(
      'has a status of expired',
    )
  })

  it.each([
    ['ru', 'en', 'Привязать карту'],
    ['zh', 'en', '添加银行卡'],
    ['auto', 'ru', 'Привязать карту'],
  ] as const)('of %s speaks to a browser of %s: %s', async (locale, browser, words) => {
    const { url } = await openSession({ locale })
    const shown = await fetch(url ?? '', { headers: { 'accept-language': browser } })
    expect(await shown.text()).toContain(words)
    expect(shown.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://wallet.example;",
    )
  })

  const WRONG: [Partial<Stripe.Checkout.SessionCreateParams>, string][] = [
    [{ mode: 'payment' }, 'mode'],
    [{ success_url: 'javascript:alert(1)' }, 'success_url'],
    [{ customer: 'cus_none' }, 'customer'],
    [{ allowed_payment_method_types: ['pix'] }, 'allowed_payment_method_types'],
  ]
  it.each(WRONG)('is not opened by %o', async (change, param) => {
    await expect(openSession(change)).rejects.toMatchObject({ statusCode: 400, param })
  })
})

it('lists setups, and lets go of none that is done', async () => {
  const { id, setup_intent: setupId, customer } = await openSession()
  const setups = await shop.stripe.setupIntents.list({ customer: String(customer) })
  expect(setups.data.map((setup) => setup.id)).toEqual([setupId])
  await shop.submit(`/cards/pay/${id}`, typed('4242424242424242'))
  await expect(shop.stripe.setupIntents.cancel(String(setupId))).rejects.toMatchObject({
    code: 'setup_intent_unexpected_state',
  })
})
