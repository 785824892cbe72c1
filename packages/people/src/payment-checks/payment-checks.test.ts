import type { DecideCheckRequest, PaymentCheckCase } from '@danbao/contracts/console'
import { changeAccount, commands, createCore } from '@danbao/core'
import { amountOf, type TestPerson, uuidOf } from '@danbao/core/testing'
import { encodeId, hours, newUuid, systemClock, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createPeople, type People } from '../people.ts'
import { auditOf, bodyOf, codeOf, column, makeStaff, type TestStaff } from '../staff/testing.ts'
import {
  openTestPeople,
  queuedMessages,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '../testing.ts'
import { insertDecision } from './store.ts'

let shop: TestPeople
let people: People
let seller: TestPerson
let reviewer: TestStaff
beforeAll(async () => {
  shop = await openTestPeople()
  people = createPeople(shop.deps)
  seller = await shop.person(1)
  reviewer = await makeStaff(shop, 'reviewer')
})
afterAll(async () => {
  expect(await shop.problems()).toEqual([])
  await shop.close()
})

const made = z.object({ id: z.string(), payments: z.array(z.object({ id: z.string() })) })

interface Bought {
  readonly buyer: Registered
  /** The first payment. */
  readonly id: Uuid
  readonly texts: readonly string[]
}

/** A newcomer has paid a checkout; staff find it in their queue. */
async function bought(minors: readonly bigint[] = [40_00n], coupon = 0n): Promise<Bought> {
  const buyer = await shop.registered()
  const ran = await shop.run(
    commands.createCheckout(shop.marketplace, {
      payments: minors.map((minor) => ({
        amount: amountOf(minor),
        seller: seller.text,
        coupon: amountOf(coupon),
        metadata: { shipping_country: 'FR' },
      })),
    }),
  )
  const checkout = made.parse(ran.json)
  const payments = checkout.payments.map(({ id }) => id)
  const total = minors.reduce((sum, minor) => sum + minor - coupon, 0n)
  const none = { params: undefined, query: undefined }
  bodyOf(
    await people.wallet.topUpAtOnce(buyer.visitor, {
      ...none,
      body: { key: newUuid(), amount: amountOf(500_00n) },
    }),
  )
  const authorisation = {
    by: 'payment_password',
    payment_password: TEST_PAYMENT_PASSWORD,
  } as const
  bodyOf(
    await people.wallet.payCheckout(buyer.visitor, {
      params: { id: uuidOf(checkout.id) },
      query: undefined,
      body: { key: newUuid(), total: amountOf(total), payments, authorisation },
    }),
  )
  await people.runDue()
  return { buyer, id: uuidOf(payments[0]), texts: payments }
}

const look = async (id: Uuid, who = reviewer): Promise<PaymentCheckCase> =>
  bodyOf(
    await people.console.getPaymentCheck(who.visitor, {
      params: { id },
      query: undefined,
      body: undefined,
    }),
  )

interface How {
  readonly who?: TestStaff
  readonly payments?: readonly string[]
}

const decide = (
  { id, texts }: Pick<Bought, 'id' | 'texts'>,
  decision: DecideCheckRequest['decision'],
  { who = reviewer, payments = texts }: How = {},
) =>
  people.console.decidePaymentCheck(who.visitor, {
    params: { id },
    query: undefined,
    body: { decision, reason: 'The name is strange.', payments: [...payments] },
  })

const subjectsOf = async (who = reviewer): Promise<readonly string[]> => {
  const input = { params: undefined, query: { kind: 'payment_check' as const }, body: undefined }
  return bodyOf(await people.console.listQueue(who.visitor, input)).data.map(
    ({ subject }) => subject,
  )
}

const stateOf = async (id: Uuid): Promise<string | undefined> =>
  (await column(shop, 'SELECT state FROM app.payment WHERE id = $1', [id]))[0]

const mailsTo = async ({ buyer }: Bought): Promise<readonly string[]> =>
  (await queuedMessages(shop, buyer.email)).map(({ subject }) => subject)

describe('the queue', () => {
  test('has a case for what waits, until the payment’s own time', async () => {
    const one = await bought()
    const listed = bodyOf(
      await people.console.listQueue(reviewer.visitor, {
        params: undefined,
        query: {},
        body: undefined,
      }),
    )
    const found = listed.data.find(({ subject }) => subject === encodeId('pay', one.id))

    expect(found).toMatchObject({
      kind: 'payment_check',
      overdue: false,
      person: { id: encodeId('acc', one.buyer.id), initials: 'AE', level: 0 },
      stakes: [amountOf(40_00n)],
    })
    expect(Date.parse(found?.due_at ?? '') - Date.parse(found?.opened_at ?? '')).toBe(hours(24))
    expect(listed.counts.payment_check).toBeGreaterThan(0)
  })

  test('has one case for all that was paid together, however often and where it is looked', async () => {
    const { id, texts } = await bought([20_00n, 30_00n])
    const other = createPeople({ ...shop.deps, core: shop.anotherCore() })
    await Promise.all([people.runDue(), other.runDue(), people.runDue()])

    expect(texts).toHaveLength(2)
    expect((await subjectsOf()).filter((one) => texts.includes(one))).toEqual([encodeId('pay', id)])
  })

  test('catches up with what happened while nobody ran', async () => {
    const [a, b] = [await bought(), await bought()]
    await shop.database.pool.query(
      `DELETE FROM people.staff_case WHERE subject_id = ANY($1::uuid[])`,
      [[a.id]],
    )
    await shop.run(commands.cancel(shop.marketplace, b.id, {}))
    await people.runDue()
    const subjects = await subjectsOf()

    expect(subjects).toContain(encodeId('pay', a.id))
    expect(subjects).not.toContain(encodeId('pay', b.id))
  })

  test('stays while something of it waits', async () => {
    const { id, texts } = await bought([20_00n, 30_00n])
    await shop.run(commands.cancel(shop.marketplace, id, {}))
    await people.runDue()
    const shown = await look(id)

    expect(shown.case).not.toBeNull()
    expect(shown.payments.map(({ ended }) => ended)).toEqual(['cancelled', null])
    expect(shown.waiting.total).toEqual(amountOf(30_00n))
    await shop.run(commands.cancel(shop.marketplace, uuidOf(texts[1]), {}))
    await people.runDue()
    expect((await look(id)).case).toBeNull()
  })

  test.each([
    [
      'the buyer cancels',
      (id: Uuid, buyer: Uuid) =>
        shop.run(commands.cancel({ kind: 'person', personId: buyer }, id, {})),
    ],
    ['an operator approves elsewhere', (id: Uuid) => shop.run(commands.approve(shop.operator, id))],
    ['the clock gives the money back', () => shop.advance(hours(24))],
  ] as const)('the case is gone when %s', async (_, end) => {
    const { id, buyer } = await bought()
    await end(id, buyer.id)
    await people.runDue()

    expect(await subjectsOf()).not.toContain(encodeId('pay', id))
    expect((await look(id)).payments[0]?.ended).not.toBeNull()
  })

  test('is that of reviewers', async () => {
    await bought()

    expect(await subjectsOf(await makeStaff(shop, 'arbiter'))).toEqual([])
    expect((await subjectsOf(await makeStaff(shop, 'administrator'))).length).toBeGreaterThan(0)
  })
})

describe('the case', () => {
  test('shows the buyer, the payments, and why they wait', async () => {
    const { id, buyer } = await bought([60_00n, 60_00n], 10_00n)
    const shown = await look(id)

    expect(shown).toMatchObject({
      buyer: {
        id: encodeId('acc', buyer.id),
        level: 0,
        country: 'DE',
        payments: 0,
        disputes: 0,
        wallet: { email: buyer.email },
      },
      marketplace: 'First',
      threshold: 40,
      waiting: {
        total: amountOf(120_00n),
        to_buyer: amountOf(100_00n),
        to_promotions: amountOf(20_00n),
      },
      asked: null,
      decided: null,
    })
    expect(shown.hits.map(({ code }) => code)).toEqual([
      'large_amount',
      'young_account',
      'first_to_seller',
      'new_device',
      'shipped_abroad',
    ])
    expect(shown.score).toBe(85)
    expect(shown.hits[4]?.figures).toEqual({ country: 'DE', other: 'FR' })
    expect(shown.hits[0]?.figures).toEqual({ amount: amountOf(100_00n) })
    expect(await auditOf(shop, reviewer.id)).toContain('payment_check.viewed')
  })

  test('is not there for a payment that never waited', async () => {
    const input = { params: { id: newUuid() }, query: undefined, body: undefined }

    expect(codeOf(await people.console.getPaymentCheck(reviewer.visitor, input))).toBe('not_found')
  })
})

describe('a decision', () => {
  test('approve: the money is held for the sellers', async () => {
    const who = await makeStaff(shop, 'reviewer')
    const one = await bought([20_00n, 30_00n])
    const after = bodyOf(await decide(one, 'approve', { who }))

    expect(after.payments.map(({ ended }) => ended)).toEqual(['approved', 'approved'])
    expect(after.payments.map(({ payment }) => payment.state)).toEqual(['held', 'held'])
    expect(after).toMatchObject({
      case: null,
      decided: { decision: 'approve', by: { id: who.text } },
    })
    expect(await auditOf(shop, who.id)).toEqual(['payment_check.approved'])
  })

  test('refuse: the money is back, and the buyer reads why', async () => {
    const one = await bought()
    const after = bodyOf(await decide(one, 'refuse'))
    const [mail] = await queuedMessages(shop, one.buyer.email)

    expect(after.payments[0]).toMatchObject({
      ended: 'refused',
      payment: { state: 'cancelled', reason: 'The name is strange.' },
    })
    expect(mail?.subject).toBe('Your payment was refused, the money is back')
    expect(mail?.text).toContain('The name is strange.')
    expect(mail?.text).toContain('40.00')
  })

  test('ask for the identity: it goes on waiting, and is approved with the identity', async () => {
    const one = await bought()
    const asked = bodyOf(await decide(one, 'ask_identity'))
    await people.runDue()

    expect(asked.asked).toMatchObject({ by: { id: reviewer.text }, words: 'The name is strange.' })
    expect(asked.case).not.toBeNull()
    expect(await stateOf(one.id)).toBe('verifying')
    const mail = (await queuedMessages(shop, one.buyer.email)).find(({ subject }) =>
      subject.includes('waits for your identity'),
    )
    expect(mail?.text).toContain('http://localhost:8080/wallet/identity')
    await changeAccount(shop.deps.pool, one.buyer.id, { level: 2 })
    await people.runDue()
    expect(await stateOf(one.id)).toBe('held')
    expect((await look(one.id)).case).toBeNull()
  })

  test('what was asked for and never came ends by the clock', async () => {
    const one = await bought()
    await decide(one, 'ask_identity')
    await shop.advance(hours(24))
    await people.runDue()
    await changeAccount(shop.deps.pool, one.buyer.id, { level: 2 })
    await people.runDue()

    expect(await stateOf(one.id)).toBe('cancelled')
    const sql = 'SELECT state FROM people.payment_decision WHERE leader_id = $1'
    expect(await column(shop, sql, [one.id])).toEqual(['overtaken'])
  })

  test('can follow upon what was asked, once', async () => {
    const one = await bought()
    await decide(one, 'ask_identity')

    expect(codeOf(await decide(one, 'ask_identity'))).toBe('wrong_state')
    expect(bodyOf(await decide(one, 'refuse')).decided?.decision).toBe('refuse')
    expect(codeOf(await decide(one, 'approve'))).toBe('wrong_state')
  })

  test('is not made on what changed since it was looked at', async () => {
    const one = await bought([20_00n, 30_00n])
    await shop.run(commands.cancel(shop.marketplace, one.id, {}))

    expect(codeOf(await decide(one, 'approve'))).toBe('wrong_state')
    expect(bodyOf(await decide(one, 'approve', { payments: one.texts.slice(1) })).case).toBeNull()
  })

  test('is that of whoever has the case, and of two at once one is made', async () => {
    const one = await bought()
    const others = await makeStaff(shop, 'reviewer')
    const codes = await Promise.all([
      decide(one, 'approve').then(codeOf),
      decide(one, 'refuse', { who: others }).then(codeOf),
    ])

    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(['case_taken', 'wrong_state']).toContain(codes.find((code) => code !== undefined))
  })

  test('that was kept and not carried out is carried out, once, with its mail', async () => {
    const one = await bought()
    const now = await shop.deps.now()
    await insertDecision(shop.deps.pool, {
      leaderId: one.id,
      decision: 'refuse',
      reason: 'It stopped here.',
      staffId: reviewer.id,
      at: now,
    })
    const core = createCore({ database: shop.database, clock: systemClock() })
    const other = createPeople({ ...shop.deps, core })
    await Promise.all([people.runDue(), other.runDue()])
    await core.close()

    expect(await stateOf(one.id)).toBe('cancelled')
    const refused = (await mailsTo(one)).filter((subject) => subject.includes('refused'))
    expect(refused).toHaveLength(1)
  })

  test('comes too late where the buyer was faster, and says so in the case', async () => {
    const one = await bought()
    await insertDecision(shop.deps.pool, {
      leaderId: one.id,
      decision: 'refuse',
      reason: 'Too late.',
      staffId: reviewer.id,
      at: await shop.deps.now(),
    })
    await shop.run(commands.cancel(shop.marketplace, one.id, {}))
    await people.runDue()

    expect((await look(one.id)).payments[0]?.ended).toBe('cancelled')
    expect((await mailsTo(one)).filter((subject) => subject.includes('refused'))).toEqual([])
  })

  test('nobody can be asked who has no wallet here', async () => {
    const buyer = await shop.person(0, { USD: 100_00n })
    const id = await shop.paid({ buyer, seller }, { amount: amountOf(10_00n) })
    await people.runDue()
    const one = { id, texts: [encodeId('pay', id)] }

    expect((await look(id)).buyer).toMatchObject({ wallet: null, devices: [], country: null })
    expect(codeOf(await decide(one, 'ask_identity'))).toBe('not_allowed')
    expect(bodyOf(await decide(one, 'approve')).case).toBeNull()
  })
})

test('the checkout’s page tells whether it would wait, by the same rules', async () => {
  const one = await bought([10_00n])
  await decide(one, 'approve')
  await shop.run(commands.ship(shop.marketplace, one.id, {}))
  await shop.run(commands.confirm({ kind: 'person', personId: one.buyer.id }, one.id))
  await shop.advance(hours(24 * 8))
  const willWait = async (minor: bigint): Promise<boolean | undefined> => {
    const payment = { amount: amountOf(minor), seller: seller.text }
    const ran = await shop.run(commands.createCheckout(shop.marketplace, { payments: [payment] }))
    const shown = await people.wallet.getCheckout(one.buyer.visitor, {
      params: { id: uuidOf(made.parse(ran.json).id) },
      query: undefined,
      body: undefined,
    })
    return bodyOf(shown).viewer?.will_be_checked
  }

  expect([await willWait(20_00n), await willWait(20_01n)]).toEqual([false, true])
})
