import { type Instant, instant, invariant } from '@danbao/kernel'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Order, ORDER_STATUSES, PAYMENT_TYPES } from './order.ts'
import { type OrderPlan, planOrder } from './plan-order.ts'

const day = (count: number): Instant => instant(Date.UTC(2018, 0, count))

const item = (number: number, seller: string, price: bigint, freight = 0n) => ({
  number,
  seller,
  price,
  freight,
})

const ORDER: Order = {
  id: 'order',
  buyer: 'buyer',
  status: 'delivered',
  purchasedAt: day(1),
  approvedAt: day(2),
  carrierAt: day(3),
  customerAt: day(9),
  items: [item(1, 'a', 90_00n, 10_00n)],
  payments: [{ number: 1, type: 'credit_card', value: 100_00n }],
}

function plan(order: Partial<Order>): OrderPlan {
  const planned = planOrder({ ...ORDER, ...order })
  invariant(planned.skipped === undefined, 'The order is imported.')
  return planned.plan
}

const paid = (...values: (readonly [(typeof PAYMENT_TYPES)[number], bigint])[]) => ({
  payments: values.map(([type, value], index) => ({ number: index + 1, type, value })),
})

describe('an order', () => {
  it('becomes a payment that is created, paid, shipped and delivered when it was', () => {
    expect(plan({})).toEqual({
      reference: 'order',
      buyer: 'buyer',
      createdAt: day(1),
      paidAt: day(2),
      parts: [{ seller: 'a', amount: 100_00n, coupon: 0n }],
      topUps: [{ rail: 'card', amount: 100_00n }],
      steps: [
        { what: 'ship', at: day(3) },
        { what: 'deliver', at: day(9) },
      ],
    })
  })

  it.each([
    ['no_items', { items: [], payments: [] }],
    ['no_items', { items: [], ...paid(['boleto', 0n]) }],
    ['no_payment', { payments: [] }],
    ['zero_total', paid(['not_defined', 0n], ['voucher', 0n])],
  ] as const)('is skipped for the first reason that holds: %s', (reason, order) => {
    expect(planOrder({ ...ORDER, ...order })).toEqual({ skipped: reason })
  })

  it('has the sum of its payment values as its total, whatever its items cost', () => {
    const { parts } = plan(paid(['credit_card', 70_01n], ['boleto', 50_02n]))
    expect(parts).toEqual([{ seller: 'a', amount: 120_03n, coupon: 0n }])
  })
})

describe('the total', () => {
  it('is split over the sellers in proportion to price and freight', () => {
    const items = [item(1, 'a', 30_00n, 10_00n), item(2, 'b', 40_00n), item(3, 'b', 0n, 20_00n)]
    const { parts } = plan({ items })
    expect(parts.map(({ seller, amount }) => [seller, amount])).toEqual([
      ['a', 40_00n],
      ['b', 60_00n],
    ])
  })

  it('gives what is left over to the largest remainder', () => {
    const items = [item(1, 'a', 10n), item(2, 'b', 20n)]
    const { parts } = plan({ items, ...paid(['boleto', 100n]) })
    expect(parts.map(({ amount }) => amount)).toEqual([33n, 67n])
  })

  it('gives it to the lowest item number in a tie, wherever the line stands', () => {
    const items = [item(3, 'c', 1n), item(2, 'b', 1n), item(1, 'a', 1n)]
    const { parts } = plan({ items, ...paid(['boleto', 101n]) })
    expect(parts.map(({ seller, amount }) => [seller, amount])).toEqual([
      ['a', 34n],
      ['b', 34n],
      ['c', 33n],
    ])
  })

  it('makes no payment of a zero share', () => {
    const items = [item(1, 'a', 0n), item(2, 'b', 5_00n)]
    expect(plan({ items }).parts).toEqual([{ seller: 'b', amount: 100_00n, coupon: 0n }])
  })

  it('is split evenly when nothing has a price', () => {
    const items = [item(1, 'a', 0n), item(2, 'b', 0n)]
    const { parts } = plan({ items, ...paid(['boleto', 3n]) })
    expect(parts.map(({ amount }) => amount)).toEqual([2n, 1n])
  })
})

describe('a voucher', () => {
  it('is the coupon part of the payment', () => {
    const { parts, topUps } = plan(paid(['voucher', 30_00n], ['credit_card', 70_00n]))
    expect(parts).toEqual([{ seller: 'a', amount: 100_00n, coupon: 30_00n }])
    expect(topUps).toEqual([{ rail: 'card', amount: 70_00n }])
  })

  it('needs no top-up when it pays everything', () => {
    const { parts, topUps } = plan(paid(['voucher', 60_00n], ['voucher', 40_00n]))
    expect(parts).toEqual([{ seller: 'a', amount: 100_00n, coupon: 100_00n }])
    expect(topUps).toEqual([])
  })

  it('is split the same way', () => {
    const items = [item(1, 'a', 10n), item(2, 'b', 20n)]
    const { parts } = plan({ items, ...paid(['voucher', 100n], ['boleto', 200n]) })
    expect(parts.map(({ coupon }) => coupon)).toEqual([33n, 67n])
  })

  it('is capped at each share, and the buyer pays the difference', () => {
    // Of 4 the shares are 0.57, 1.71, 1.71 → 0, 2, 2; the vouchers' 3 are 0.43, 1.29, 1.29 → 1, 1, 1.
    const items = [item(1, 'a', 1n), item(2, 'b', 3n), item(3, 'c', 3n)]
    const few = plan({ items, ...paid(['voucher', 3n], ['boleto', 1n]) })
    expect(few.parts).toEqual([
      { seller: 'b', amount: 2n, coupon: 1n },
      { seller: 'c', amount: 2n, coupon: 1n },
    ])
    expect(few.topUps).toEqual([{ rail: 'boleto', amount: 2n }])
    // 11: 1.57, 4.71, 4.71 → 1, 5, 5; 10: 1.43, 4.29, 4.29 → 2, 4, 4.
    const more = plan({ items, ...paid(['voucher', 10n], ['credit_card', 1n]) })
    expect(more.parts).toEqual([
      { seller: 'a', amount: 1n, coupon: 1n },
      { seller: 'b', amount: 5n, coupon: 4n },
      { seller: 'c', amount: 5n, coupon: 4n },
    ])
    expect(more.topUps).toEqual([{ rail: 'card', amount: 2n }])
  })
})

describe('a top-up', () => {
  it('comes on the rail of the payment type, once per rail', () => {
    const { topUps } = plan(
      paid(['credit_card', 10n], ['boleto', 20n], ['debit_card', 30n], ['not_defined', 40n]),
    )
    expect(topUps).toEqual([
      { rail: 'card', amount: 80n },
      { rail: 'boleto', amount: 20n },
    ])
  })

  it('is not made of nothing', () => {
    expect(plan(paid(['boleto', 0n], ['credit_card', 5n])).topUps).toEqual([
      { rail: 'card', amount: 5n },
    ])
  })
})

describe('a timestamp', () => {
  it('of the approval may be missing: paid when bought', () => {
    expect(plan({ approvedAt: null }).paidAt).toBe(day(1))
  })

  it('that lies before the previous step is moved up to it', () => {
    const { paidAt, steps } = plan({
      purchasedAt: day(5),
      approvedAt: day(4),
      carrierAt: day(3),
      customerAt: day(2),
    })
    expect(paidAt).toBe(day(5))
    expect(steps).toEqual([
      { what: 'ship', at: day(5) },
      { what: 'deliver', at: day(5) },
    ])
  })

  it('of the carrier before the approval moves up to it, and the delivery stays', () => {
    const { steps } = plan({ approvedAt: day(6) })
    expect(steps).toEqual([
      { what: 'ship', at: day(6) },
      { what: 'deliver', at: day(9) },
    ])
  })
})

describe('the status', () => {
  const NONE = { carrierAt: null, customerAt: null }

  it.each(['canceled', 'unavailable'] as const)('%s cancels at the last timestamp', (status) => {
    expect(plan({ status, ...NONE }).steps).toEqual([{ what: 'cancel', at: day(2) }])
    expect(plan({ status, ...NONE, approvedAt: null }).steps).toEqual([
      { what: 'cancel', at: day(1) },
    ])
  })

  it.each(['canceled', 'unavailable'] as const)('%s is a refund once shipped', (status) => {
    expect(plan({ status, customerAt: null }).steps).toEqual([
      { what: 'ship', at: day(3) },
      { what: 'refund', at: day(3) },
    ])
    expect(plan({ status }).steps).toEqual([
      { what: 'ship', at: day(3) },
      { what: 'deliver', at: day(9) },
      { what: 'refund', at: day(9) },
    ])
  })

  it('canceled ends at its last timestamp, not at its last step', () => {
    const order = { status: 'canceled', carrierAt: day(9), customerAt: day(4) } as const
    expect(plan(order).steps.at(-1)).toEqual({ what: 'refund', at: day(9) })
  })

  it.each([
    [{ carrierAt: null }, day(9), day(9)],
    [{ customerAt: null }, day(3), day(3)],
    [NONE, day(2), day(2)],
    [{ ...NONE, approvedAt: null }, day(1), day(1)],
    [{ carrierAt: null, approvedAt: day(20) }, day(20), day(20)],
  ])('delivered takes a missing step at the last timestamp', (order, shipped, delivered) => {
    expect(plan(order).steps).toEqual([
      { what: 'ship', at: shipped },
      { what: 'deliver', at: delivered },
    ])
  })

  it('shipped is only shipped', () => {
    expect(plan({ status: 'shipped' }).steps).toEqual([{ what: 'ship', at: day(3) }])
  })

  it('shipped is shipped at the last timestamp if the carrier date is missing', () => {
    expect(plan({ status: 'shipped', ...NONE }).steps).toEqual([{ what: 'ship', at: day(2) }])
    expect(plan({ status: 'shipped', carrierAt: null }).steps).toEqual([
      { what: 'ship', at: day(9) },
    ])
  })

  it.each(['created', 'approved', 'invoiced', 'processing'] as const)(
    '%s is left to the timers',
    (status) => expect(plan({ status, ...NONE }).steps).toEqual([]),
  )
})

const amount = fc.bigInt({ min: 0n, max: 50n })
const at = fc.integer({ min: 1, max: 40 }).map(day)
const anyOrder: fc.Arbitrary<Order> = fc.record({
  id: fc.constant('order'),
  buyer: fc.constant('buyer'),
  status: fc.constantFrom(...ORDER_STATUSES),
  purchasedAt: at,
  approvedAt: fc.option(at),
  carrierAt: fc.option(at),
  customerAt: fc.option(at),
  items: fc
    .array(fc.record({ seller: fc.constantFrom('a', 'b', 'c'), price: amount, freight: amount }), {
      minLength: 1,
    })
    .map((items) => items.map((one, index) => ({ ...one, number: index + 1 }))),
  payments: fc
    .array(fc.record({ type: fc.constantFrom(...PAYMENT_TYPES), value: amount }), { minLength: 1 })
    .map((payments) => payments.map((one, index) => ({ ...one, number: index + 1 }))),
})

it('adds up for every order: shares to the total, top-ups to the own parts, steps in time', () => {
  fc.assert(
    fc.property(anyOrder, (order) => {
      const planned = planOrder(order)
      if (planned.skipped !== undefined) return
      const { parts, topUps, steps, createdAt, paidAt } = planned.plan
      const sum = (values: readonly bigint[]) => values.reduce((all, one) => all + one, 0n)
      const total = sum(order.payments.map(({ value }) => value))
      const own = sum(parts.map((part) => part.amount - part.coupon))
      expect(sum(parts.map((part) => part.amount))).toBe(total)
      expect(sum(topUps.map((topUp) => topUp.amount))).toBe(own)
      expect(parts.every((part) => part.amount > 0n && part.coupon <= part.amount)).toBe(true)
      expect(topUps.every((topUp) => topUp.amount > 0n)).toBe(true)
      const times = [createdAt, paidAt, ...steps.map((step) => step.at)]
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }),
    { numRuns: 2_000 },
  )
})
