import { systemClock } from '@danbao/kernel'
import { type Database, queryText } from '@danbao/database'
import { createTestDatabase } from '@danbao/database/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../audit/audit.ts'
import { loadSettings } from '../clock/database-clock.ts'
import { createCore } from '../core.ts'
import { MIGRATIONS, setUpDatabase } from '../set-up.ts'
import { createRunCommand, type RunCommand } from './commands.ts'
import { type FixtureFolder, type FixtureLines, ORDERS, writeFixture } from './fixture.ts'
import { createFindPerson } from './people.ts'
import { loadKnown, openMarketplace } from './known.ts'
import { lifeOf } from './order-life.ts'
import { planOrder } from './plan-order.ts'
import { readOrders } from './read-orders.ts'
import { replay } from './run-replay.ts'
import type { ReplayReport } from './report.ts'

let database: Database
let folder: FixtureFolder
beforeEach(async () => {
  database = await createTestDatabase(MIGRATIONS)
  folder = await writeFixture(ORDERS)
})
afterEach(async () => {
  await database.close()
  await folder.remove()
})

const clock = systemClock()
const run = () => replay({ database, folder: folder.path, clock })

async function replayOf(lines: Partial<FixtureLines>): Promise<ReplayReport> {
  await folder.remove()
  folder = await writeFixture({ ...ORDERS, ...lines })
  return run()
}

const EXPECTED = {
  orders: { read: 14, imported: 11, skipped: { no_items: 1, no_payment: 1, zero_total: 1 } },
  payments: { created: 12, released: 7, refunded: 1, cancelled: 4 },
  money: {
    currency: 'BRL',
    // All but o-late: 99.99 + 100.01 + 50 + 10.50 + 30 + 40 + 15 + 25 + 60 + 12.34
    secured: '44284',
    released_to_sellers: '32285',
    // 300 + 100 + 200 + 150 + 32 + 180 + 37; 3 % of 10.50 is 0.315, rounded half-even.
    commission: '999',
    // o-canceled 19.99, o-returned 40, o-unavailable 15, o-invoiced 25
    refunded_to_wallets: '9999',
    returned_to_promotions: '1001',
    left_in_escrow: '0',
  },
  audit: { ok: true },
  // o-late: pay, ship, deliver; o-slow: deliver
  steps: { impossible: 4 },
  unreadable: [],
}

const withoutTime = ({ seconds: _seconds, ...report }: ReplayReport) => report

const rowsOf = async (sql: string) => (await queryText(database.pool, sql)).map((row) => [...row])

/** Row counts, greatest ids, and a hash of everything that could have changed. */
const fingerprint = () =>
  rowsOf(`
    SELECT 'transfers', count(*), max(id::text) FROM ledger.transfer
    UNION ALL SELECT 'events', count(*), max(id::text) FROM app.event
    UNION ALL SELECT 'answers', count(*), max(id::text) FROM app.idempotency
    UNION ALL SELECT 'people', count(*), max(id::text) FROM app.account
    UNION ALL SELECT 'checkouts', count(*), max(id::text) FROM app.checkout
    UNION ALL SELECT 'top-ups', count(*), max(id::text) FROM app.credit
    UNION ALL SELECT 'timers', count(*), max(subject_id::text) FROM app.timer
    UNION ALL SELECT 'marketplaces', count(*), max(id::text) FROM app.marketplace
    UNION ALL SELECT 'books', count(*), md5(string_agg(a::text, ' ' ORDER BY id))
      FROM ledger.account AS a
    UNION ALL SELECT 'payments', count(*), md5(string_agg(p::text, ' ' ORDER BY id))
      FROM app.payment AS p
    UNION ALL SELECT 'clock', 1, clock_stands_at::text FROM app.setting`)

const payments = async (columns: string) =>
  Object.fromEntries(
    (await rowsOf(`SELECT reference, ${columns} FROM app.payment`)).map(([reference, ...rest]) => [
      reference,
      rest.join(' '),
    ]),
  )

describe('a replay', () => {
  it('reports what became of the orders and of the money', async () => {
    const report = await run()
    expect(withoutTime(report)).toEqual(EXPECTED)
    expect(report.seconds).toBeGreaterThan(0)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(Object.keys(report)).toEqual([
      'orders',
      'payments',
      'money',
      'seconds',
      'audit',
      'steps',
      'unreadable',
    ])
  })

  it('brings every payment to its end', async () => {
    await run()
    expect(await payments('state')).toEqual({
      'o-delivered': 'released',
      'o-two/s1': 'released',
      'o-two/s2': 'released',
      'o-lacks': 'released',
      'o-shipped': 'released',
      'o-canceled': 'cancelled',
      'o-returned': 'refunded',
      'o-unavailable': 'cancelled',
      'o-invoiced': 'cancelled',
      'o-late': 'expired',
      'o-slow': 'released',
      'o-voucher': 'released',
    })
    expect(await rowsOf('SELECT count(*) FROM app.timer')).toEqual([['0']])
  })

  it('takes each step when it was, and the timers when they were due', async () => {
    await run()
    const dates = await payments('created_at, paid_at, shipped_at, delivered_at, closed_at')
    const at = (text: string) => `2018-${text}:00:00+00`
    // Inspected for three days.
    expect(dates['o-delivered']).toBe(
      ['01-01 10', '01-01 11', '01-03 10', '01-09 10', '01-12 10'].map(at).join(' '),
    )
    // The carrier's date is moved up to the payment.
    expect(dates['o-two/s1']).toBe(
      ['01-02 10', '01-02 12', '01-02 12', '01-08 10', '01-11 10'].map(at).join(' '),
    )
    // All at the purchase.
    expect(dates['o-lacks']).toBe(
      ['01-03 10', '01-03 10', '01-03 10', '01-03 10', '01-06 10'].map(at).join(' '),
    )
    // Sixty days for the confirmation; never delivered.
    expect(dates['o-shipped']).toBe(
      ['01-04 10', '01-04 10', '01-05 10', '', '03-06 10'].map((t) => t && at(t)).join(' '),
    )
    // Ninety days for the shipping.
    expect(dates['o-invoiced']).toBe(
      ['01-08 10', '01-08 11', '', '', '04-08 11'].map((t) => t && at(t)).join(' '),
    )
    expect(dates['o-returned']).toContain(at('01-10 10'))
  })

  it('splits total and voucher over the sellers of one checkout', async () => {
    await run()
    const money = await payments('amount, coupon, secured, commission, to_seller')
    expect(money['o-two/s1']).toBe('3334 1000 3334 100 3234')
    expect(money['o-two/s2']).toBe('6667 2000 6667 200 6467')
    expect(
      await rowsOf(`SELECT checkout.reference, total, count(*) FROM app.checkout
        JOIN app.payment ON checkout_id = checkout.id GROUP BY checkout.id`),
    ).toEqual([['o-two', '10001', '2']])
  })

  it('tops up on the rails of the payment types', async () => {
    await run()
    expect(
      await rowsOf(
        `SELECT rail, count(*), sum(amount) FROM app.credit GROUP BY rail ORDER BY rail`,
      ),
    ).toEqual([
      ['boleto', '4', '12500'],
      ['card', '6', '30049'],
    ])
  })

  it('knows a buyer again and keeps buyers and sellers by their references', async () => {
    await run()
    const people = (await rowsOf('SELECT reference FROM app.account ORDER BY 1')).flat()
    expect(people.filter((one) => one === 'ana')).toHaveLength(1)
    expect(people).toHaveLength(13)
  })

  it('stops the clock 120 days after the last timestamp', async () => {
    await run()
    const { clockStandsAt, limits, paymentCheck } = await loadSettings(database.pool)
    expect(clockStandsAt).toBe(Date.UTC(2018, 2, 20 + 120, 10))
    expect({ limits, paymentCheck }).toEqual({ limits: false, paymentCheck: 'approve' })
  })

  it('tells its progress', async () => {
    const seen: string[] = []
    const onProgress = ({ done, total }: { done: number; total: number }) =>
      void seen.push(`${done}/${total}`)
    await replay({ database, folder: folder.path, clock, onProgress })
    expect(seen[0]).toBe('1/40')
    expect(seen.at(-1)).toBe('40/40')
  })

  it('goes on past lines that it can not read', async () => {
    const report = await replayOf({
      order_payments: [...ORDERS.order_payments, 'o-two,3,voucher,1,ten'],
      orders: ['nonsense', ...ORDERS.orders],
    })
    expect(withoutTime(report)).toEqual({
      ...EXPECTED,
      unreadable: [
        {
          file: 'olist_orders_dataset.csv',
          line: 2,
          problem: 'has 1 columns instead of 8',
        },
        { file: 'olist_order_payments_dataset.csv', line: 17, problem: '"ten" is no amount' },
      ],
    })
  })

  it('of no orders is a report of nothing', async () => {
    const none = { orders: [], order_items: [], order_payments: [] }
    const { orders, payments: made, audit: found } = await replayOf(none)
    expect(orders.read).toBe(0)
    expect(made.created).toBe(0)
    expect(found.ok).toBe(true)
  })

  it('refuses a database that was made for something else', async () => {
    await setUpDatabase(database.pool, { mode: 'sandbox', clock })
    await expect(run()).rejects.toThrow('was not made for a replay')
    expect(await rowsOf('SELECT count(*) FROM app.payment')).toEqual([['0']])
  })
})

describe('a second run', () => {
  it('recognises everything and changes nothing', async () => {
    await run()
    const before = await fingerprint()
    expect(withoutTime(await run())).toEqual(EXPECTED)
    expect(await fingerprint()).toEqual(before)
  })

  it('needs no stored answers for that, which are kept for a time only', async () => {
    await run()
    await database.pool.query('DELETE FROM app.idempotency')
    const before = await fingerprint()
    expect((await run()).money).toEqual(EXPECTED.money)
    expect(await fingerprint()).toEqual(before)
  })

  it('finds the people of new orders among those it knows', async () => {
    await replayOf({ orders: ORDERS.orders.filter((line) => !line.startsWith('o-delivered')) })
    await database.pool.query('DELETE FROM app.idempotency')
    const { money, payments: made } = await replayOf({})
    expect({ money, made }).toEqual({ money: EXPECTED.money, made: EXPECTED.payments })
    expect(await rowsOf('SELECT count(*) FROM app.account')).toEqual([['13']])
  })

  it('adds the orders that are new, at their own times', async () => {
    const orders = ORDERS.orders.filter((line) => !line.startsWith('o-delivered'))
    await replayOf({ orders })
    expect(withoutTime(await replayOf({}))).toEqual(EXPECTED)
    const dates = await payments('closed_at')
    expect(dates['o-delivered']).toBe('2018-01-12 10:00:00+00')
  })
})

/** Runs commands as a replay does, up to the one that does not come to its end. */
async function interruptAfter(commands: number): Promise<void> {
  await setUpDatabase(database.pool, {
    mode: 'sandbox',
    limits: false,
    paymentCheck: 'approve',
    clockStandsAt: (await readOrders(folder.path)).orders[0]?.purchasedAt ?? clock.now(),
    clock,
  })
  const core = createCore({ database, clock })
  const marketplaceId = await openMarketplace(database.pool)
  const known = await loadKnown(database.pool, marketplaceId)
  const marketplace = { kind: 'marketplace', marketplaceId, actingAs: null } as const
  const real = createRunCommand(core)
  let left = commands
  const interrupted: RunCommand = async (command) => {
    if (left === 0) throw new Error('interrupted')
    left -= 1
    return real(command)
  }
  const deps = {
    run: interrupted,
    findPerson: createFindPerson(interrupted, marketplace, known.accounts),
    marketplace,
  }
  try {
    for (const order of (await readOrders(folder.path)).orders) {
      const planned = planOrder(order)
      if (planned.skipped !== undefined) continue
      for (const step of lifeOf(planned.plan, deps)) await step.run()
    }
  } catch (error) {
    expect(error).toHaveProperty('message', 'interrupted')
  } finally {
    await core.close()
  }
}

describe('an interrupted run', () => {
  it.each([1, 2, 3, 4, 5, 6, 9, 10, 11, 13, 14, 15, 40, 1_000])(
    'that ended after %d commands is finished by the next',
    async (commands) => {
      await interruptAfter(commands)
      expect(withoutTime(await run())).toEqual(EXPECTED)
      expect(await rowsOf('SELECT sum(amount) FROM app.credit')).toEqual([['42549']])
      expect((await audit(database.pool)).ok).toBe(true)
    },
  )
})

it('stops with a clear message when a command is refused for another reason', async () => {
  const customers = ORDERS.customers.map((line) => line.replace('c1,ana', 'c1,s1'))
  await expect(replayOf({ customers })).rejects.toThrow(
    'The replay can not go on: "create o-delivered" was refused with same_account.',
  )
})
