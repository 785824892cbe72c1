import {
  currency,
  days,
  type Duration,
  formatInstant,
  hours,
  instant,
  milliseconds,
  newUuid,
} from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '../clock/database-clock.ts'
import { amountOf, openTestCore, type TestCore, type TestPerson } from '../testing.ts'
import { walletOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test: TestCore = await openTestCore()
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

const read = async (id: string) => {
  const { rows } = await test.database.pool.query<Record<string, unknown>>(
    'SELECT * FROM app.payment WHERE id = $1',
    [id],
  )
  return rows[0]
}
const wallet = () => test.balance(walletOf(buyer.id, currency('USD')))

/** Goes to one millisecond before, finds nothing done, and then to the very instant. */
async function due(id: string, within: Duration, expected: readonly [string, string]) {
  const from = await test.core.now()
  await test.database.pool.query(
    `UPDATE app.setting SET clock_stands_at = $1::timestamptz - interval '1 ms'`,
    [formatInstant(instant(from + within))],
  )
  await test.core.runTimers()
  expect(await read(id)).toMatchObject({ state: expected[0] })
  await test.advance(milliseconds(1))
  expect(await read(id)).toMatchObject({ state: expected[1] })
  const closed = await read(id)
  expect(closed?.['closed_at']).toEqual(new Date(from + within))
}

describe('a timer goes off at its instant and not before', () => {
  it('the buyer pays within 5 days', async () => {
    const id = await test.payment({ buyer, seller })
    await due(id, days(5), ['requires_payment', 'expired'])
  })

  it('the payment check takes 24 hours, then the money goes back', async () => {
    await test.run(commands.updateAccount(test.operator, buyer.id, { level: 0 }))
    const id = await test.paid({ buyer, seller })
    await due(id, hours(24), ['verifying', 'cancelled'])
    expect(await wallet()).toBe(1_000_00n)
  })

  it('the seller ships within 7 days, then the money goes back', async () => {
    const id = await test.paid({ buyer, seller })
    await due(id, days(7), ['held', 'cancelled'])
    expect(await wallet()).toBe(1_000_00n)
  })

  it.each([
    ['standard', days(15)],
    ['cross_border', days(60)],
    ['virtual', days(3)],
    ['auto_delivered', hours(24)],
  ] as const)('%s goods are confirmed by time', async (kind, within) => {
    const id = await test.paid({ buyer, seller }, { kind })
    await test.run(commands.ship(test.marketplace, id, {}))
    await due(id, within, ['shipped', 'released'])
  })

  it('the inspection takes 3 days from delivery', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    await test.advance(days(2))
    await test.run(commands.refund(test.marketplace, id, { amount: amountOf(1n) }))
    await test.run(commands.deliver(test.marketplace, id))
    await due(id, days(3), ['delivered', 'split'])
  })

  it('an extension adds 10 days', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    const early = await test.run(commands.extend(buyer.caller, id))
    expect(early.code).toBe('not_extendable')
    await test.advance(days(10))
    expect(await test.run(commands.extend(buyer.caller, id))).toMatchObject({ status: 200 })
    expect(await test.run(commands.extend(buyer.caller, id))).toMatchObject({
      code: 'not_extendable',
    })
    await due(id, days(15), ['shipped', 'released'])
  })
})

describe('at equal instants due timers run before commands', () => {
  const inThe = async (within: Duration) => instant((await test.core.now()) + within)

  it('who pays at the last instant is too late, one millisecond before is not', async () => {
    const [one, two] = [
      await test.payment({ buyer, seller }),
      await test.payment({ buyer, seller }),
    ]
    const at = await inThe(days(5))
    const early = await test.run(commands.pay(buyer.caller, one, {}), { at: instant(at - 1) })
    expect(early.json).toMatchObject({ state: 'held' })
    const tooLate = await test.run(commands.pay(buyer.caller, two, {}), { at })
    expect(tooLate).toMatchObject({ code: 'wrong_state', json: { state: 'expired' } })
    expect(await read(two)).toMatchObject({ state: 'expired', closed_at: new Date(at) })
  })

  it('what was due stays done though the command is refused, and keeps its own instant', async () => {
    const id = await test.paid({ buyer, seller })
    const dueAt = await inThe(days(7))
    const at = instant(dueAt + days(30))
    const refused = await test.run(commands.ship(test.marketplace, id, {}), { at })
    expect(refused).toMatchObject({ code: 'wrong_state', json: { state: 'cancelled' } })
    expect(await read(id)).toMatchObject({ state: 'cancelled', closed_at: new Date(dueAt) })
    const { rows } = await test.database.pool.query(
      `SELECT occurred_at FROM ledger.transfer WHERE subject_id = $1 AND code = 'refund'`,
      [id],
    )
    expect(rows).toEqual([{ occurred_at: new Date(dueAt) }])
    expect(await wallet()).toBe(1_000_00n)
  })
})

describe('a server that stood still catches up', () => {
  it('60 days after a dispute was opened everything has happened at its own time', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    const opened = await test.run(
      commands.openDispute(buyer.caller, id, { reason: 'not_received', amount: amountOf(40_00n) }),
    )
    const start = await test.core.now()
    await test.advance(days(60))
    const answered = new Date(start + days(5))
    expect(await read(id)).toMatchObject({ state: 'split', closed_at: answered, to_buyer: 40_00n })
    const { rows } = await test.database.pool.query(
      'SELECT type, occurred_at FROM app.event WHERE subject_id = ANY($1) ORDER BY position OFFSET 5',
      [[id, opened.id]],
    )
    expect(rows).toEqual([
      { type: 'payment.split', occurred_at: answered },
      { type: 'dispute.closed', occurred_at: answered },
    ])
  })

  it('chained: unanswered with a return, never shipped, so it is closed to the seller', async () => {
    const id = await test.paid({ buyer, seller })
    await test.run(commands.ship(test.marketplace, id, {}))
    const opened = await test.run(
      commands.openDispute(buyer.caller, id, { reason: 'damaged', with_return: true }),
    )
    const start = await test.core.now()
    await test.advance(days(60))
    const agreed = new Date(start + days(5))
    const end = new Date(start + days(15))
    expect(await read(id)).toMatchObject({ state: 'released', closed_at: end })
    const { rows } = await test.database.pool.query(
      'SELECT type, occurred_at FROM app.event WHERE subject_id = ANY($1) ORDER BY position OFFSET 5',
      [[id, opened.id]],
    )
    expect(rows).toEqual([
      { type: 'dispute.return_agreed', occurred_at: agreed },
      { type: 'payment.released', occurred_at: end },
      { type: 'dispute.closed', occurred_at: end },
    ])
  })

  it('two processes that catch up at once do each thing once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, () => test.paid({ buyer, seller }, { amount: amountOf(1_00n) })),
    )
    const { pool } = test.database
    await pool.query(`UPDATE app.setting SET clock_stands_at = clock_stands_at + interval '8 days'`)
    const other = test.anotherCore()
    await Promise.all([test.core.runTimers(), other.runTimers()])
    const { rows } = await pool.query(
      `SELECT count(*) AS refunds, count(DISTINCT subject_id) AS payments FROM ledger.transfer
       WHERE subject_id = ANY($1) AND code = 'refund'`,
      [ids],
    )
    expect(rows).toEqual([{ refunds: 20n, payments: 20n }])
    expect(await wallet()).toBe(1_000_00n)
  })

  it('a timer that stays due is told and does not stop the others', async () => {
    const failures: string[] = []
    const stray = newUuid()
    const { pool } = test.database
    await pool.query(`INSERT INTO app.timer VALUES ($1, 'payment', '2020-01-01Z')`, [stray])
    const core = test.anotherCore({ onTimerFailure: (id) => failures.push(id) })
    const id = await test.payment({ buyer, seller })
    await pool.query(`UPDATE app.setting SET clock_stands_at = clock_stands_at + interval '6 days'`)
    await core.runTimers()
    await pool.query('DELETE FROM app.timer WHERE subject_id = $1', [stray])
    expect(failures).toEqual([stray])
    expect(await read(id)).toMatchObject({ state: 'expired' })
  })
})

describe('the clock', () => {
  it('only goes forward', async () => {
    await expect(test.core.advanceClock(hours(-1))).rejects.toThrow('never goes back')
    const now = await test.core.now()
    await setClock(test.database.pool, instant(now - 1))
    expect(await test.core.now()).toBe(now)
    await setClock(test.database.pool, instant(now + 1))
    expect(await test.core.now()).toBe(now + 1)
  })

  it('runs with the real time, ahead of it by what it was moved', async () => {
    const running = await openTestCore({ clockRuns: true })
    const ahead = async () => (await running.core.now()) - Date.now()
    expect(Math.abs(await ahead())).toBeLessThan(2_000)
    await running.advance(days(3))
    await running.advance(days(4))
    expect(Math.abs((await ahead()) - days(7))).toBeLessThan(2_000)
    await running.close()
  })
})
