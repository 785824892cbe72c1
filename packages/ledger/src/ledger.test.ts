import { currency, days, instant, newUuid, type Instant } from '@danbao/kernel'
import { createTestDatabase } from '@danbao/database/testing'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { AccountRef } from './account.ts'
import { accountRef, createLedger, LEDGER_MIGRATIONS, type TransferRequest } from './index.ts'

const database = await createTestDatabase([LEDGER_MIGRATIONS])
const { pool } = database
const NOW = instant(Date.parse('2026-06-01T12:00:00.000Z'))
const clock = { now: NOW }
const open = () =>
  createLedger({ pool, connection: () => database.connectionConfig(), now: () => clock.now })
const ledger = open()
const second = open()
const USD = currency('USD')
const world = accountRef({ code: 'world', currency: USD, floor: null })
const account = (floor: bigint | null = 0n) => accountRef({ code: 'account', currency: USD, floor })
const move = (from: AccountRef, to: AccountRef, amount: bigint, id = newUuid()) => ({
  id,
  from,
  to,
  amount,
  code: 'move',
})
const transfer = (...postings: TransferRequest['postings'][number][]) =>
  ledger.transfer({ postings })
const funded = async (amount: bigint) => {
  const made = account()
  await transfer(move(world, made, amount))
  return made
}
const MADE = { ok: true, value: { repeated: false } }
const REPEATED = { ok: true, value: { repeated: true } }
const POOR = { ok: false, refusal: 'insufficient_funds' }
const IN_USE = { ok: false, refusal: 'id_in_use' }

afterEach(async () => {
  const { rows } = await pool.query(
    `SELECT a.id FROM ledger.account AS a WHERE balance <>
       coalesce((SELECT sum(amount) FROM ledger.transfer WHERE to_id = a.id), 0) -
       coalesce((SELECT sum(amount) FROM ledger.transfer WHERE from_id = a.id), 0)`,
  )
  expect(rows).toEqual([])
})
afterAll(async () => {
  await Promise.all([ledger.close(), second.close()])
  await database.close()
})

describe('linked transfers', () => {
  it('are all made or none', async () => {
    const [a, b, c] = [await funded(10n), account(), account()]
    expect(await transfer(move(a, b, 6n), move(a, c, 5n))).toEqual(POOR)
    expect(await ledger.balance(a.id)).toBe(10n)
    expect(await ledger.balance(b.id)).toBe(0n)
    expect(await transfer(move(a, b, 6n), move(b, c, 5n), move(a, c, 4n))).toEqual(MADE)
    expect([
      await ledger.balance(a.id),
      await ledger.balance(b.id),
      await ledger.balance(c.id),
    ]).toEqual([0n, 1n, 9n])
  })

  it('one that is refused does not disturb its batch', async () => {
    const [a, b] = [await funded(10n), account()]
    const answers = await Promise.all([
      transfer(move(a, b, 4n)),
      transfer(move(a, b, 7n)),
      transfer(move(a, b, 6n)),
      transfer(move(a, b, 1n)),
    ])
    expect(answers).toEqual([MADE, POOR, MADE, POOR])
    expect(await ledger.balance(b.id)).toBe(10n)
  })

  it('one that can not be meant fails alone', async () => {
    const [a, b] = [await funded(10n), account()]
    const outcomes = await Promise.allSettled([
      transfer(move(a, b, 4n)),
      transfer(move(a, b, 0n)),
      transfer(move(a, b, 6n)),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await ledger.balance(b.id)).toBe(10n)
  })
})

describe('floors and debts', () => {
  it('hold over two processes at once', async () => {
    const [a, b] = [await funded(100n), account()]
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 === 0 ? ledger : second).transfer({ postings: [move(a, b, 7n)] }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(14)
    expect(await ledger.balance(a.id)).toBe(2n)
  })

  it('a debt is repaid by later credits first, whether the account is locked or not', async () => {
    const [a, b] = [await funded(30n), account()]
    const read = async () => {
      const sql = 'SELECT balance, floor FROM ledger.account WHERE id = $1'
      return (await pool.query(sql, [a.id])).rows[0]
    }
    expect(await transfer({ ...move(a, b, 50n), mayOwe: true })).toEqual(MADE)
    expect(await read()).toEqual({ balance: -20n, floor: -20n })
    expect(await transfer(move(a, b, 1n))).toEqual(POOR)
    await transfer(move(world, a, 5n))
    expect(await read()).toEqual({ balance: -15n, floor: -15n })
    // So many credits at once are written without locking the account before.
    await Promise.all(Array.from({ length: 30 }, () => transfer(move(world, a, 1n))))
    expect(await read()).toEqual({ balance: 15n, floor: 0n })
  })

  it('an account without a floor goes anywhere', async () => {
    const free = account(null)
    expect(await transfer(move(free, account(), 5n))).toEqual(MADE)
    expect(await ledger.balance(free.id)).toBe(-5n)
  })
})

describe('ids', () => {
  it('make a repetition harmless', async () => {
    const [a, b, id] = [await funded(10n), account(), newUuid()]
    expect(await transfer(move(a, b, 6n, id))).toEqual(MADE)
    expect(await transfer(move(a, b, 6n, id))).toEqual(REPEATED)
    expect(await ledger.balance(b.id)).toBe(6n)
  })

  it('also in one batch and over two processes', async () => {
    const [a, b] = [await funded(1_000n), account()]
    for (let round = 0; round < 10; round += 1) {
      const id = newUuid()
      const each = round % 2 === 0 ? [ledger, second] : [ledger, ledger, second, second]
      const answers = await Promise.all(
        each.map((one) => one.transfer({ postings: [move(a, b, 1n, id)] })),
      )
      expect(answers.filter((one) => one.ok && !one.value.repeated)).toHaveLength(1)
      expect(answers.every(({ ok }) => ok)).toBe(true)
    }
    expect(await ledger.balance(b.id)).toBe(10n)
  })

  it('that stand for something else are refused', async () => {
    const [a, b, id] = [await funded(10n), account(), newUuid()]
    await transfer(move(a, b, 6n, id))
    expect(await transfer(move(a, b, 5n, id))).toEqual(IN_USE)
    expect(await transfer(move(b, a, 6n, id))).toEqual(IN_USE)
    expect(await transfer(move(a, b, 6n, id), move(a, b, 1n))).toEqual(IN_USE)
    expect(await ledger.balance(b.id)).toBe(6n)
  })

  it('that come twice in one request are refused, and nobody else suffers', async () => {
    const [a, b, id] = [await funded(10n), account(), newUuid()]
    const answers = await Promise.all([
      transfer(move(a, b, 1n, id), move(a, b, 1n, id)),
      transfer(move(a, b, 2n)),
    ])
    expect(answers).toEqual([IN_USE, MADE])
    expect(await ledger.balance(b.id)).toBe(2n)
  })

  it('a killed connection is replaced, and each transfer is made once', async () => {
    const [a, b] = [await funded(1_000n), account()]
    const kill = async () => {
      for (let round = 0; round < 10; round += 1) {
        await pool.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE application_name = 'danbao writer' AND datname = current_database()`,
        )
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    }
    const send = async () => {
      for (let round = 0; round < 25; round += 1) {
        const answers = await Promise.all([1, 2, 3, 4].map(() => transfer(move(a, b, 1n))))
        expect(answers.every(({ ok }) => ok)).toBe(true)
      }
    }
    await Promise.all([send(), kill()])
    expect(await ledger.balance(b.id)).toBe(100n)
  })
})

describe('what the database refuses', () => {
  it('a change of a transfer, whatever program is connected', async () => {
    for (const sql of [
      'UPDATE ledger.transfer SET amount = 1',
      'DELETE FROM ledger.transfer',
      'TRUNCATE ledger.transfer',
    ]) {
      await expect(pool.query(sql)).rejects.toThrow('transfers are immutable')
    }
  })

  it('money of another currency than the account has', async () => {
    const a = await funded(5n)
    const euro = { currency: currency('EUR') }
    const [wrong, source] = [
      { ...a, ...euro },
      { ...account(null), ...euro },
    ]
    await expect(transfer(move(source, wrong, 1n))).rejects.toThrow()
    // The source exists from here on, so that the whole batch could be made in one packet.
    expect(await transfer(move(source, { ...account(), ...euro }, 1n))).toEqual(MADE)
    const many = Array.from({ length: 12 }, () => transfer(move(source, wrong, 1n)))
    const outcomes = await Promise.allSettled(many)
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(await ledger.balance(a.id)).toBe(5n)
  })

  it('a fact that is recorded a second time', async () => {
    const [a, b, once] = [await funded(5n), account(), `closing ${newUuid()}`]
    await transfer({ ...move(a, b, 1n), once })
    await expect(transfer({ ...move(a, b, 1n), once })).rejects.toThrow('transfer_once')
    expect(await ledger.balance(b.id)).toBe(1n)
  })
})

describe('the past', () => {
  const at = (day: number): Instant => instant(NOW + days(day))
  const history = async (count: number) => {
    const mine = account()
    for (let day = 0; day < count; day += 1) {
      const amount = BigInt(day + 1)
      const posting = day % 3 === 2 ? move(mine, world, amount - 1n) : move(world, mine, amount)
      const done = await ledger.transfer({ postings: [posting], occurredAt: at(day) })
      expect(done).toEqual(MADE)
    }
    return mine
  }

  it('has a balance at any instant', async () => {
    const mine = await history(6)
    const balances = await Promise.all(
      [-1, 0, 1, 2, 3, 4, 5, 99].map((day) => ledger.balance(mine.id, at(day))),
    )
    expect(balances).toEqual([0n, 1n, 3n, 1n, 5n, 10n, 5n, 5n])
    expect(await ledger.balance(mine.id, instant(at(3) - 1))).toBe(1n)
    expect(await ledger.balance(mine.id)).toBe(5n)
    expect(await ledger.balance(newUuid())).toBe(0n)
  })

  it.each([1, 2, 3, 7, 50])('is told in pages of %d whose running sums add up', async (limit) => {
    const mine = await history(7)
    const lines = []
    let page = await ledger.statement({ accountId: mine.id, limit })
    expect(page.balance).toBe(await ledger.balance(mine.id))
    lines.push(...page.lines)
    while (page.next !== undefined) {
      page = await ledger.statement({ accountId: mine.id, limit, after: page.next })
      lines.push(...page.lines)
    }
    expect(lines.map(({ change }) => change)).toEqual([7n, -5n, 5n, 4n, -2n, 2n, 1n])
    let balance = 0n
    for (const line of lines.toReversed()) {
      balance += line.change
      expect(line.balance).toBe(balance)
      expect(line.balance).toBe(await ledger.balance(mine.id, line.transfer.occurredAt))
    }
  })

  it('as of a past instant', async () => {
    const mine = await history(7)
    const page = await ledger.statement({ accountId: mine.id, limit: 2, at: at(3) })
    expect(page.balance).toBe(5n)
    expect(page.lines.map(({ change, balance }) => [change, balance])).toEqual([
      [4n, 5n],
      [-2n, 1n],
    ])
    const empty = await ledger.statement({ accountId: mine.id, limit: 2, at: at(-1) })
    expect(empty).toEqual({ lines: [], balance: 0n, next: undefined })
  })

  it('transfers of one instant have an order too', async () => {
    const mine = account()
    const postings = Array.from({ length: 9 }, () => move(world, mine, 1n))
    await ledger.transfer({ postings })
    const seen: string[] = []
    let page = await ledger.statement({ accountId: mine.id, limit: 2 })
    for (;;) {
      seen.push(...page.lines.map(({ transfer }) => transfer.id))
      if (page.next === undefined) break
      page = await ledger.statement({ accountId: mine.id, limit: 2, after: page.next })
    }
    expect(seen).toEqual(
      postings
        .map(({ id }) => id)
        .sort()
        .reverse(),
    )
  })

  it('tells when it happened and when it was written down', async () => {
    const mine = account()
    clock.now = at(10)
    await ledger.transfer({ postings: [move(world, mine, 1n)], occurredAt: at(2) })
    clock.now = NOW
    const { lines } = await ledger.statement({ accountId: mine.id, limit: 1 })
    expect(lines[0]?.transfer).toMatchObject({
      occurredAt: at(2),
      recordedAt: at(10),
      code: 'move',
    })
  })
})
