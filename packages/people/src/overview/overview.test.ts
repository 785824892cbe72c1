import { balancesView } from '@danbao/contracts'
import type { HomeView } from '@danbao/contracts/wallet'
import { commands, queries } from '@danbao/core'
import { amountOf, type Parties, type TestPerson } from '@danbao/core/testing'
import { days, encodeId } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NO_INPUT, openTestPeople, type TestPeople, visitorOf } from '../testing.ts'
import { createOverviewHandlers } from './index.ts'
import { nextStep } from './levels.ts'

let people: TestPeople
let handlers: ReturnType<typeof createOverviewHandlers>
let parties: Parties
beforeAll(async () => {
  people = await openTestPeople({ paymentCheck: 'approve' })
  handlers = createOverviewHandlers(people.deps)
  parties = {
    buyer: await people.person(1, { USD: 900_00n, EUR: 50_00n }),
    seller: await people.person(1),
  }
})
afterAll(() => people.close())

async function home(of: Pick<TestPerson, 'id'>): Promise<HomeView> {
  const answer = await handlers.getHome(visitorOf(of), NO_INPUT)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body
}

async function levels(of: Pick<TestPerson, 'id'>) {
  const answer = await handlers.getLevels(visitorOf(of), NO_INPUT)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body
}

/** The balances of an instant, as the API tells them. */
async function balancesAt(id: string, at: string) {
  const now = await people.deps.now()
  const answer = await queries.getBalances(people.deps.pool, people.operator, { id, at, now })
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return balancesView.parse(JSON.parse(answer.value)).balances
}

describe('the home of somebody', () => {
  it('without money is empty, and says so', async () => {
    const { id, visitor: who } = await people.registered()
    expect(await home({ id })).toMatchObject({ level: 0, balances: [], activity: [], history: [] })
    expect(who.personId).toBe(id)
  })

  it('shows balances, what happened last with whom, and 30 days that agree with the books', async () => {
    const { buyer, seller } = parties
    const open = await people.paid(parties, { amount: amountOf(40_00n), description: 'A lamp' })
    await people.run(commands.ship(seller.caller, open, {}))
    await people.advance(days(2))
    const coupon = { coupon: amountOf(10_00n), commission: { basis_points: 500 } }
    const closed = await people.paid(parties, coupon)
    await people.advance(days(3))
    await people.run(commands.ship(seller.caller, closed, {}))
    const part = { amount: amountOf(30_00n) }
    await people.run(commands.refund(seller.caller, closed, part))
    await people.advance(days(1))
    await people.run(commands.confirm(buyer.caller, closed))
    await people.advance(days(1))

    const shown = await home(buyer)
    expect(shown.balances.find(({ currency }) => currency === 'USD')).toMatchObject({
      available: { value: '79700' },
      held: { value: '4000' },
    })
    expect(shown.activity[0]).toMatchObject({
      code: 'refund',
      book: 'wallet',
      change: { value: '2700', currency: 'USD' },
      subject: encodeId('pay', closed),
      counterpart: 'Person',
    })
    expect(shown.activity.map(({ occurred_at }) => occurred_at)).toEqual(
      shown.activity
        .map(({ occurred_at }) => occurred_at)
        .toSorted()
        .toReversed(),
    )
    expect(shown.activity).toContainEqual(
      expect.objectContaining({ subject: encodeId('pay', open), description: 'A lamp' }),
    )
    for (const who of [buyer, seller]) await expectDaysAgree(who)
  })

  it('does not hold what is older than the last lines and days', async () => {
    await people.advance(days(2))
    for (let count = 0; count < 21; count += 1) {
      const request = { account: parties.buyer.text, amount: amountOf(1n, 'EUR') }
      await people.run(commands.topUp(people.marketplace, request))
    }
    const { activity, history } = await home(parties.buyer)
    expect(activity).toHaveLength(20)
    expect(activity.every(({ code }) => code === 'top_up')).toBe(true)
    expect(activity[0]?.subject).toMatch(/^top_/)
    expect(history.map(({ points }) => points.length)).toEqual([30, 30])
  })
})

async function expectDaysAgree({ id }: TestPerson): Promise<void> {
  const { history, balances } = await home({ id })
  expect(history.map(({ currency }) => currency)).toEqual(balances.map(({ currency }) => currency))
  for (const { currency, points } of history) {
    expect(points).toHaveLength(30)
    for (const { day, ...point } of points) {
      const then = await balancesAt(id, `${day}T23:59:59.999Z`)
      const found = then.find((balance) => balance.currency === currency)
      expect({ day, ...point }).toEqual({
        day,
        available: found?.available.value ?? '0',
        held: found?.held.value ?? '0',
        proceeds: found?.proceeds.value ?? '0',
      })
    }
  }
}

describe('levels', () => {
  it('show what each allows and what is used, as payments are decided', async () => {
    const shown = await levels(parties.buyer)
    expect(shown).toMatchObject({
      level: 1,
      card: { available: false },
      identity: { available: true, state: null },
      next: 'check_identity',
      spending: 'open',
    })
    // 40 held, and of the 90 paid with a coupon of 10 what was not refunded: 63.
    expect(shown.levels).toMatchObject([
      { level: 0, given_by: 'email', over: 'always', used: { value: '10300', currency: 'USD' } },
      { level: 1, given_by: 'card', per_payment: { value: '100000' }, left: { value: '1489700' } },
      { level: 2, given_by: 'identity', in_all: { value: '10000000' }, over: 'year' },
    ])
  })

  it('say what to do next', async () => {
    const at = { now: await people.deps.now(), takesCards: false }
    const none = { state: null, isOpen: false, expiresOn: null }
    expect(nextStep(0, none, at)).toBe('check_identity')
    expect(nextStep(0, none, { ...at, takesCards: true })).toBe('verify_card')
    expect(nextStep(1, none, { ...at, takesCards: true })).toBe('check_identity')
    expect(nextStep(0, { ...none, state: 'submitted', isOpen: true }, at)).toBe('wait')
    const asked = { ...none, state: 'more_needed', isOpen: true } as const
    expect(nextStep(0, asked, at)).toBe('answer_staff')
    const begun = { ...none, state: 'to_confirm', isOpen: true } as const
    expect(nextStep(0, begun, at)).toBe('continue_identity')
    expect(nextStep(2, { ...none, state: 'approved' }, at)).toBe('nothing')
    expect(nextStep(2, { ...none, expiresOn: '2026-07-01' }, at)).toBe('renew')
  })
})
