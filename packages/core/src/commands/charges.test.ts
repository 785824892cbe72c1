import { currency, formatInstant, instant, newUuid, type Uuid } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Charge } from '../charges/charge.ts'
import { findCharge, startCharge, stepCharge } from '../charges/manage-charges.ts'
import type { PersonCaller } from '../engine/caller.ts'
import { audit } from '../audit/audit.ts'
import {
  amountOf,
  openTestCore,
  type Ran,
  type TestCore,
  type TestPerson,
  uuidOf,
} from '../testing.ts'
import { clearingOf, walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore({ paymentCheck: 'approve' })
const { pool } = test.database
const USD = currency('USD')
const now = instant(Date.parse('2026-06-01T12:00:00Z'))
let buyer: TestPerson
let sellers: readonly TestPerson[]
beforeEach(async () => {
  buyer = await test.person(1, { USD: 40_00n })
  sellers = [await test.person(), await test.person()]
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

const as = ({ id }: TestPerson): PersonCaller => ({ kind: 'person', personId: id })
const listed = z.array(z.object({ id: z.string(), state: z.string() }))

/** Two payments of 100 and 50, taken on by the buyer. */
async function checkout(): Promise<Ran> {
  const payments = [100_00n, 50_00n].map((minor, index) => ({
    amount: amountOf(minor),
    seller: sellers[index]?.text ?? '',
  }))
  const made = await test.run(commands.createCheckout(test.marketplace, { payments }))
  return test.run(commands.takeCheckout(as(buyer), made.id))
}

async function authorised(made: Ran, amount: bigint): Promise<Charge> {
  const started = await startCharge(pool, {
    accountId: buyer.id,
    checkoutId: made.id,
    cardId: newUuid(),
    currency: 'USD',
    amount,
    key: newUuid(),
    agreed: '{}',
    now,
    dueAt: now,
  })
  const step = { from: 'started', to: 'authorised', ref: `pi_${started.id}`, dueAt: now } as const
  expect(await stepCharge(pool, started.id, step)).toBe(true)
  return started
}

function pay(made: Ran, charge: Uuid, who: TestPerson = buyer): Promise<Ran> {
  const payments = listed.parse(made.json['payments']).map(({ id }) => uuidOf(id))
  const shown = { total: 150_00n, payments, charge }
  return test.run(commands.payCheckout(as(who), made.id, {}, shown))
}

const wallet = (): Promise<bigint> => test.balance(walletOf(buyer.id, USD))
const owed = (): Promise<bigint> => test.balance(clearingOf('card', USD))
const stateOf = async ({ id }: Charge) => (await findCharge(pool, id))?.state

async function parts({ id }: Charge): Promise<readonly string[]> {
  const sql = 'SELECT amount FROM app.charge_part WHERE charge_id = $1 ORDER BY amount DESC'
  return (await queryText(pool, sql, [id])).map(([amount]) => String(amount))
}

describe('a charge that the bank has authorised', () => {
  it('pays the whole checkout: card to wallet to escrow, and is to be captured', async () => {
    const made = await checkout()
    const charge = await authorised(made, 150_00n)
    const before = await owed()
    const paid = await pay(made, charge.id)
    expect(listed.parse(paid.json['payments']).map(({ state }) => state)).toEqual(['held', 'held'])
    expect(await wallet()).toBe(40_00n)
    expect((await owed()) - before).toBe(-150_00n)
    expect(await parts(charge)).toEqual(['10000', '5000'])
    const kept = await findCharge(pool, charge.id)
    expect(kept).toMatchObject({ state: 'secured', securedAt: now, dueAt: now })
  })

  it('pays a part, and the wallet the rest; each payment has its share of the card', async () => {
    const made = await checkout()
    const charge = await authorised(made, 110_01n)
    expect((await pay(made, charge.id)).code).toBeUndefined()
    expect(await wallet()).toBe(1n)
    expect(await parts(charge)).toEqual(['7334', '3667'])
  })

  it('pays nothing when the wallet does not hold what it leaves', async () => {
    const made = await checkout()
    const charge = await authorised(made, 100_00n)
    expect((await pay(made, charge.id)).code).toBe('insufficient_funds')
    expect(await stateOf(charge)).toBe('authorised')
    expect(await wallet()).toBe(40_00n)
  })

  it('pays nothing when it is more than is to be paid', async () => {
    const made = await checkout()
    const charge = await authorised(made, 150_01n)
    expect((await pay(made, charge.id)).code).toBe('checkout_changed')
    expect(await stateOf(charge)).toBe('authorised')
  })

  it('pays once', async () => {
    const made = await checkout()
    const charge = await authorised(made, 150_00n)
    const both = await Promise.all([pay(made, charge.id), pay(made, charge.id)])
    expect(both.map(({ code }) => code).filter((code) => code === undefined)).toHaveLength(1)
    expect(await parts(charge)).toHaveLength(2)
  })

  it('of somebody else, or for another checkout, does not exist', async () => {
    const [made, another] = [await checkout(), await checkout()]
    const charge = await authorised(another, 150_00n)
    expect((await pay(made, charge.id)).code).toBe('not_found')
    expect((await pay(made, newUuid())).code).toBe('not_found')
  })

  it('comes back into the wallet when the payment is cancelled', async () => {
    const made = await checkout()
    const charge = await authorised(made, 150_00n)
    const paid = await pay(made, charge.id)
    for (const { id } of listed.parse(paid.json['payments'])) {
      await test.run(commands.cancel(test.marketplace, uuidOf(id), {}))
    }
    expect(await wallet()).toBe(190_00n)
  })
})

describe('a charge that was not authorised', () => {
  it.each(['started', 'cancelled', 'declined'] as const)('(%s) pays nothing', async (state) => {
    const made = await checkout()
    const charge = await authorised(made, 150_00n)
    await pool.query('UPDATE app.charge SET state = $2, due_at = $3 WHERE id = $1', [
      charge.id,
      state,
      state === 'declined' ? null : formatInstant(now),
    ])
    expect((await pay(made, charge.id)).code).toBe('wrong_state')
  })

  it('gives way to another card', async () => {
    const made = await checkout()
    const first = await authorised(made, 150_00n)
    const second = await authorised(made, 150_00n)
    expect([await stateOf(first), await stateOf(second)]).toEqual(['cancelled', 'authorised'])
    expect((await pay(made, first.id)).code).toBe('wrong_state')
    expect((await pay(made, second.id)).code).toBeUndefined()
  })
})
