import type { Amount, Refusal } from '@danbao/contracts'
import { audit, charges, commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import {
  decodeId,
  encodeId,
  hours,
  invariant,
  minutes,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Reply } from '../base/handling.ts'
import { createCardHandlers, takeCardEvent } from '../cards/index.ts'
import { createPaperProcessor, type PaperProcessor } from '../cards/paper-processor.ts'
import { createCheckoutHandlers } from '../checkout/index.ts'
import { callerOf } from '../payments/index.ts'
import {
  openTestPeople,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '../testing.ts'
import { advanceCharge, runDueCharges } from './index.ts'

const TOTAL = 150_00n
const RIGHT = { by: 'payment_password', payment_password: TEST_PAYMENT_PASSWORD } as const

let people: TestPeople
let deps: TestPeople['deps']
let processor: PaperProcessor
let checkout: ReturnType<typeof createCheckoutHandlers>
let cards: ReturnType<typeof createCardHandlers>
let anna: Registered
let seller: Registered
let card: string
beforeAll(async () => {
  people = await openTestPeople({ paymentCheck: 'approve' })
  seller = await people.registered()
})
afterAll(() => people.close())
beforeEach(async () => {
  processor = createPaperProcessor()
  deps = { ...people.deps, cards: processor }
  checkout = createCheckoutHandlers(deps)
  cards = createCardHandlers(deps)
  anna = await people.registered()
  card = await linkCard(anna)
})
afterEach(async () => {
  // Whatever went wrong on the way: nothing waits for ever, and nothing held is forgotten.
  processor.away = false
  await people.advance(hours(30))
  await runDueCharges(deps)
  await runDueCharges(deps)
  expect(await charges.listDueCharges(deps.pool, await deps.now())).toEqual([])
  expect(processor.charged.filter(({ state }) => state === 'authorised')).toEqual([])
  expect((await audit(deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})

const on = (id: Uuid) => ({ params: { id }, query: undefined, body: undefined })
function body<T>(result: Result<Reply<T>, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value.body
}
function code(result: Result<unknown, Refusal>): string {
  return result.ok ? 'done' : result.refusal.code
}

async function linkCard({ visitor }: Registered): Promise<string> {
  const input = { params: undefined, query: undefined, body: {} }
  body(await cards.startCardSetup(visitor, input))
  const setup = processor.setups.at(-1)?.id ?? ''
  processor.verify(setup, { fingerprint: setup })
  const linked = body(await cards.finishCardSetup(visitor, on(setup))).card
  invariant(linked !== null, 'the card was verified')
  return linked.id
}

const made = z.object({ id: z.string(), payments: z.array(z.object({ id: z.string() })) })

interface Order {
  readonly id: Uuid
  readonly payments: readonly string[]
}

async function order(): Promise<Order> {
  const payments = [{ amount: amountOf(TOTAL), seller: encodeId('acc', seller.id) }]
  const { json } = await people.run(commands.createCheckout(people.marketplace, { payments }))
  const { id, payments: parts } = made.parse(json)
  const decoded = decodeId('chk', id)
  invariant(decoded.ok, 'the core tells ids')
  return { id: decoded.value, payments: parts.map((part) => part.id) }
}

interface Wish {
  readonly key?: string
  readonly byCard?: bigint
  readonly card?: string
}

function pay(
  { id, payments }: Order,
  { key = newUuid(), byCard = TOTAL, card: wanted = card }: Wish = {},
) {
  const asked = { key, total: amountOf(TOTAL), payments: [...payments], authorisation: RIGHT }
  return checkout.payCheckout(anna.visitor, {
    params: { id },
    query: undefined,
    body: { ...asked, card: { id: wanted, amount: amountOf(byCard) } },
  })
}

const look = async ({ id }: Order) => body(await checkout.getCheckout(anna.visitor, on(id)))
const goOn = ({ id }: Order) => checkout.advanceCharge(anna.visitor, on(id))
const states = () => processor.charged.map(({ state }) => state)

async function topUp(minor: bigint): Promise<void> {
  const account = encodeId('acc', anna.id)
  await people.run(
    commands.topUp(callerOf({ personId: anna.id }), { account, amount: amountOf(minor) }),
  )
}

async function inWallet(): Promise<Amount['value']> {
  const sql = `SELECT balance FROM ledger.account
    WHERE code = 'wallet' AND left(id::text, 32) = left($1, 32)`
  const [row] = await queryText(deps.pool, sql, [anna.id])
  return String(row?.[0] ?? '0')
}

describe('a card that its bank agrees to', () => {
  it('pays, and is taken from only when the money is in escrow', async () => {
    const bought = await order()
    const paid = body(await pay(bought))
    expect(paid).toMatchObject({ state: 'paid', payments: [{ state: 'held' }] })
    expect(processor.charged).toMatchObject([{ amount: TOTAL, state: 'captured' }])
    expect(await inWallet()).toBe('0')
  })

  it('pays what the wallet does not hold', async () => {
    await topUp(40_00n)
    const bought = await order()
    const { viewer } = await look(bought)
    expect(viewer?.sources).toMatchObject([
      { kind: 'wallet', usable: false },
      { kind: 'card', by_card: { value: '15000' }, by_wallet: { value: '0' } },
      { kind: 'card', by_card: { value: '11000' }, by_wallet: { value: '4000' } },
    ])
    expect(body(await pay(bought, { byCard: 110_00n })).state).toBe('paid')
    expect(await inWallet()).toBe('0')
    expect(processor.charged).toMatchObject([{ amount: 110_00n, state: 'captured' }])
  })

  it('pays once, however often the button is pressed', async () => {
    const bought = await order()
    const key = newUuid()
    const all = await Promise.all([
      pay(bought, { key }),
      pay(bought, { key }),
      pay(bought, { key }),
    ])
    expect(all.map(code)).toEqual(['done', 'done', 'done'])
    expect(code(await pay(bought, { key }))).toBe('done')
    expect(states()).toEqual(['captured'])
  })

  it('is asked anew by the same button, after a no', async () => {
    processor.bank = 'no_money'
    const bought = await order()
    const key = newUuid()
    expect(code(await pay(bought, { key }))).toBe('card_declined')
    processor.bank = 'agrees'
    expect(body(await pay(bought, { key })).state).toBe('paid')
    expect(states()).toEqual(['declined', 'captured'])
  })

  it('is let go when the order was cancelled while the bank was asked', async () => {
    processor.bank = 'asks'
    const bought = await order()
    body(await pay(bought))
    const [payment = ''] = bought.payments
    const decoded = decodeId('pay', payment)
    invariant(decoded.ok, 'the core tells ids')
    await people.run(commands.cancel(people.marketplace, decoded.value, {}))
    processor.confirm(true)
    expect(code(await goOn(bought))).toBe('wrong_state')
    expect(states()).toEqual(['cancelled'])
    expect(await inWallet()).toBe('0')
  })

  it('pays no more than is to be paid, and only in its currency', async () => {
    const bought = await order()
    expect(code(await pay(bought, { byCard: TOTAL + 1n }))).toBe('checkout_changed')
    expect(states()).toEqual([])
  })

  it('is let go when the wallet does not hold the rest', async () => {
    const bought = await order()
    expect(code(await pay(bought, { byCard: 100_00n }))).toBe('insufficient_funds')
    expect(states()).toEqual(['cancelled'])
    expect((await look(bought)).viewer?.charge).toBeNull()
  })

  it('that the processor has forgotten is unlinked, and says so', async () => {
    const sql = 'SELECT ref FROM people.card WHERE person_id = $1'
    const [row] = await queryText(deps.pool, sql, [anna.id])
    processor.forgotten.add(String(row?.[0]))
    const bought = await order()
    expect(await pay(bought)).toMatchObject({
      ok: false,
      refusal: { code: 'card_declined', members: { reason: 'card_gone' } },
    })
    expect((await look(bought)).viewer?.sources.map(({ kind }) => kind)).toEqual(['wallet'])
  })

  it('of somebody else can not be used', async () => {
    const boris = await people.registered()
    const theirs = await linkCard(boris)
    expect(code(await pay(await order(), { card: theirs }))).toBe('not_found')
  })

  it('can not be unlinked while it pays', async () => {
    processor.bank = 'asks'
    const bought = await order()
    body(await pay(bought))
    const decoded = decodeId('crd', card)
    invariant(decoded.ok, 'a card has an id')
    expect(code(await cards.unlinkCard(anna.visitor, on(decoded.value)))).toBe('card_in_use')
    processor.confirm(true)
    expect(body(await goOn(bought)).state).toBe('paid')
    expect(code(await cards.unlinkCard(anna.visitor, on(decoded.value)))).toBe('done')
  })
})

describe('a bank that asks its customer', () => {
  beforeEach(() => {
    processor.bank = 'asks'
  })

  it('is shown until it has an answer, also to who comes back later', async () => {
    const bought = await order()
    const asked = body(await pay(bought))
    const charge = { bank_url: expect.stringMatching(/^https:\/\/bank\.example\//) }
    expect(asked).toMatchObject({ state: 'open', viewer: { charge } })
    expect(body(await goOn(bought)).viewer?.charge).toMatchObject(charge)
    processor.confirm(true)
    expect(body(await goOn(bought)).state).toBe('paid')
    expect(states()).toEqual(['captured'])
  })

  it('and hears no: nothing is charged, and another card can pay', async () => {
    const bought = await order()
    body(await pay(bought))
    processor.confirm(false)
    const refused = await goOn(bought)
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'card_declined', members: { reason: 'not_confirmed' } },
    })
    expect((await look(bought)).viewer).toMatchObject({ charge: null, declined: 'not_confirmed' })
    processor.bank = 'agrees'
    expect(body(await pay(bought)).state).toBe('paid')
    expect(states()).toEqual(['declined', 'captured'])
  })

  it('pays by an event when the browser never comes back', async () => {
    const bought = await order()
    body(await pay(bought))
    processor.confirm(true)
    const id = processor.charged[0]?.id ?? ''
    const event = Buffer.from(JSON.stringify({ about: 'charge', id }))
    const told = { body: event, signature: 'good' }
    await Promise.all([
      takeCardEvent(deps, told, advanceCharge),
      takeCardEvent(deps, told, advanceCharge),
    ])
    expect((await look(bought)).state).toBe('paid')
    expect(states()).toEqual(['captured'])
  })

  it('and hears nothing: after half an hour it is given up', async () => {
    const bought = await order()
    body(await pay(bought))
    await people.advance(minutes(31))
    await runDueCharges(deps)
    expect(states()).toEqual(['cancelled'])
    expect(await look(bought)).toMatchObject({ state: 'open', viewer: { charge: null } })
  })

  it('is left for another way to pay, and what it says afterwards changes nothing', async () => {
    const bought = await order()
    body(await pay(bought))
    const left = body(await checkout.giveUpCharge(anna.visitor, on(bought.id)))
    expect(left.viewer).toMatchObject({ charge: null, declined: null })
    processor.confirm(true)
    await runDueCharges(deps)
    expect(states()).toEqual(['cancelled'])
    expect((await look(bought)).state).toBe('open')
  })

  it('gives way when another card is tried', async () => {
    const bought = await order()
    body(await pay(bought))
    processor.bank = 'agrees'
    const second = await linkCard(anna)
    expect(body(await pay(bought, { card: second })).state).toBe('paid')
    await runDueCharges(deps)
    expect(states()).toEqual(['cancelled', 'captured'])
  })
})

describe('a bank that refuses', () => {
  it.each(['no_money', 'expired', 'wrong_code', 'later', 'refused'] as const)(
    '(%s) says why, and nothing is charged',
    async (reason) => {
      processor.bank = reason
      const bought = await order()
      expect(await pay(bought)).toMatchObject({
        ok: false,
        refusal: { code: 'card_declined', members: { reason } },
      })
      const viewer = { charge: null, declined: reason }
      expect(await look(bought)).toMatchObject({ state: 'open', viewer })
    },
  )
})

describe('when the server dies', () => {
  it('after the card was charged and before the answer: the sweep finishes it, once', async () => {
    const bought = await order()
    processor.losesAnswer = true
    expect(code(await pay(bought))).toBe('processor_unavailable')
    expect((await look(bought)).state).toBe('open')
    await people.advance(minutes(3))
    await runDueCharges(deps)
    expect((await look(bought)).state).toBe('paid')
    expect(states()).toEqual(['captured'])
  })

  it('in the same place, and the person has chosen another way: what the bank holds is let go', async () => {
    const bought = await order()
    processor.losesAnswer = true
    expect(code(await pay(bought))).toBe('processor_unavailable')
    await checkout.giveUpCharge(anna.visitor, on(bought.id))
    await runDueCharges(deps)
    expect(states()).toEqual(['cancelled'])
  })

  it('before the money was taken: it is taken when the processor is back', async () => {
    const bought = await order()
    processor.bank = 'asks'
    body(await pay(bought))
    processor.confirm(true)
    const capture = processor.capture
    processor.capture = () => Promise.reject(new Error('the server died'))
    await expect(goOn(bought)).rejects.toThrow('the server died')
    expect((await look(bought)).state).toBe('paid')
    expect(states()).toEqual(['authorised'])
    processor.capture = capture
    await runDueCharges(deps)
    expect(states()).toEqual(['captured'])
  })
})
