import { changeAccount, commands } from '@danbao/core'
import { amountOf, type TestPerson, uuidOf } from '@danbao/core/testing'
import { hours, milliseconds, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openSession } from '../base/sessions.ts'
import { createPeople, type People } from '../people.ts'
import { mailedResetToken } from '../recovery/testing.ts'
import { expectBody, giveQuestions, TEST_ANSWERS } from '../settings/testing.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  TEST_VISITOR,
  type TestPeople,
} from '../testing.ts'

let test: TestPeople
let people: People
let seller: TestPerson
let buyer: Registered
beforeAll(async () => {
  test = await openTestPeople()
  people = createPeople(test.deps)
  seller = await test.person(1)
})
beforeEach(async () => {
  buyer = await test.registered()
  await giveQuestions(test, buyer.id)
  const body = { key: newUuid(), amount: amountOf(100_00n) }
  expectBody(await people.wallet.topUpAtOnce(buyer.visitor, { ...plain, body }))
})
afterAll(() => test.close())

const plain = { params: undefined, query: undefined } as const
const made = z.object({ id: z.string(), payments: z.array(z.object({ id: z.string() })) })

async function open(): Promise<{ id: Uuid; payments: string[] }> {
  const payment = { amount: amountOf(40_00n), seller: seller.text }
  const ran = await test.run(
    commands.createCheckout(test.marketplace, {
      payments: [payment],
      return_url: 'https://shop.example/orders/1',
    }),
  )
  const { id, payments } = made.parse(ran.json)
  return { id: uuidOf(id), payments: payments.map((one) => one.id) }
}

async function pay({ id, payments }: { id: Uuid; payments: string[] }): Promise<string> {
  const authorisation = { by: 'payment_password', payment_password: TEST_PAYMENT_PASSWORD } as const
  const paid = await people.wallet.payCheckout(buyer.visitor, {
    params: { id },
    query: undefined,
    body: { key: newUuid(), total: amountOf(40_00n), payments, authorisation },
  })
  return paid.ok ? paid.value.body.state : paid.refusal.code
}

/** In a session of now: a recovery ends those of before. */
async function lookAt(id: Uuid) {
  const { pool } = test.deps
  const owner = { personId: buyer.id }
  const now = await test.deps.now()
  const session = await openSession(pool, { owner, kind: 'full', visit: TEST_VISITOR, now })
  const input = { params: { id }, query: undefined, body: undefined }
  const visitor = { ...buyer.visitor, sessionToken: session.token }
  const { viewer } = expectBody(await people.wallet.getCheckout(visitor, input))
  const [first] = viewer?.sources ?? []
  const available = first?.kind === 'wallet' ? first.available : undefined
  return { spending: viewer?.spending, available }
}

describe('the money of an account that was recovered', () => {
  it('pays nothing for 24 hours, which the page says, and then pays', async () => {
    const token = await mailedResetToken(test, buyer.email)
    const body = { token, answers: TEST_ANSWERS, password: 'seven quiet lanterns drift' }
    expectBody(await people.wallet.resetPassword(TEST_VISITOR, { ...plain, body }))
    const before = await open()
    expect(await pay(before)).toBe('account_resting')
    expect(await lookAt(before.id)).toEqual({ spending: 'resting', available: amountOf(100_00n) })
    await test.advance(milliseconds(hours(24) - 1))
    const meanwhile = await open()
    expect(await pay(meanwhile)).toBe('account_resting')
    await test.advance(milliseconds(1))
    expect(await pay(meanwhile)).toBe('paid')
    expect(await test.problems()).toEqual([])
  })
})

describe('the wallet of a frozen account', () => {
  it('pays nothing, which the page says, and takes refunds', async () => {
    const earlier = await open()
    expect(await pay(earlier)).toBe('paid')
    const frozenAt = await test.deps.now()
    await changeAccount(test.deps.pool, buyer.id, { frozenAt })
    const later = await open()
    expect(await pay(later)).toBe('account_frozen')
    const [payment = ''] = earlier.payments
    const cancelled = await test.run(commands.cancel(test.marketplace, uuidOf(payment), {}))
    expect(cancelled.code).toBeUndefined()
    expect(await lookAt(later.id)).toEqual({ spending: 'frozen', available: amountOf(100_00n) })
    expect(await test.problems()).toEqual([])
  })
})
