import type { Stripe } from 'stripe'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openShop, type Shop } from './testing.ts'

let shop: Shop
let customer: string
beforeEach(async () => {
  shop = await openShop()
  customer = (await shop.stripe.customers.create()).id
})
afterEach(() => shop.close())

/** A saved card of what the name stands for. */
const save = async (alias: string): Promise<string> =>
  (await shop.stripe.paymentMethods.attach(alias, { customer })).id

async function pay(
  alias: string,
  change: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> {
  return shop.stripe.paymentIntents.create({
    amount: 2500,
    currency: 'usd',
    customer,
    payment_method: await save(alias),
    allowed_payment_method_types: ['card'],
    confirm: true,
    off_session: false,
    return_url: 'https://wallet.example/paid?x=1',
    metadata: { payment: 'p1' },
    ...change,
  })
}

const idOf = (value: string | { readonly id: string } | null | undefined): string =>
  typeof value === 'string' ? value : (value?.id ?? '')
const chargeOf = async ({ id }: Stripe.PaymentIntent): Promise<Stripe.Charge> => {
  const expand = ['latest_charge.balance_transaction']
  const { latest_charge: charge } = await shop.stripe.paymentIntents.retrieve(id, { expand })
  if (charge === null || typeof charge === 'string') throw new Error('no charge')
  return charge
}
const typesOf = async (): Promise<string[]> =>
  (await shop.stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse()

describe('a payment', () => {
  it('is taken at once, and its charge says what of it is ours', async () => {
    const intent = await pay('pm_card_visa')
    expect(intent).toMatchObject({
      status: 'succeeded',
      amount_received: 2500,
      amount_capturable: 0,
      metadata: { payment: 'p1' },
    })
    expect(await chargeOf(intent)).toMatchObject({
      captured: true,
      amount_captured: 2500,
      outcome: { type: 'authorized', network_status: 'approved_by_network' },
      payment_method_details: { card: { brand: 'visa', last4: '4242', three_d_secure: null } },
      balance_transaction: { amount: 2500, fee: 73, net: 2427, type: 'charge' },
    })
    expect((await typesOf()).slice(-3)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ])
  })

  it('is held, and taken in part: the rest goes back to the card', async () => {
    const held = await pay('pm_card_visa', { capture_method: 'manual', currency: 'JPY' })
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2500 })
    expect(await chargeOf(held)).toMatchObject({ captured: false, balance_transaction: null })
    await expect(
      shop.stripe.paymentIntents.capture(held.id, { amount_to_capture: 2501 }),
    ).rejects.toMatchObject({ code: 'amount_too_large', param: 'amount_to_capture' })
    const taken = await shop.stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 })
    expect(taken).toMatchObject({
      status: 'succeeded',
      amount_received: 2000,
      amount_capturable: 0,
      currency: 'jpy',
    })
    await expect(shop.stripe.paymentIntents.capture(held.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
  })

  it('that is held is let go of: by the shop, or after a week', async () => {
    const [ours, forgotten] = [
      await pay('pm_card_visa', { capture_method: 'manual' }),
      await pay('pm_card_visa', { capture_method: 'manual' }),
    ]
    const reason = 'requested_by_customer'
    const canceled = await shop.stripe.paymentIntents.cancel(ours.id, {
      cancellation_reason: reason,
    })
    expect(canceled).toMatchObject({ status: 'canceled', cancellation_reason: reason })
    const lines = await fetch(new URL('/api/cards/statement', shop.sandbox.url))
    expect(await lines.json()).toMatchObject({
      lines: [{ kind: 'hold_released', amount: 2500 }, { kind: 'hold' }, { kind: 'hold' }],
    })
    shop.wait(7 * 24 * 60 * 60)
    expect(await shop.stripe.paymentIntents.retrieve(forgotten.id)).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'automatic',
      amount_capturable: 0,
    })
  })

  it('that was taken is not let go of after a week', async () => {
    const { id } = await pay('pm_card_visa', { capture_method: 'manual' })
    await shop.stripe.paymentIntents.capture(id)
    shop.wait(7 * 24 * 60 * 60)
    expect((await shop.stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
  })

  it('is confirmed later, and listed for its customer', async () => {
    const { id } = await pay('pm_card_visa', { confirm: false })
    expect((await shop.stripe.paymentIntents.retrieve(id)).status).toBe('requires_confirmation')
    expect((await shop.stripe.paymentIntents.confirm(id)).status).toBe('succeeded')
    const { data } = await shop.stripe.paymentIntents.list({ customer })
    expect(data.map((intent) => intent.id)).toEqual([id])
    await expect(shop.stripe.paymentIntents.confirm(id)).rejects.toThrow('status of succeeded')
  })

  it.each([
    ['pm_card_visa_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_visa_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', ''],
    ['pm_card_chargeCustomerFail', 'card_declined', 'generic_decline'],
    ['pm_card_radarBlock', 'card_declined', 'fraudulent'],
  ])('by %s is declined: %s, %s', async (alias, code, decline) => {
    const error: unknown = await pay(alias).catch((failed: unknown) => failed)
    expect(error).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code,
      payment_intent: { status: 'requires_payment_method', payment_method: null },
      payment_method: { object: 'payment_method' },
    })
    expect(error).toHaveProperty('decline_code', decline)
    const [intent] = (await shop.stripe.paymentIntents.list({ customer })).data
    if (intent === undefined) throw new Error('no payment')
    expect(intent.last_payment_error).toMatchObject({ code, charge: idOf(intent.latest_charge) })
    expect(await chargeOf(intent)).toMatchObject({ status: 'failed', paid: false })
    const again = await shop.stripe.paymentIntents.confirm(intent.id, {
      payment_method: await save('pm_card_mastercard'),
    })
    expect(again).toMatchObject({ status: 'succeeded', last_payment_error: null })
  })

  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: 100_000_000 }, 'amount'],
    [{ amount: 1.5 }, 'amount'],
    [{ currency: 'xyz' }, 'currency'],
    [{ customer: 'cus_none' }, 'customer'],
    [{ payment_method: 'pm_none' }, 'payment_method'],
    [{ return_url: 'javascript:1' }, 'return_url'],
  ])('is not made of %o', async (change, param) => {
    await expect(pay('pm_card_visa', change)).rejects.toMatchObject({ statusCode: 400, param })
  })

  it('is not made by a card of somebody else, nor by one that was given up', async () => {
    const card = await save('pm_card_visa')
    const { id: stranger } = await shop.stripe.customers.create()
    const params = { payment_method: card, customer: stranger }
    await expect(pay('pm_card_visa', params)).rejects.toThrow('does not own')
    await shop.stripe.paymentMethods.detach(card)
    await expect(pay('pm_card_visa', { payment_method: card })).rejects.toThrow('not be used again')
  })
})

describe('the bank', () => {
  const challenged = {
    payment_method_options: { card: { request_three_d_secure: 'any' } },
  } as const
  const pageOf = ({ next_action: action }: Stripe.PaymentIntent): string =>
    action?.redirect_to_url?.url ?? ''

  it.each([
    ['pm_card_visa', challenged, 'requires_action'],
    ['pm_card_visa', {}, 'succeeded'],
    ['pm_card_threeDSecure2Required', {}, 'requires_action'],
    ['pm_card_authenticationRequiredOnSetup', {}, 'succeeded'],
  ] as const)('is asked for %s with %o: %s', async (alias, change, status) => {
    expect((await pay(alias, change)).status).toBe(status)
  })

  it('declines without a question what it would decline anyway', async () => {
    const declined = pay('pm_card_visa_chargeDeclined', challenged)
    await expect(declined).rejects.toMatchObject({ code: 'card_declined' })
  })

  it('says yes, and the person comes back with the payment', async () => {
    const asked = await pay('pm_card_visa', { ...challenged, capture_method: 'manual' })
    const page = await fetch(pageOf(asked), { headers: { 'accept-language': 'ru' } })
    expect(await page.text()).toMatch(/25,00\s\$ с вашей карты Visa\s••••\s4242/)
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://wallet.example;",
    )
    const answer = await shop.submit(pageOf(asked), { answer: 'approved' })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe('https://wallet.example/paid')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      x: '1',
      payment_intent: asked.id,
      payment_intent_client_secret: asked.client_secret,
      redirect_status: 'succeeded',
    })
    expect(await chargeOf(asked)).toMatchObject({
      payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } },
    })
    const intent = await shop.stripe.paymentIntents.retrieve(asked.id)
    expect(intent).toMatchObject({ status: 'requires_capture', next_action: null })
    expect(await (await fetch(pageOf(asked))).text()).toContain('Nothing is asked here any more.')
  })

  it.each(['refused', 'timed_out'])('has %s, and nothing is taken', async (answer) => {
    const asked = await pay('pm_card_threeDSecure2Required')
    const { headers } = await shop.submit(pageOf(asked), { answer })
    expect(headers.get('location')).toContain('redirect_status=failed')
    expect(await shop.stripe.paymentIntents.retrieve(asked.id)).toMatchObject({
      status: 'requires_payment_method',
      latest_charge: null,
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    })
  })

  it('says yes and then has not enough money', async () => {
    const asked = await pay('pm_card_authenticationRequiredChargeDeclinedInsufficientFunds')
    await shop.submit(pageOf(asked), { answer: 'approved' })
    expect(await shop.stripe.paymentIntents.retrieve(asked.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { decline_code: 'insufficient_funds' },
    })
    expect((await typesOf()).slice(-2)).toEqual(['charge.failed', 'payment_intent.payment_failed'])
  })

  it('is asked once for one payment: twice yes pays once, and a new card is a new question', async () => {
    const asked = await pay('pm_card_threeDSecure2Required')
    const again = await shop.stripe.paymentIntents.confirm(asked.id, {
      payment_method: await save('pm_card_authenticationRequired'),
    })
    expect((await shop.submit(pageOf(asked), { answer: 'approved' })).status).toBe(404)
    await shop.submit(pageOf(again), { answer: 'approved' })
    await shop.submit(pageOf(again), { answer: 'approved' })
    const { data } = await shop.stripe.charges.list({ payment_intent: asked.id })
    expect(data.map(({ amount_captured: taken }) => taken)).toEqual([2500])
  })

  it('leads nowhere when the shop did not say where', async () => {
    const asked = await shop.stripe.paymentIntents.create({
      amount: 100,
      currency: 'usd',
      customer,
      payment_method: await save('pm_card_threeDSecure2Required'),
      confirm: true,
    })
    expect(asked.next_action?.redirect_to_url?.return_url).toBeNull()
    const answer = await shop.submit(pageOf(asked), { answer: 'approved' })
    expect(new URL(answer.headers.get('location') ?? '', shop.sandbox.url).href).toBe(pageOf(asked))
    expect(await (await fetch(pageOf(asked))).text()).not.toContain('<a ')
    expect((await shop.stripe.paymentIntents.retrieve(asked.id)).status).toBe('succeeded')
  })

  it('can not be asked when nobody is there', async () => {
    await expect(
      pay('pm_card_authenticationRequired', { off_session: true }),
    ).rejects.toMatchObject({ code: 'authentication_required' })
  })

  it('is not listened to once the payment is called off', async () => {
    const asked = await pay('pm_card_threeDSecure2Required')
    await shop.stripe.paymentIntents.cancel(asked.id)
    expect((await shop.submit(pageOf(asked), { answer: 'approved' })).status).toBe(404)
    expect((await shop.stripe.paymentIntents.retrieve(asked.id)).status).toBe('canceled')
  })
})

describe('a refund', () => {
  it('is never more than was taken', async () => {
    const { id: payment_intent, latest_charge: charge } = await pay('pm_card_visa')
    const part = await shop.stripe.refunds.create({
      payment_intent,
      amount: 1000,
      metadata: { a: 'b' },
    })
    expect(part).toMatchObject({ status: 'succeeded', amount: 1000, metadata: { a: 'b' } })
    await expect(shop.stripe.refunds.create({ payment_intent, amount: 1501 })).rejects.toThrow(
      'greater than unrefunded amount',
    )
    const rest = await shop.stripe.refunds.create({ charge: idOf(charge) })
    expect(rest.amount).toBe(1500)
    expect(await shop.stripe.charges.retrieve(idOf(charge))).toMatchObject({
      amount_refunded: 2500,
      refunded: true,
    })
    await expect(shop.stripe.refunds.create({ payment_intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    })
    const { data } = await shop.stripe.refunds.list({ payment_intent })
    expect(data.map(({ id }) => id)).toEqual([rest.id, part.id])
  })

  it('needs something that was taken', async () => {
    const { id: payment_intent } = await pay('pm_card_visa', { capture_method: 'manual' })
    await expect(shop.stripe.refunds.create({ payment_intent })).rejects.toThrow(
      'does not have a successful charge',
    )
  })

  it('takes a while with some cards', async () => {
    const { id: payment_intent } = await pay('pm_card_pendingRefund')
    const { id, status } = await shop.stripe.refunds.create({ payment_intent })
    expect(status).toBe('pending')
    shop.wait(5)
    expect((await shop.stripe.refunds.retrieve(id)).status).toBe('succeeded')
    expect((await typesOf()).slice(-2)).toEqual(['refund.updated', 'charge.refund.updated'])
  })

  it('fails later with some cards: then the money is back with the shop', async () => {
    const { id: payment_intent, latest_charge: charge } = await pay('pm_card_refundFail')
    const { id } = await shop.stripe.refunds.create({ payment_intent })
    shop.wait(5)
    expect(await shop.stripe.refunds.retrieve(id)).toMatchObject({
      status: 'failed',
      failure_reason: 'lost_or_stolen_card',
    })
    expect((await shop.stripe.charges.retrieve(idOf(charge))).amount_refunded).toBe(0)
    const { data } = await shop.stripe.balanceTransactions.list()
    expect(data.reduce((sum, { amount }) => sum + amount, 0)).toBe(2500)
    expect(await typesOf()).toContain('refund.failed')
  })
})

describe('a chargeback', () => {
  async function dispute(): Promise<Stripe.Dispute> {
    const { id: payment_intent } = await pay('pm_card_createDispute')
    shop.wait(2)
    const [found] = (await shop.stripe.disputes.list({ payment_intent })).data
    if (found === undefined) throw new Error('no chargeback')
    return found
  }

  it('comes by itself with one card, and takes the money and a fee', async () => {
    const { status, amount, reason, charge, balance_transactions, evidence_details } =
      await dispute()
    expect({ status, amount, reason }).toEqual({
      status: 'needs_response',
      amount: 2500,
      reason: 'fraudulent',
    })
    expect(balance_transactions).toMatchObject([{ amount: -2500, fee: 1500, net: -4000 }])
    expect(evidence_details.due_by).toBeGreaterThan(Date.now() / 1000)
    await expect(shop.stripe.refunds.create({ charge: idOf(charge) })).rejects.toMatchObject({
      code: 'charge_disputed',
    })
  })

  it.each([
    ['winning_evidence', 'won', 0],
    ['losing_evidence', 'lost', -4000],
  ])('is decided by %s: %s', async (uncategorized_text, status, net) => {
    const { id } = await dispute()
    const draft = await shop.stripe.disputes.update(id, {
      evidence: { product_description: 'Tea' },
      submit: false,
    })
    expect(draft).toMatchObject({
      status: 'needs_response',
      evidence_details: { has_evidence: true },
    })
    const decided = await shop.stripe.disputes.update(id, { evidence: { uncategorized_text } })
    expect(decided.status).toBe(status)
    expect(decided.balance_transactions.reduce((sum, one) => sum + one.net, 0)).toBe(net)
    await expect(shop.stripe.disputes.close(id)).rejects.toThrow('already closed')
  })

  it('that was answered in time waits for the bank, however long', async () => {
    const { id } = await dispute()
    await shop.stripe.disputes.update(id, { evidence: { product_description: 'Tea' } })
    shop.wait(9 * 24 * 60 * 60)
    expect((await shop.stripe.disputes.retrieve(id)).status).toBe('under_review')
  })

  it('is lost when the shop gives in, or says nothing in time', async () => {
    const [first, second] = [await dispute(), await dispute()]
    expect((await shop.stripe.disputes.close(first.id)).status).toBe('lost')
    shop.wait(9 * 24 * 60 * 60)
    expect(await shop.stripe.disputes.retrieve(second.id)).toMatchObject({
      status: 'lost',
      evidence_details: { past_due: true },
    })
  })
})
