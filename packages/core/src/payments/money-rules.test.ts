import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimable, commissionOn, splitClaim, splitMoneyBack } from './money-rules.ts'
import { samplePayment, shippedPayment } from './sample-payment.ts'
import { clawBack, close, refundPart } from './steps.ts'
import { START } from './sample-payment.ts'
import type { Payment } from './payment.ts'

const minor = (max: bigint) => fc.bigInt({ min: 0n, max })
const share = fc.integer({ min: 1, max: 1_000_000 })
const part = (of: bigint, millionths: number): bigint => (of * BigInt(millionths)) / 1_000_000n

/** Totals from one unit to the largest, with a coupon and a commission of any size. */
const terms = fc
  .record({
    amount: fc.bigInt({ min: 1n, max: 999_999_999_999n }),
    couponShare: fc.integer({ min: 0, max: 1_000_000 }),
    commissionBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    commissionFixed: minor(10_000n),
  })
  .map(({ amount, couponShare, ...commission }) =>
    shippedPayment({ amount, coupon: part(amount, couponShare), ...commission }),
  )

describe('the share of promotions in money that goes back', () => {
  it('is floor(R × C / T) in all after each refund, and a full refund returns both exactly', () => {
    fc.assert(
      fc.property(terms, fc.array(share, { maxLength: 12 }), (start, shares) => {
        let payment: Payment = start
        for (const millionths of shares) {
          const amount = part(payment.money.inEscrow, millionths)
          if (amount === 0n || amount === payment.money.inEscrow) continue
          payment = refundPart(payment, amount).payment
          const { toBuyer, toPromotions } = payment.money
          const returned = toBuyer + toPromotions
          expect(toPromotions).toBe((returned * payment.coupon) / payment.amount)
        }
        const how = {
          command: 'refund',
          by: 'seller',
          back: payment.money.inEscrow,
          state: 'refunded',
        } as const
        const { money } = close(payment, START, how).payment
        expect(money.toPromotions).toBe(start.coupon)
        expect(money.toBuyer).toBe(start.amount - start.coupon)
      }),
    )
  })

  it('never takes from either side: each step gives both zero or more', () => {
    fc.assert(
      fc.property(terms, fc.array(share, { maxLength: 12 }), (start, shares) => {
        let payment: Payment = start
        for (const millionths of shares) {
          const amount = part(payment.money.inEscrow, millionths)
          if (amount === payment.money.inEscrow) return
          const { toBuyer, toPromotions } = splitMoneyBack(payment, amount)
          expect(toBuyer).toBeGreaterThanOrEqual(0n)
          expect(toPromotions).toBeGreaterThanOrEqual(0n)
          expect(toBuyer + toPromotions).toBe(amount)
          payment = refundPart(payment, amount).payment
        }
      }),
    )
  })

  it('an example: 10.01 of 100.00 by coupon', () => {
    const payment = shippedPayment({ coupon: 10_01n })
    expect(splitMoneyBack(payment, 33_33n)).toEqual({ toBuyer: 30_00n, toPromotions: 3_33n })
    const after = refundPart(payment, 33_33n).payment
    expect(splitMoneyBack(after, 33_34n)).toEqual({ toBuyer: 30_00n, toPromotions: 3_34n })
  })
})

describe('commission', () => {
  it.each([
    [50n, 500, 0n, 2n],
    [70n, 500, 0n, 4n],
    [51n, 500, 0n, 3n],
    [100_00n, 0, 30n, 30n],
    [100_00n, 290, 30n, 3_20n],
    [10n, 0, 30n, 10n],
    [100n, 9_990, 30n, 100n],
    [0n, 500, 30n, 0n],
  ])('on %d with %d basis points and %d fixed is %d', (gross, bps, fixed, taken) => {
    const payment = samplePayment({ commissionBasisPoints: bps, commissionFixed: fixed })
    expect(commissionOn(payment, gross)).toBe(taken)
  })
})

describe('closing', () => {
  it('secured = seller + commission + buyer + promotions, whatever goes back', () => {
    fc.assert(
      fc.property(terms, share, (payment, millionths) => {
        const back = part(payment.amount, millionths)
        const { money, state } = close(payment, START, {
          command: 'confirm',
          by: 'buyer',
          back: 0n,
        }).payment
        expect(state).toBe('released')
        expect(money.toSeller + money.commission).toBe(payment.amount)
        const disputed = { ...payment, state: 'disputed', due: null, disputeId: 'd' } as const
        const how = { command: 'end_dispute', by: 'dispute', back } as const
        const ended = close(disputed, START, how)
        const { toSeller, commission, toBuyer, toPromotions, inEscrow } = ended.payment.money
        expect(inEscrow).toBe(0n)
        expect(toBuyer + toPromotions).toBe(back)
        expect(toSeller + commission + toBuyer + toPromotions).toBe(payment.amount)
        const left = payment.amount - back
        const split = back === 0n ? 'released' : left === 0n ? 'refunded' : 'split'
        expect(ended.payment.state).toBe(split)
        const moved = ended.postings.reduce((sum, posting) => sum + posting.amount, 0n)
        expect(moved).toBe(payment.amount)
      }),
    )
  })
})

describe('claims', () => {
  it('fees give back floor(commission × X / G) in all, the seller the rest, both to the last', () => {
    fc.assert(
      fc.property(terms, share, fc.array(share, { maxLength: 8 }), (start, first, shares) => {
        const refunded = part(start.amount, first)
        const before =
          refunded > 0n && refunded < start.amount ? refundPart(start, refunded).payment : start
        let payment = close(before, START, { command: 'confirm', by: 'buyer', back: 0n }).payment
        const { toSeller, commission } = payment.money
        const gross = toSeller + commission
        for (const millionths of [...shares, 1_000_000]) {
          const amount = part(claimable(payment.money), millionths)
          if (amount === 0n) continue
          const parts = splitClaim(payment, amount)
          expect(parts.fromSeller).toBeGreaterThanOrEqual(0n)
          expect(parts.fromFees).toBeGreaterThanOrEqual(0n)
          expect(parts.fromSeller + parts.fromFees).toBe(amount)
          expect(parts.toBuyer + parts.toPromotions).toBe(amount)
          const step = clawBack(payment, amount)
          const moved = step.postings.reduce((sum, posting) => sum + posting.amount, 0n)
          expect(moved).toBe(amount)
          payment = step.payment
          expect(payment.money.claimedFees).toBe((commission * payment.money.claimed) / gross)
        }
        const { claimed, claimedFees, claimedToBuyer, toBuyer, toPromotions } = payment.money
        expect(claimed).toBe(gross)
        expect(claimedFees).toBe(commission)
        expect(toBuyer + claimedToBuyer).toBe(start.amount - start.coupon)
        expect(toPromotions + claimed - claimedToBuyer).toBe(start.coupon)
        expect(payment.limit.counted).toBe(start.amount === start.coupon ? start.limit.counted : 0n)
      }),
    )
  })

  it('never take back more than was released', () => {
    const released = close(shippedPayment(), START, {
      command: 'confirm',
      by: 'buyer',
      back: 0n,
    }).payment
    expect(() => clawBack(released, 100_01n)).toThrow('bound by the release')
    expect(() => clawBack(released, 0n)).toThrow('bound by the release')
  })
})

describe('what counts towards the limits', () => {
  it('is the part of the base that has not gone back to the buyer, half-even', () => {
    const payment = shippedPayment({ amount: 3n, limit: { base: 5n, counted: 5n } })
    const once = refundPart(payment, 1n).payment
    expect(once.limit).toEqual({ base: 5n, counted: 3n })
    expect(refundPart(once, 1n).payment.limit).toEqual({ base: 5n, counted: 2n })
  })

  it('does not shrink by the share of promotions', () => {
    const payment = shippedPayment({ coupon: 50_00n })
    expect(refundPart(payment, 10_00n).payment.limit.counted).toBe(45_00n)
  })
})
