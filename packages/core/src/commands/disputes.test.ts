import { currency, days, hours } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import { proceedsOf, walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
const USD = currency('USD')
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

const shipped = async () => {
  const id = await test.paid({ buyer, seller })
  await test.run(commands.ship(test.marketplace, id, {}))
  return id
}
type Opening = Parameters<typeof commands.openDispute>[2]
const disputed = async (request: Partial<Opening> = {}) => {
  const payment = await shipped()
  const opening = { reason: 'damaged', ...request } as const
  const { id } = await test.run(commands.openDispute(buyer.caller, payment, opening))
  return { payment, id }
}
const paymentRow = async (id: string) => {
  const { rows } = await test.database.pool.query<Record<string, unknown>>(
    'SELECT * FROM app.payment WHERE id = $1',
    [id],
  )
  return rows[0]
}
const disputeRow = async (id: string) => {
  const { rows } = await test.database.pool.query<Record<string, unknown>>(
    'SELECT * FROM app.dispute WHERE id = $1',
    [id],
  )
  return rows[0]
}
const money = async () => ({
  buyer: await test.balance(walletOf(buyer.id, USD)),
  seller: await test.balance(proceedsOf(seller.id, USD)),
})

describe('opening', () => {
  it('is for what was shipped or delivered, and stops its time', async () => {
    const held = await test.paid({ buyer, seller })
    const early = await test.run(commands.openDispute(buyer.caller, held, { reason: 'other' }))
    expect(early).toMatchObject({ code: 'wrong_state', json: { state: 'held' } })
    const { payment, id } = await disputed()
    expect(await paymentRow(payment)).toMatchObject({ state: 'disputed', due_at: null })
    expect(await disputeRow(id)).toMatchObject({ state: 'awaiting_seller', claimed: 100_00n })
    const again = await test.run(commands.openDispute(buyer.caller, payment, { reason: 'other' }))
    expect(again).toMatchObject({ code: 'wrong_state', json: { state: 'disputed' } })
  })

  it('claims no more than is in escrow, in its currency', async () => {
    const id = await shipped()
    const open = (amount: ReturnType<typeof amountOf>) =>
      test.run(commands.openDispute(buyer.caller, id, { reason: 'other', amount }))
    expect(await open(amountOf(100_01n))).toMatchObject({ code: 'amount_too_large' })
    expect(await open(amountOf(1n, 'EUR'))).toMatchObject({ code: 'currency_mismatch' })
  })
})

describe('how it ends', () => {
  it('the seller does not answer for 5 days: the proposal is executed', async () => {
    const { payment, id } = await disputed({ amount: amountOf(30_00n) })
    await test.advance(days(5))
    expect(await disputeRow(id)).toMatchObject({ state: 'closed', outcome: 'split' })
    expect(await paymentRow(payment)).toMatchObject({ state: 'split' })
    expect(await money()).toEqual({ buyer: 930_00n, seller: 70_00n })
  })

  it('an offer is accepted', async () => {
    const { id } = await disputed()
    const early = await test.run(commands.makeOffer(buyer.caller, id, { amount: amountOf(1n) }))
    expect(early.code).toBe('wrong_state')
    expect((await test.run(commands.acceptOffer(buyer.caller, id))).code).toBe('nothing_to_accept')
    const offer = { amount: amountOf(25_00n), message: 'half "NULL" {}' }
    expect((await test.run(commands.makeOffer(test.marketplace, id, offer))).status).toBe(201)
    const accepted = await test.run(commands.acceptOffer(buyer.caller, id))
    expect(accepted.json).toMatchObject({ state: 'closed', outcome: 'split', agreed: offer })
    expect(await money()).toEqual({ buyer: 925_00n, seller: 75_00n })
  })

  it('all is offered back: refunded; nothing: released', async () => {
    for (const [back, outcome] of [
      [100_00n, 'refunded'],
      [0n, 'released'],
    ] as const) {
      const { id } = await disputed()
      await test.run(commands.makeOffer(seller.caller, id, { amount: amountOf(back) }))
      const { json } = await test.run(commands.acceptOffer(buyer.caller, id))
      expect(json).toMatchObject({ state: 'closed', outcome })
    }
    expect(await money()).toEqual({ buyer: 900_00n, seller: 100_00n })
  })

  it('negotiation without result for 7 days is escalated, staff decide, executed after 3 days', async () => {
    const { payment, id } = await disputed()
    await test.advance(days(1))
    await test.run(commands.makeOffer(seller.caller, id, { amount: amountOf(1_00n) }))
    await test.advance(days(6))
    await test.run(commands.makeOffer(buyer.caller, id, { amount: amountOf(90_00n) }))
    expect(await disputeRow(id)).toMatchObject({ state: 'negotiating' })
    await test.advance(days(1))
    expect(await disputeRow(id)).toMatchObject({ state: 'escalated', due_at: null })
    const given = { amount: amountOf(50_00n), reason: 'as agreed' }
    await test.run(commands.decide(test.operator, id, given))
    await test.advance(hours(71))
    expect(await paymentRow(payment)).toMatchObject({ state: 'disputed' })
    await test.advance(hours(1))
    expect(await paymentRow(payment)).toMatchObject({ state: 'split', to_buyer: 50_00n })
  })

  it('an appeal brings it back to staff once, and then it is final', async () => {
    const { payment, id } = await disputed()
    await test.run(commands.makeOffer(seller.caller, id, { amount: amountOf(1_00n) }))
    await test.run(commands.escalate(seller.caller, id))
    const first = { amount: amountOf(50_00n), reason: 'first' }
    await test.run(commands.decide(test.operator, id, first))
    const twice = await test.run(commands.decide(test.operator, id, first))
    expect(twice).toMatchObject({ code: 'wrong_state', json: { state: 'decided' } })
    await test.run(commands.appeal(seller.caller, id, { reason: 'look again' }))
    const again = await test.run(commands.appeal(buyer.caller, id, { reason: 'me too' }))
    expect(again.code).toBe('wrong_state')
    await test.advance(days(30))
    expect(await paymentRow(payment)).toMatchObject({ state: 'disputed' })
    const second = { amount: amountOf(20_00n), reason: 'second' }
    const { json } = await test.run(commands.decide(test.operator, id, second))
    expect(json).toMatchObject({
      state: 'closed',
      outcome: 'split',
      decision: { final: true, appealed_by: 'seller', appeal_reason: 'look again' },
    })
    expect(await paymentRow(payment)).toMatchObject({ state: 'split', to_buyer: 20_00n })
  })

  it('withdrawn: the time that was left runs on, at least 24 hours', async () => {
    const { payment, id } = await disputed()
    const opened = await test.core.now()
    await test.advance(days(2))
    await test.run(commands.withdraw(buyer.caller, id))
    expect(await paymentRow(payment)).toMatchObject({
      state: 'shipped',
      due_at: new Date(opened + days(17)),
    })
    await test.advance(days(14.5))
    const second = await test.run(commands.openDispute(buyer.caller, payment, { reason: 'other' }))
    await test.run(commands.withdraw(buyer.caller, second.id))
    const now = await test.core.now()
    expect(await paymentRow(payment)).toMatchObject({ due_at: new Date(now + days(1)) })
    await test.advance(days(1))
    expect(await paymentRow(payment)).toMatchObject({ state: 'released' })
  })

  it('the buyer gives in: confirm releases and closes it', async () => {
    const { payment, id } = await disputed()
    await test.run(commands.confirm(buyer.caller, payment))
    expect(await disputeRow(id)).toMatchObject({ state: 'closed', outcome: 'released' })
    expect(await money()).toEqual({ buyer: 900_00n, seller: 100_00n })
  })

  it('refunds of the seller count towards what is agreed; all of it ends the dispute', async () => {
    const { payment, id } = await disputed({ amount: amountOf(60_00n) })
    await test.run(commands.refund(seller.caller, payment, { amount: amountOf(45_00n) }))
    await test.run(commands.acceptOffer(seller.caller, id))
    expect(await money()).toEqual({ buyer: 960_00n, seller: 40_00n })
    const other = await disputed()
    await test.run(commands.refund(seller.caller, other.payment, {}))
    expect(await disputeRow(other.id)).toMatchObject({ state: 'closed', outcome: 'refunded' })
  })

  it.each(['ship', 'deliver', 'extend', 'cancel', 'pay', 'approve'] as const)(
    'no %s while it lasts',
    async (name) => {
      const { payment } = await disputed()
      const all = {
        ship: commands.ship(test.marketplace, payment, {}),
        deliver: commands.deliver(test.marketplace, payment),
        extend: commands.extend(buyer.caller, payment),
        cancel: commands.cancel(test.marketplace, payment, {}),
        pay: commands.pay(buyer.caller, payment, {}),
        approve: commands.approve(test.operator, payment),
      }
      expect(await test.run(all[name])).toMatchObject({
        code: 'wrong_state',
        json: { state: 'disputed' },
      })
    },
  )
})

describe('a return', () => {
  const agreed = async () => {
    const { payment, id } = await disputed({ with_return: true })
    const { json } = await test.run(commands.acceptOffer(seller.caller, id))
    expect(json).toMatchObject({ state: 'awaiting_return' })
    return { payment, id }
  }

  it('never shipped: closed to the seller after 10 days', async () => {
    const { payment, id } = await agreed()
    await test.advance(days(10))
    expect(await disputeRow(id)).toMatchObject({ outcome: 'released' })
    expect(await paymentRow(payment)).toMatchObject({ state: 'released' })
  })

  it('received: the money goes back', async () => {
    const { payment, id } = await agreed()
    await test.run(commands.returnShipped(buyer.caller, id, { carrier: 'DHL', tracking: '1' }))
    const { json } = await test.run(commands.returnReceived(seller.caller, id))
    expect(json).toMatchObject({ outcome: 'refunded', return: { carrier: 'DHL', tracking: '1' } })
    expect(await paymentRow(payment)).toMatchObject({ state: 'refunded' })
  })

  it('delivered: 5 days, then the money goes back', async () => {
    const { payment, id } = await agreed()
    await test.run(commands.returnShipped(buyer.caller, id, {}))
    await test.advance(days(3))
    await test.run(commands.returnDelivered(test.marketplace, id))
    await test.advance(days(5))
    expect(await paymentRow(payment)).toMatchObject({ state: 'refunded' })
  })

  it('shipped and silent: 30 days, then the money goes back', async () => {
    const { payment, id } = await agreed()
    await test.run(commands.returnShipped(buyer.caller, id, {}))
    const from = await test.core.now()
    await test.advance(days(45))
    expect(await paymentRow(payment)).toMatchObject({
      state: 'refunded',
      closed_at: new Date(from + days(30)),
    })
  })
})

it('two sides accept at once: it is executed one time', async () => {
  const { payment, id } = await disputed({ amount: amountOf(60_00n) })
  await test.run(commands.makeOffer(seller.caller, id, { amount: amountOf(10_00n) }))
  const other = test.anotherCore()
  const answers = await Promise.all([
    test.run(commands.acceptOffer(buyer.caller, id)),
    test.run(commands.acceptOffer(seller.caller, id), { core: other }),
    test.run(commands.confirm(buyer.caller, payment), { core: other }),
    test.run(commands.refund(seller.caller, payment, {})),
  ])
  expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
  expect(answers.filter(({ code }) => code === 'wrong_state')).toHaveLength(3)
})
