import { days, hours } from '@danbao/kernel'
import { queryText, readRow } from '@danbao/database'
import { afterAll, describe, expect, test } from 'vitest'
import {
  approve,
  cancel,
  confirm,
  createCheckout,
  pay,
  payCheckout,
  refusePayment,
  ship,
} from '../commands/index.ts'
import { amountOf, openTestCore, type Parties, type TestCore } from '../testing.ts'
import type { KnownOfPayer } from './facts.ts'

const shop = await openTestCore()
afterAll(() => shop.close())

const FUNDS = { USD: 5_000_00n }

interface Kept {
  readonly leader: string
  readonly score: number
  readonly codes: readonly string[]
  readonly outcome: string
  readonly verdict: string | null
}

async function keptOf({ database }: TestCore, id: string): Promise<Kept | undefined> {
  const rows = await queryText(
    database.pool,
    `SELECT leader_id, score, outcome, verdict,
       (SELECT coalesce(string_agg(hit ->> 'code', ' '), '') FROM jsonb_array_elements(hits) AS hit)
     FROM app.payment_check WHERE payment_id = $1`,
    [id],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const [leader, score, outcome] = [r.text(), r.integer(), r.text()]
    const verdict = r.maybeText()
    const codes = r
      .text()
      .split(' ')
      .filter((code) => code !== '')
    return { leader, score, codes, outcome, verdict }
  })[0]
}

async function parties(level: 0 | 1 | 2 = 0): Promise<Parties> {
  return { buyer: await shop.person(level, FUNDS), seller: await shop.person() }
}

async function payNow(sides: Parties, minor: bigint, known?: KnownOfPayer) {
  const id = await shop.payment(sides, { amount: amountOf(minor) })
  return { ...(await shop.run(pay(sides.buyer.caller, id, {}, known))), payment: id }
}

/** Paid, approved where it waits, shipped and confirmed. */
async function buy(sides: Parties, minor: bigint): Promise<void> {
  const { payment } = await payNow(sides, minor)
  await shop.run(approve(shop.operator, payment))
  await shop.run(ship(shop.marketplace, payment, {}))
  await shop.run(confirm(sides.buyer.caller, payment))
}

describe('what decides', () => {
  test('a newcomer waits, and why is kept with the payment', async () => {
    const { payment, json } = await payNow(await parties(), 100_00n)

    expect(json['state']).toBe('verifying')
    expect(await keptOf(shop, payment)).toEqual({
      leader: payment,
      score: 50,
      codes: ['large_amount', 'young_account', 'first_to_seller'],
      outcome: 'check',
      verdict: null,
    })
  })

  test.each([1, 2] as const)('level %i is never looked at', async (level) => {
    const { payment, json } = await payNow(await parties(level), 100_00n)

    expect(json['state']).toBe('held')
    expect(await keptOf(shop, payment)).toBeUndefined()
  })

  test('a small payment to a seller who was paid out before passes, after a day', async () => {
    const sides = await parties()
    await buy(sides, 20_00n)
    const soon = await payNow(sides, 20_00n)
    await shop.advance(hours(24))
    const later = await payNow(sides, 20_00n)
    const other = await payNow({ ...sides, seller: await shop.person() }, 20_00n)

    expect(soon.json['state']).toBe('verifying')
    expect(later.json['state']).toBe('held')
    expect(await keptOf(shop, later.payment)).toMatchObject({
      score: 20,
      codes: ['known_seller', 'young_account'],
      outcome: 'clear',
      verdict: 'cleared',
    })
    expect(other.json['state']).toBe('verifying')
  })

  test('what speaks against it outweighs that', async () => {
    const sides = await parties()
    await buy(sides, 20_00n)
    await shop.advance(hours(24))
    const states = []
    for (let at = 0; at < 4; at += 1) states.push((await payNow(sides, 1_00n)).json['state'])

    expect(states).toEqual(['held', 'held', 'held', 'verifying'])
  })

  test('what the wallet knows of the payer counts, and nothing else does without it', async () => {
    const sides = await parties()
    const metadata = { shipping_country: 'FR' }
    const id = await shop.payment(sides, { amount: amountOf(10_00n), metadata })
    await shop.run(pay(sides.buyer.caller, id, {}, { deviceAge: null, country: 'DE' }))
    const unknown = await shop.payment(sides, { amount: amountOf(10_00n), metadata })
    await shop.run(pay(sides.buyer.caller, unknown, {}))

    expect((await keptOf(shop, id))?.codes).toEqual([
      'young_account',
      'first_to_seller',
      'new_device',
      'shipped_abroad',
    ])
    expect((await keptOf(shop, unknown))?.codes).toEqual(['young_account'])
  })

  test('a checkout is one authorisation: its payments share a score and their first payment', async () => {
    const buyer = await shop.person(0, FUNDS)
    const sellers = [await shop.person(), await shop.person()]
    const made = await shop.run(
      createCheckout(shop.marketplace, {
        buyer: buyer.text,
        payments: sellers.map(({ text: seller }) => ({ seller, amount: amountOf(60_00n) })),
      }),
    )
    await shop.run(payCheckout(buyer.caller, made.id, {}))
    const { rows } = await shop.database.pool.query<{ id: string }>(
      'SELECT id FROM app.payment WHERE checkout_id = $1 ORDER BY id',
      [made.id],
    )
    const kept = await Promise.all(rows.map(({ id }) => keptOf(shop, id)))

    expect(kept.map((one) => [one?.leader, one?.score])).toEqual([
      [rows[0]?.id, 50],
      [rows[0]?.id, 50],
    ])
  })

  test('in a sandbox that approves at once nothing is looked at', async () => {
    const open = await openTestCore({ paymentCheck: 'approve' })
    try {
      const sides = { buyer: await open.person(0, FUNDS), seller: await open.person() }
      const id = await open.paid(sides)

      expect(await keptOf(open, id)).toBeUndefined()
    } finally {
      await open.close()
    }
  })
})

describe('at once', () => {
  /** Both payments were seen by the rules one after the other, in whatever order. */
  async function race(cores: readonly [TestCore['core'], TestCore['core']]) {
    const sides = await parties()
    await buy(sides, 10_00n)
    await shop.advance(hours(24))
    await payNow(sides, 1_00n)
    await payNow(sides, 1_00n)
    const ids = [
      await shop.payment(sides, { amount: amountOf(1_00n) }),
      await shop.payment(sides, { amount: amountOf(1_00n) }),
    ]
    await Promise.all(
      ids.map((id, index) =>
        shop.run(pay(sides.buyer.caller, id, {}), { core: cores[index] ?? cores[0] }),
      ),
    )
    const kept = await Promise.all(ids.map((id) => keptOf(shop, id)))
    return kept.map((one) => one?.outcome).toSorted()
  }

  test('of two payments in one transaction the second sees the first', async () => {
    expect(await race([shop.core, shop.core])).toEqual(['check', 'clear'])
  })

  test('and of two in two processes', async () => {
    expect(await race([shop.core, shop.anotherCore()])).toEqual(['check', 'clear'])
  })
})

describe('how it ends', () => {
  test.each([
    ['approved', (id: string) => approve(shop.operator, id)],
    ['refused', (id: string) => refusePayment(shop.operator, id, { reason: 'No.' })],
    ['cancelled', (id: string) => cancel(shop.marketplace, id, {})],
  ] as const)('%s', async (verdict, command) => {
    const { payment } = await payNow(await parties(), 100_00n)
    await shop.run(command(payment))

    expect(await keptOf(shop, payment)).toMatchObject({ outcome: 'check', verdict })
  })

  test('by the clock, at its instant', async () => {
    const { payment } = await payNow(await parties(), 100_00n)
    await shop.advance(days(1))

    expect(await keptOf(shop, payment)).toMatchObject({ verdict: 'timed_out' })
    const rows = await queryText(
      shop.database.pool,
      `SELECT extract(epoch FROM decided_at - assessed_at)::integer FROM app.payment_check
       WHERE payment_id = $1`,
      [payment],
    )
    expect(rows.map((row) => readRow(row).integer())).toEqual([86_400])
  })

  test('nothing is left open, and the audit would see it', async () => {
    expect(await shop.problems()).toEqual([])
  })
})

describe('the database holds the rules a second time', () => {
  const clears = '[{"code":"known_seller","points":0,"clears":true,"figures":{}}]'
  const insert = async (row: Readonly<Record<string, string | number | null>>) => {
    const { payment } = await payNow(await parties(1), 10_00n)
    const all = {
      leader_id: payment,
      score: 10,
      hits: clears,
      outcome: 'clear',
      verdict: 'cleared',
      assessed_at: '2026-06-01T12:00:00Z',
      decided_at: '2026-06-01T12:00:00Z',
      ...row,
    }
    const names = Object.keys(all)
    await shop.database.pool.query(
      `INSERT INTO app.payment_check (payment_id, ${names.join(', ')})
       VALUES ($1, ${names.map((_, at) => `$${at + 2}`).join(', ')})`,
      [payment, ...Object.values(all)],
    )
  }

  test('what is written as it should be goes in', async () => {
    await expect(insert({})).resolves.toBeUndefined()
  })

  test.each([
    ['a high score that passes', { score: 40 }, 'payment_check_clears'],
    ['what no rule clears and passes', { hits: '[]' }, 'payment_check_clears'],
    ['one that passes and waits', { verdict: null, decided_at: null }, 'payment_check_cleared'],
    ['staff clearing by the rules’ word', { outcome: 'check' }, 'payment_check_cleared'],
    [
      'a verdict without its time',
      { outcome: 'check', verdict: 'approved', decided_at: null },
      'payment_check_decided',
    ],
    [
      'one decided before it was made',
      { decided_at: '2026-05-01T00:00:00Z' },
      'payment_check_order',
    ],
    ['a verdict nobody gives', { outcome: 'check', verdict: 'perhaps' }, 'verdict_check'],
  ])('%s does not', async (_, row, constraint) => {
    await expect(insert(row)).rejects.toThrow(constraint)
  })
})
