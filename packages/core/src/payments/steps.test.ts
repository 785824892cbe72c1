import { days, type Duration, hours, instant } from '@danbao/kernel'
import { describe, expect, it } from 'vitest'
import type { Payment } from './payment.ts'
import { samplePayment, shippedPayment, START } from './sample-payment.ts'
import {
  approve,
  canExtend,
  clawBack,
  close,
  deliver,
  extend,
  pause,
  refundPart,
  resume,
  secure,
  ship,
} from './steps.ts'

const after = (duration: Duration) => instant(START + duration)
const NO_PARCEL = { carrier: null, tracking: null }
const LIMIT = { base: 5n, counted: 5n }
const shippedWithin = (within: Duration) =>
  shippedPayment({ terms: { ...samplePayment().terms, confirmWithin: within } })

describe('the money is secured', () => {
  it('by the buyer and by promotions, and the seller has 7 days to ship', () => {
    const payment = samplePayment({ coupon: 10_00n })
    const step = secure(payment, START, { check: false, limit: LIMIT, source: null })
    expect(step.payment).toMatchObject({
      state: 'held',
      due: { kind: 'ship', at: after(days(7)) },
      paidAt: START,
      limit: LIMIT,
      money: { secured: 100_00n, inEscrow: 100_00n },
    })
    expect(step.postings.map(({ code, amount }) => [code, amount])).toEqual([
      ['pay', 90_00n],
      ['coupon', 10_00n],
    ])
    expect(step.event).toBe('payment.held')
  })

  it('and waits 24 hours at most for its check', () => {
    const step = secure(samplePayment(), START, { check: true, limit: LIMIT, source: null })
    expect(step.payment).toMatchObject({
      state: 'verifying',
      due: { kind: 'check', at: after(hours(24)) },
    })
    expect(step.event).toBe('payment.verifying')
    const later = after(hours(23))
    expect(approve(step.payment, later).payment).toMatchObject({
      state: 'held',
      due: { kind: 'ship', at: later + days(7) },
    })
  })

  it('a coupon over all of it takes nothing from the buyer', () => {
    const payment = samplePayment({ coupon: 100_00n })
    const { postings } = secure(payment, START, { check: false, limit: LIMIT, source: null })
    expect(postings.map(({ code }) => code)).toEqual(['coupon'])
  })
})

describe('delivery', () => {
  it('replaces the time for the confirmation by 3 days of inspection', () => {
    expect(deliver(shippedPayment(), after(days(2))).payment.due).toEqual({
      kind: 'inspection',
      at: after(days(5)),
    })
  })

  it('never makes it later than it was', () => {
    expect(deliver(shippedPayment(), after(days(14))).payment.due).toEqual({
      kind: 'inspection',
      at: after(days(15)),
    })
  })

  it('of goods never reported as shipped: not later than the confirmation would be', () => {
    const held = { ...shippedWithin(hours(24)), state: 'held', shippedAt: null } as const
    expect(deliver(held, START).payment.due?.at).toBe(after(hours(24)))
    const standard = { ...shippedPayment(), state: 'held', shippedAt: null } as const
    expect(deliver(standard, START).payment.due?.at).toBe(after(days(3)))
  })
})

describe('an extension', () => {
  it('adds 10 days to the current deadline, once', () => {
    const step = extend(shippedPayment())
    expect(step.payment).toMatchObject({
      extended: true,
      state: 'shipped',
      due: { kind: 'confirmation', at: after(days(25)) },
    })
    expect(canExtend(step.payment, after(days(24)))).toBe(false)
  })

  it('is possible in the last 5 days', () => {
    expect(canExtend(shippedPayment(), instant(after(days(10)) - 1))).toBe(false)
    expect(canExtend(shippedPayment(), after(days(10)))).toBe(true)
  })

  it('only for kinds longer than 5 days', () => {
    expect(canExtend(shippedWithin(days(5)), after(days(4)))).toBe(false)
    expect(canExtend(shippedWithin(days(6)), after(days(5)))).toBe(true)
    expect(canExtend(shippedWithin(hours(24)), after(hours(1)))).toBe(false)
  })

  it('also of an inspection', () => {
    const delivered = deliver(shippedPayment(), after(days(1))).payment
    expect(canExtend(delivered, after(days(1)))).toBe(true)
    expect(extend(delivered).payment.due).toEqual({ kind: 'inspection', at: after(days(14)) })
  })
})

describe('a dispute', () => {
  const disputed = (payment: Payment, at = after(days(3))) => pause(payment, at, 'd').payment

  it('stops the time for the confirmation', () => {
    expect(disputed(shippedPayment())).toMatchObject({
      state: 'disputed',
      due: null,
      disputeId: 'd',
      pausedMs: days(12),
    })
  })

  it('withdrawn lets the rest of it run on', () => {
    const resumed = resume(disputed(shippedPayment()), after(days(40)))
    expect(resumed.payment).toMatchObject({
      state: 'shipped',
      due: { kind: 'confirmation', at: after(days(52)) },
      pausedMs: null,
    })
  })

  it('and at least 24 hours of it', () => {
    const late = disputed(shippedPayment(), after(days(14.9)))
    expect(resume(late, after(days(20))).payment.due?.at).toBe(after(days(21)))
  })

  it('of delivered goods goes back to the inspection', () => {
    const delivered = deliver(shippedPayment(), START).payment
    const resumed = resume(disputed(delivered, after(days(1))), after(days(9)))
    expect(resumed.payment).toMatchObject({
      state: 'delivered',
      due: { kind: 'inspection', at: after(days(11)) },
    })
  })
})

describe('closing', () => {
  it('is the only step that ends timers, and can be recorded one time only', () => {
    const step = close(shippedPayment(), after(days(1)), {
      command: 'confirm',
      by: 'buyer',
      back: 0n,
    })
    expect(step.payment).toMatchObject({ due: null, closedAt: after(days(1)), pausedMs: null })
    expect(step.postings.map(({ once }) => once)).toEqual([`close ${step.payment.id}`])
  })

  it('marks the first of its transfers and no other', () => {
    const payment = shippedPayment({ coupon: 10_00n, commissionBasisPoints: 1_000 })
    const disputed = pause(payment, START, 'd').payment
    const step = close(disputed, START, { command: 'end_dispute', by: 'dispute', back: 50_00n })
    expect(step.postings.map(({ code, amount, once }) => [code, amount, once])).toEqual([
      ['refund', 45_00n, `close ${payment.id}`],
      ['coupon_return', 5_00n, undefined],
      ['commission', 5_00n, undefined],
      ['release', 45_00n, undefined],
    ])
  })

  it.each([
    ['confirm', 'buyer'],
    ['due_confirmation', 'deadline'],
  ] as const)('%s: released by the %s', (command, by) => {
    const step = close(shippedPayment(), START, { command, by, back: 0n })
    const payment = { state: 'released', closedBy: by, checkedAt: null }
    expect(step).toMatchObject({ payment, event: 'payment.released' })
  })

  it('of money nobody paid moves nothing', () => {
    const how = { command: 'due_pay', by: 'deadline', back: 0n, state: 'expired' } as const
    const step = close(samplePayment({ commissionFixed: 5n }), START, how)
    expect(step).toMatchObject({ payment: { state: 'expired' }, event: 'payment.expired' })
    expect(step.postings).toEqual([])
  })
})

describe('what the state machine does not know', () => {
  it('throws: a step can not lead there', () => {
    expect(() => ship(samplePayment(), START, NO_PARCEL)).toThrow('state machine does not know')
    expect(() => deliver(samplePayment(), START)).toThrow('state machine does not know')
    const how = { command: 'cancel', by: 'seller', back: 100_00n, state: 'cancelled' } as const
    expect(() => close(shippedPayment(), START, how)).toThrow('state machine does not know')
  })

  it('a part of a refund leaves something behind', () => {
    expect(() => refundPart(shippedPayment(), 100_00n)).toThrow('leaves something')
  })
})

describe('a claim', () => {
  it('takes from the seller and the fees, for the buyer and promotions', () => {
    const payment = shippedPayment({ coupon: 10_00n, commissionBasisPoints: 1_000 })
    const released = close(payment, START, { command: 'confirm', by: 'buyer', back: 0n }).payment
    const { postings } = clawBack(released, 50_00n)
    expect(postings.map(({ code, amount, mayOwe }) => [code, amount, mayOwe])).toEqual([
      ['claim_coupon', 5_00n, true],
      ['claim', 40_00n, true],
      ['claim_commission', 5_00n, undefined],
    ])
  })

  it('the fees pay the share of the coupon that exceeds the part of the seller', () => {
    const payment = shippedPayment({ coupon: 100_00n, commissionBasisPoints: 6_000 })
    const released = close(payment, START, { command: 'confirm', by: 'buyer', back: 0n }).payment
    const { postings } = clawBack(released, 100_00n)
    expect(postings.map(({ code, amount }) => [code, amount])).toEqual([
      ['claim_coupon', 40_00n],
      ['claim_coupon', 60_00n],
    ])
  })
})
