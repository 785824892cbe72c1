import { afterAll, describe, expect, it } from 'vitest'
import { amountOf, openTestCore, type TestCore } from '../testing.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
const buyer = await test.person(1, { USD: 5_000_00n })
const seller = await test.person()
afterAll(() => test.close())
const { pool } = test.database
const parties = { buyer, seller }

const unpaid = await test.payment(parties)
const held = await test.paid(parties, { coupon: amountOf(10_00n) })
const shipped = await test.paid(parties)
await test.run(commands.ship(test.marketplace, shipped, {}))
const split = await test.paid(parties, {
  coupon: amountOf(10_00n),
  commission: { basis_points: 500 },
})
await test.run(commands.refund(test.marketplace, split, { amount: amountOf(40_00n) }))
await test.run(commands.confirm(buyer.caller, split))
const cancelled = await test.paid(parties)
await test.run(commands.cancel(test.marketplace, cancelled, {}))

const change = (id: string, assignments: string) =>
  pool.query(`UPDATE app.payment SET ${assignments} WHERE id = $1`, [id])

describe('the database holds the rules a second time', () => {
  it.each([
    ['payment_sides', held, 'buyer_id = seller_id'],
    ['payment_money_adds_up', held, 'in_escrow = in_escrow - 1'],
    ['payment_money_adds_up', split, 'to_seller = to_seller + 1'],
    ['payment_money_adds_up', split, 'charged_back = 1'],
    ['payment_secured', held, 'secured = secured - 1, in_escrow = in_escrow - 1'],
    ['payment_secured', held, 'paid_at = NULL'],
    ['payment_coupon_returned', held, 'to_promotions = 1001, in_escrow = in_escrow - 1001'],
    ['payment_coupon_returned', held, 'to_buyer = 9001, in_escrow = in_escrow - 9001'],
    ['payment_claim_bound', split, 'claimed = 6001'],
    ['payment_claim_bound', split, 'claimed = 400, claimed_fees = 301, claimed_to_buyer = 400'],
    ['payment_claim_bound', split, 'claimed = 1, claimed_to_buyer = 2'],
    ['payment_state', held, "state = 'paid'"],
    ['payment_state', unpaid, "state = 'held'"],
    ['payment_state', unpaid, "state = 'verifying'"],
    ['payment_state', held, "state = 'requires_payment'"],
    ['payment_state', held, "state = 'shipped'"],
    ['payment_state', held, "state = 'delivered'"],
    ['payment_state', held, "state = 'disputed', due_at = NULL, due_kind = NULL"],
    ['payment_state', held, "state = 'released'"],
    ['payment_state', held, "state = 'expired'"],
    ['payment_state', split, "state = 'released'"],
    ['payment_state', split, "state = 'refunded'"],
    ['payment_state', split, "state = 'cancelled'"],
    ['payment_state', cancelled, "state = 'split'"],
    ['payment_state', cancelled, "state = 'released'"],
    ['payment_due', held, 'due_at = NULL, due_kind = NULL'],
    ['payment_due', held, 'due_at = NULL'],
    ['payment_due', split, "due_at = now(), due_kind = 'ship'"],
    ['payment_in_escrow_check', held, 'in_escrow = -1, to_buyer = 10001'],
    ['payment_coupon_check', unpaid, 'coupon = amount + 1'],
    ['payment_amount_check', unpaid, 'amount = 0'],
    ['payment_commission_basis_points_check', unpaid, 'commission_basis_points = 10001'],
    ['payment_limit_base_check', unpaid, 'limit_base = -1, limit_counted = 0'],
    ['payment_check', unpaid, 'limit_counted = limit_base + 1'],
    ['payment_kind_check', unpaid, "kind = 'gift'"],
  ])('%s', async (constraint, id, assignments) => {
    const error = await change(id, assignments).then(
      () => 'nothing',
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ code: '23514' })
    if (!constraint.endsWith('_check')) expect(error).toMatchObject({ constraint })
  })

  it('a payment has one open dispute', async () => {
    const { id } = await test.run(commands.openDispute(buyer.caller, shipped, { reason: 'other' }))
    await expect(
      pool.query(
        `INSERT INTO app.dispute SELECT gen_random_uuid(), payment_id, marketplace_id, kind, state,
           outcome, reason, message, currency, claimed, document, due_at, opened_at, closed_at
         FROM app.dispute WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: 'dispute_open' })
    const dispute = (set: string) => pool.query(`UPDATE app.dispute SET ${set} WHERE id = $1`, [id])
    await expect(dispute(`state = 'closed'`)).rejects.toMatchObject({ code: '23514' })
    await expect(dispute(`due_at = NULL`)).rejects.toMatchObject({ constraint: 'dispute_due' })
    await expect(dispute(`claimed = 0`)).rejects.toMatchObject({ code: '23514' })
  })

  it('a payment closes once: its closing transfers can not be recorded again', async () => {
    await expect(
      pool.query(
        `INSERT INTO ledger.transfer SELECT gen_random_uuid(), set_id, from_id, to_id, amount,
           currency, code, subject_id, once, occurred_at, recorded_at
         FROM ledger.transfer WHERE once = $1`,
        [`close ${split}`],
      ),
    ).rejects.toMatchObject({ constraint: 'transfer_once' })
  })

  it('no balance goes below its floor, and escrow has one', async () => {
    const below = `UPDATE ledger.account SET balance = -1 WHERE id = $1`
    await expect(pool.query(below, [held])).rejects.toMatchObject({ constraint: 'account_floor' })
  })
})
