import type { CurrencyOverview, DeskFilter, OverviewView } from '@danbao/contracts/console'
import {
  addDuration,
  days,
  type Duration,
  encodeId,
  hours,
  type Instant,
  type Uuid,
} from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as commands from '../commands/index.ts'
import { amountOf, openTestCore, type Parties, type TestCore, type TestPerson } from '../testing.ts'
import { listDeskPayments } from './desk-payments.ts'
import { listDisputes } from './disputes.ts'
import { findPaymentsBy } from './find-by.ts'
import { readOverview } from './overview.ts'

let test: TestCore
let parties: Parties
/** Is checked: nothing is known of them. */
let newcomer: TestPerson

const pay = async (name: string, minor: bigint, rest = {}): Promise<Uuid> =>
  test.paid(parties, { amount: amountOf(minor), reference: `ref-${name}`, ...rest })
const checked = (name: string, seller = parties.seller): Promise<Uuid> =>
  test.paid(
    { buyer: newcomer, seller },
    { amount: amountOf(5_00n, 'EUR'), reference: `ref-${name}` },
  )
const done = async (command: Parameters<TestCore['run']>[0]) => {
  const ran = await test.run(command)
  expect(ran.code).toBeUndefined()
  return ran
}
const ship = async (id: Uuid, tracking?: string): Promise<Uuid> => {
  await done(commands.ship(test.marketplace, id, tracking === undefined ? {} : { tracking }))
  return id
}
const dispute = async (id: Uuid): Promise<Uuid> =>
  (await done(commands.openDispute(parties.buyer.caller, id, { reason: 'damaged' }))).id

const SLOW = { kind: 'cross_border' } as const
let far: Uuid
let claimed: Uuid

// From noon of Monday, 1 June 2026, to noon of Friday, 10 July.
beforeAll(async () => {
  test = await openTestCore({ limits: false })
  const funds = { USD: 10_000_00n, JPY: 1_000_000n }
  parties = { buyer: await test.person(2, funds), seller: await test.person(2, funds) }
  const old = await ship(await pay('old', 10_00n, SLOW))
  far = await ship(await pay('far', 20_00n, SLOW), '0034 0434 16ab')
  claimed = await ship(await pay('claimed', 30_00n))
  await test.advance(days(14))
  await done(commands.confirm(parties.buyer.caller, claimed))
  await test.advance(days(10))
  await dispute(claimed)
  const taken = await dispute(old)
  await test.advance(days(1))
  await done(commands.withdraw(parties.buyer.caller, taken))
  await test.advance(days(12))
  newcomer = await test.person(0, { EUR: 1_000_00n })
  const commission = { basis_points: 1_000 }
  const released = await ship(await pay('released', 40_00n, { commission }))
  await done(commands.confirm(parties.buyer.caller, released))
  await ship(await pay('virtual', 50_00n, { kind: 'virtual' }))
  await dispute(await ship(await pay('disputed', 60_00n)))
  await done(commands.approve(test.operator, await checked('approved')))
  await done(commands.refusePayment(test.operator, await checked('refused'), {}))
  await checked('timed-out')
  await test.advance(days(2))
  await pay('new', 70_00n)
  await pay('yen', 30_000n, { amount: amountOf(30_000n, 'JPY') })
  await checked('waiting')
  await test.payment(parties, { reference: 'ref-unpaid' })
})
afterAll(async () => {
  expect(await test.problems()).toEqual([])
  await test.close()
})

const at = async (later: Duration): Promise<Instant> => addDuration(await test.core.now(), later)
const overview = async (later = hours(0)): Promise<OverviewView> =>
  readOverview(test.database.pool, await at(later))
const dollars = ({ money }: OverviewView): CurrencyOverview => {
  const found = money.find(({ currency }) => currency === 'USD')
  if (found === undefined) throw new Error('there are dollars')
  return found
}
const listed = async (filter: DeskFilter, later = hours(0)): Promise<readonly string[]> => {
  const asked = { filter, now: await at(later), after: undefined, limit: 50 }
  const found = await listDeskPayments(test.database.pool, asked)
  return found.map(({ view }) => view.reference?.slice(4) ?? '').toSorted()
}
const some = <T extends { readonly payments: number }>(all: readonly T[]): readonly T[] =>
  all.filter(({ payments }) => payments > 0)

describe('the overview', () => {
  it('puts the currency first in which most is held, whatever its smallest unit', async () => {
    const { money } = await overview()
    // 30,000 yen are a larger number than 21,000 cents, and less money.
    expect(money.map(({ currency, held }) => [currency, held])).toEqual([
      ['USD', { payments: 5, value: '21000' }],
      ['JPY', { payments: 1, value: '30000' }],
      ['EUR', { payments: 2, value: '1000' }],
    ])
  })

  it('tells what was secured and released on each of the last 30 days', async () => {
    const { days: all } = dollars(await overview())
    expect([all.length, all[0]?.day, all.at(-1)?.day]).toEqual([30, '2026-06-11', '2026-07-10'])
    const busy = all.filter(({ secured, released }) => secured.payments + released.payments > 0)
    expect(busy).toEqual([
      { day: '2026-06-15', secured: sum(0, 0), released: sum(1, 30_00) },
      { day: '2026-07-08', secured: sum(3, 150_00), released: sum(1, 36_00) },
      { day: '2026-07-10', secured: sum(1, 70_00), released: sum(0, 0) },
    ])
  })

  it('tells how long the money that is held has been there', async () => {
    expect(some(dollars(await overview()).ages)).toEqual([
      { age: '0-2', ...sum(3, 180_00) },
      { age: '31', ...sum(2, 30_00) },
    ])
    // The third day of what was paid two days ago is over in 24 hours, and not before.
    const [before, after] = [hours(23), hours(24)]
    expect(some(dollars(await overview(before)).ages)).toHaveLength(2)
    expect(some(dollars(await overview(after)).ages)).toEqual([
      { age: '0-2', ...sum(1, 70_00) },
      { age: '3-7', ...sum(2, 110_00) },
      { age: '31', ...sum(2, 30_00) },
    ])
    expect(await listed({ held: '3-7', currency: 'USD' }, before)).toEqual([])
    expect(await listed({ held: '3-7', currency: 'USD' }, after)).toEqual(['disputed', 'virtual'])
  })

  it('tells what the clock will release, today first', async () => {
    const { due } = dollars(await overview())
    expect(due.map(({ day }) => day)).toEqual([
      '2026-07-10',
      '2026-07-11',
      '2026-07-12',
      '2026-07-13',
      '2026-07-14',
      '2026-07-15',
      '2026-07-16',
      'later',
    ])
    expect(some(due)).toEqual([
      { day: '2026-07-11', ...sum(1, 50_00) },
      { day: 'later', ...sum(2, 30_00) },
    ])
  })

  it('tells how open disputes stand, how old they are, and how many come and go', async () => {
    const { disputes } = await overview()
    expect(some(disputes.states)).toEqual([
      { state: 'awaiting_seller', payments: 1 },
      { state: 'escalated', payments: 1 },
    ])
    expect(some(disputes.ages)).toEqual([
      { age: '0-2', payments: 1 },
      { age: '15-30', payments: 1 },
    ])
    expect([disputes.weeks.length, disputes.weeks[0]?.week]).toEqual([8, '2026-05-18'])
    expect(disputes.weeks.filter(({ opened, closed }) => opened + closed > 0)).toEqual([
      { week: '2026-06-22', opened: 2, closed: 1 },
      { week: '2026-07-06', opened: 1, closed: 0 },
    ])
  })

  it('tells how long checks can wait, and how the last ended', async () => {
    expect(some((await overview()).checks.left)).toEqual([{ hours: '12', payments: 1 }])
    expect(some((await overview(hours(12))).checks.left)).toEqual([{ hours: '12', payments: 1 }])
    expect(some((await overview(hours(13))).checks.left)).toEqual([{ hours: '6-12', payments: 1 }])
    // It is late, and the clock has not come to it.
    expect(some((await overview(hours(25))).checks.left)).toEqual([{ hours: '0-2', payments: 1 }])
    expect(some((await overview()).checks.ended)).toEqual([
      { verdict: 'approved', payments: 1 },
      { verdict: 'refused', payments: 1 },
      { verdict: 'timed_out', payments: 1 },
    ])
  })
})

/** Every figure with the filter that its bar leads to. */
function figuresOf({ money, disputes, checks }: OverviewView): readonly [DeskFilter, number][] {
  return [
    ...money.flatMap(({ currency, days: all, ages, due }): [DeskFilter, number][] => [
      ...all.map(({ day, secured }): [DeskFilter, number] => [
        { currency, paid_on: day },
        secured.payments,
      ]),
      ...all.map(({ day, released }): [DeskFilter, number] => [
        { currency, released_on: day },
        released.payments,
      ]),
      ...ages.map(({ age, payments }): [DeskFilter, number] => [{ currency, held: age }, payments]),
      ...due.map(({ day, payments }): [DeskFilter, number] => [
        { currency, due_on: day },
        payments,
      ]),
    ]),
    ...disputes.states.map(({ state, payments }): [DeskFilter, number] => [
      { dispute: state },
      payments,
    ]),
    ...disputes.ages.map(({ age, payments }): [DeskFilter, number] => [
      { dispute_age: age },
      payments,
    ]),
    ...disputes.weeks.flatMap(({ week, opened, closed }): [DeskFilter, number][] => [
      [{ opened_week: week }, opened],
      [{ closed_week: week }, closed],
    ]),
    ...checks.left.map(({ hours: left, payments }): [DeskFilter, number] => [
      { check_left: left },
      payments,
    ]),
    ...checks.ended.map(({ verdict, payments }): [DeskFilter, number] => [
      { check: verdict },
      payments,
    ]),
  ]
}

describe('the list behind a figure', () => {
  it.each([0, 13, 24])('has exactly its payments, also %i hours on', async (count) => {
    const later = hours(count)
    const figures = figuresOf(await overview(later))
    expect(figures.length).toBeGreaterThan(200)
    for (const [filter, payments] of figures) {
      expect(await listed(filter, later), JSON.stringify(filter)).toHaveLength(payments)
    }
  })

  it.each<[DeskFilter, readonly string[]]>([
    [{ currency: 'USD', held: '31' }, ['far', 'old']],
    [{ currency: 'USD', paid_on: '2026-07-08' }, ['disputed', 'released', 'virtual']],
    [{ currency: 'USD', released_on: '2026-06-15' }, ['claimed']],
    [{ due_on: '2026-07-11' }, ['virtual']],
    [{ due_on: 'later' }, ['far', 'old']],
    [{ dispute: 'escalated' }, ['claimed']],
    [{ dispute: 'escalated', dispute_age: '0-2' }, []],
    [{ dispute_age: '15-30' }, ['claimed']],
    [{ opened_week: '2026-06-22' }, ['claimed', 'old']],
    [{ closed_week: '2026-06-22' }, ['old']],
    [{ check_left: '12' }, ['waiting']],
    [{ check: 'timed_out' }, ['timed-out']],
    [{ state: 'shipped', held: '0-2' }, ['virtual']],
    [{ state: 'requires_payment' }, ['unpaid']],
    [{ currency: 'JPY' }, ['yen']],
  ])('%j: %j', async (filter, names) => {
    expect(await listed(filter)).toEqual(names)
  })

  it('is of one marketplace, and goes on where it ended', async () => {
    const other = await test.addMarketplace('Second')
    const of = (id: Uuid): DeskFilter => ({ marketplace: encodeId('mkt', id) })
    expect(await listed(of(other.marketplaceId))).toEqual([])
    const all = await listed(of(test.marketplace.marketplaceId))
    const [filter, now] = [of(test.marketplace.marketplaceId), await at(hours(0))]
    const read = async (after: Uuid | undefined) =>
      listDeskPayments(test.database.pool, { filter, now, after, limit: 8 })
    const first = await read(undefined)
    expect(first).toHaveLength(9)
    const rest = await read(first[7]?.id)
    const seen = [...first.slice(0, 8), ...rest].map(({ view }) => view.reference?.slice(4))
    expect(seen.toSorted()).toEqual(all)
  })
})

describe('the search', () => {
  const find = async (text: string) =>
    (await findPaymentsBy(test.database.pool, text)).map(({ by, payments }) => [
      by,
      payments.map(({ reference }) => reference),
    ])

  it('finds what somebody has in their hand', async () => {
    expect(await find(encodeId('pay', far))).toEqual([['payment', ['ref-far']]])
    expect(await find('ref-far')).toEqual([['reference', ['ref-far']]])
    expect(await find('00340434 16AB')).toEqual([['tracking', ['ref-far']]])
    const { data } = JSON.parse(await disputesOf(claimed))
    expect(await find(data[0].id)).toEqual([['dispute', ['ref-claimed']]])
    const checkout = await done(
      commands.createCheckout(test.marketplace, {
        payments: [
          { amount: amountOf(1_00n), seller: parties.seller.text, reference: 'part-1' },
          { amount: amountOf(2_00n), seller: parties.seller.text, reference: 'part-2' },
        ],
        reference: 'order-7',
      }),
    )
    const both = [['checkout', ['part-2', 'part-1']]]
    expect(await find(encodeId('chk', checkout.id))).toEqual(both)
    expect(await find('order-7')).toEqual(both)
  })

  it('finds nothing by half a reference, or what is nobody’s', async () => {
    for (const text of ['ref', 'ref-%', '%', encodeId('pay', claimed.replace(/^./, 'f'))]) {
      expect(await find(text), text).toEqual([])
    }
  })
})

async function disputesOf(id: Uuid): Promise<string> {
  const asked = { payment: encodeId('pay', id) }
  const found = await listDisputes(test.database.pool, test.operator, asked)
  return found.ok ? found.value : ''
}

function sum(payments: number, minor: number): { payments: number; value: string } {
  return { payments, value: String(minor) }
}
