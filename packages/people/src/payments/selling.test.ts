import type { SellingView } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import { amountOf, type Parties, type TestPerson } from '@danbao/core/testing'
import { addDuration, days, formatInstant } from '@danbao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NO_INPUT, openTestPeople, type TestPeople, visitorOf } from '../testing.ts'
import { createPaymentHandlers } from './handlers.ts'

let people: TestPeople
let handlers: ReturnType<typeof createPaymentHandlers>
let parties: Parties
beforeAll(async () => {
  people = await openTestPeople({ paymentCheck: 'approve' })
  handlers = createPaymentHandlers(people.deps)
  parties = {
    buyer: await people.person(2, { USD: 900_00n, JPY: 90_000n }),
    seller: await people.person(1),
  }
})
afterAll(() => people.close())

async function selling(of: Pick<TestPerson, 'id'>): Promise<SellingView> {
  const answer = await handlers.getSelling(visitorOf(of), NO_INPUT)
  if (!answer.ok) throw new Error(answer.refusal.detail)
  return answer.value.body
}

async function dayIn(count: number): Promise<string> {
  return formatInstant(addDuration(await people.deps.now(), days(count))).slice(0, 10)
}

it('tells a seller what to do and what money comes when, after commission', async () => {
  const { buyer, seller } = parties
  const commission = { basis_points: 333 }
  const paid = (minor: bigint, code = 'USD') =>
    people.paid(parties, { amount: amountOf(minor, code), commission })
  const [, shipped, delivered, disputed, yen, closed] = [
    await paid(10_01n),
    await paid(20_05n),
    await paid(40_00n),
    await paid(8_00n),
    await paid(5_000n, 'JPY'),
    await paid(70_00n),
  ]
  for (const sent of [shipped, delivered, disputed, yen, closed]) {
    await people.run(commands.ship(seller.caller, sent, {}))
  }
  await people.run(commands.deliver(people.marketplace, delivered))
  await people.run(commands.openDispute(buyer.caller, disputed, { reason: 'damaged' }))
  await people.run(commands.confirm(buyer.caller, closed))
  await people.run(commands.refund(seller.caller, shipped, { amount: amountOf(5_05n) }))

  const { to_ship, ...shown } = await selling(seller)
  expect(to_ship.count).toBe(1)
  expect(to_ship.first_due?.slice(0, 10)).toBe(await dayIn(7))
  expect(shown).toMatchObject({
    disputed: 1,
    expected: [
      {
        currency: 'JPY',
        undated: amountOf(0n, 'JPY'),
        // 166.5 yen of commission, half-even: 166.
        days: [{ day: await dayIn(15), amount: amountOf(4_834n, 'JPY') }],
      },
      {
        currency: 'USD',
        // 10.01 less 0.33, and 8.00 less 0.27.
        undated: amountOf(17_41n),
        days: [
          { day: await dayIn(3), amount: amountOf(38_67n) },
          // What is left of 20.05 after the refund.
          { day: await dayIn(15), amount: amountOf(14_50n) },
        ],
      },
    ],
  })

  await people.advance(days(4))
  const later = (await selling(seller)).expected.find(({ currency }) => currency === 'USD')
  expect(later?.days).toHaveLength(1)
  expect(await selling(buyer)).toMatchObject({
    to_ship: { count: 0, first_due: null },
    expected: [],
  })
})
