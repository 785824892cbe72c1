import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { commands, audit } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { encodeId, invariant, minutes, newUuid, type Uuid } from '@danbao/kernel'
import { createPeople, createStripeProcessor, type People, subscribeToEvents } from '@danbao/people'
import {
  NO_INPUT,
  openTestPeople,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { queryText } from '@danbao/database'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

// The product's own client of the processor against the processor's own protocol, with its faults.

const SECRET_KEY = 'sk_test_journey'
const TOTAL = 120_00n
const PAID_TWICE = 'a card was charged twice'

let test: TestPeople
let sandbox: Sandbox
let people: People
let listener: Listener
let anna: Registered
let seller: Registered

beforeAll(async () => {
  test = await openTestPeople({ paymentCheck: 'approve' })
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0, webhookPausesMs: [50, 50, 50] })
  listener = await listen()
  const at = { apiUrl: sandbox.cardsUrl, secretKey: SECRET_KEY }
  const webhookSecret = await subscribeToEvents({ ...at, url: listener.url })
  people = createPeople({ ...test.deps, cards: createStripeProcessor({ ...at, webhookSecret }) })
  seller = await test.registered()
})
afterAll(async () => {
  await listener.close()
  await sandbox.close()
  await test.close()
})
beforeEach(async () => {
  anna = await test.registered()
})
afterEach(async () => {
  await faults({ failedRequests: 0, lostAnswers: 0, webhooksTwice: false, webhooksShuffled: false })
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})

/** What the processor tells, as it came. */
interface Listener {
  readonly url: string
  readonly told: { readonly body: Buffer; readonly signature: string }[]
  close(): Promise<void>
}

async function listen(): Promise<Listener> {
  const told: Listener['told'] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature'])
      told.push({ body: Buffer.concat(parts), signature })
      response.writeHead(200).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  invariant(typeof address === 'object' && address !== null, 'it listens')
  return {
    url: `http://127.0.0.1:${address.port}/events`,
    told,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
}

async function faults(change: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/api/cards/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  expect(answer.status).toBe(200)
}

/** Sends a form as a browser does; where it leads. */
async function submit(url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const body = new URLSearchParams(fields)
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '', url).href
}

const agree = (bank: string) => submit(bank, { answer: 'approved' })

/** Opens the page, types the card in, and lets the bank agree. */
async function addCard(who: Registered, number: string): Promise<string> {
  const started = await people.wallet.startCardSetup(who.visitor, { ...NO_INPUT, body: {} })
  invariant(started.ok, 'the page opens')
  const typed = { number, expiry: '12/34', code: '123', holder: 'ANNA ERIKSSON' }
  const bank = await submit(started.value.body.url, typed)
  const back = await agree(bank)
  return new URL(back).searchParams.get('setup') ?? ''
}

/** Luhn-valid, and nobody else's. */
function freshNumber(): string {
  const digits = `424242${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
  const sum = [...digits].reduce((total, digit, at) => {
    const twice = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}

async function linked(who: Registered, number = freshNumber()): Promise<string> {
  await addCard(who, number)
  const sql = `SELECT id FROM people.card_setup WHERE person_id = $1 ORDER BY id DESC LIMIT 1`
  const [row] = await queryText(test.deps.pool, sql, [who.id])
  const input = { params: { id: String(row?.[0]) }, query: undefined, body: undefined }
  const finished = await people.wallet.finishCardSetup(who.visitor, input)
  invariant(finished.ok && finished.value.body.card !== null, 'the bank has agreed')
  return finished.value.body.card.id
}

async function level({ id }: Registered): Promise<string> {
  const [row] = await queryText(test.deps.pool, 'SELECT level FROM app.account WHERE id = $1', [id])
  return String(row?.[0])
}

const made = z.object({ payments: z.array(z.object({ id: z.string() })) })

interface Order {
  readonly id: Uuid
  readonly payments: readonly string[]
}

async function order(): Promise<Order> {
  const payments = [{ amount: amountOf(TOTAL), seller: encodeId('acc', seller.id) }]
  const ran = await test.run(commands.createCheckout(test.marketplace, { payments }))
  return { id: ran.id, payments: made.parse(ran.json).payments.map(({ id }) => id) }
}

async function pay({ id, payments }: Order, card: string, key = newUuid()) {
  const authorisation = { by: 'payment_password', payment_password: TEST_PAYMENT_PASSWORD } as const
  const paid = await people.wallet.payCheckout(anna.visitor, {
    params: { id },
    query: undefined,
    body: {
      key,
      total: amountOf(TOTAL),
      payments: [...payments],
      authorisation,
      card: { id: card, amount: amountOf(TOTAL) },
    },
  })
  return paid.ok ? paid.value.body : paid.refusal
}

async function look({ id }: Order) {
  const input = { params: { id }, query: undefined, body: undefined }
  const shown = await people.wallet.getCheckout(anna.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

const intents = z.object({
  data: z.array(z.object({ status: z.string(), amount_received: z.number() })),
})

/** What the processor has of a person's payments. */
async function charged({ id }: Registered): Promise<readonly string[]> {
  const sql = 'SELECT ref FROM people.card_holder WHERE person_id = $1'
  const [row] = await queryText(test.deps.pool, sql, [id])
  const url = `${sandbox.cardsUrl}/v1/payment_intents?customer=${String(row?.[0])}`
  const answer = await fetch(url, { headers: { authorization: `Bearer ${SECRET_KEY}` } })
  const { data } = intents.parse(await answer.json())
  const taken = data.reduce((sum, one) => sum + one.amount_received, 0)
  expect(taken, PAID_TWICE).toBeLessThanOrEqual(Number(TOTAL))
  return data.map(({ status }) => status)
}

describe('a card at the processor', () => {
  it('is confirmed by its bank, gives level 1, and can be changed and forgotten', async () => {
    const card = await linked(anna)
    expect(await level(anna)).toBe('1')
    const { data } = await cardsOf(anna)
    expect(data).toMatchObject([{ brand: 'Visa', exp_month: 12, exp_year: 2034 }])
    const id = await uuidOf(anna)
    const change = { params: { id }, query: undefined, body: { exp_month: 3, exp_year: 2040 } }
    const changed = await people.wallet.changeCard(anna.visitor, change)
    expect(changed.ok && changed.value.body.data).toMatchObject([{ exp_month: 3, exp_year: 2040 }])
    expect(card).toMatch(/^crd_/)
    const gone = { params: { id }, query: undefined, body: undefined }
    await people.wallet.unlinkCard(anna.visitor, gone)
    await people.runDueCards()
    // Told twice: the second time it is gone already, and nobody minds.
    await test.deps.pool.query(
      `INSERT INTO people.card_removal (ref, kind, due_at)
       SELECT ref, 'card', $2 FROM people.card WHERE person_id = $1`,
      [anna.id, new Date(await test.deps.now())],
    )
    await people.runDueCards()
    const [left] = await queryText(test.deps.pool, 'SELECT count(*) FROM people.card_removal', [])
    expect(left).toEqual(['0'])
  })

  it('that the bank says no to is not linked', async () => {
    const started = await people.wallet.startCardSetup(anna.visitor, { ...NO_INPUT, body: {} })
    invariant(started.ok, 'the page opens')
    const { url } = started.value.body
    const typed = { expiry: '12/34', code: '123', holder: 'ANNA ERIKSSON' }
    const bank = await submit(url, { ...typed, number: freshNumber() })
    await submit(bank, { answer: 'refused' })
    expect((await cardsOf(anna)).data).toEqual([])
    expect(await level(anna)).toBe('0')
  })

  it('is linked by its event alone, told twice and in any order; a forged one is not taken', async () => {
    await faults({ webhooksTwice: true, webhooksShuffled: true })
    const before = listener.told.length
    await addCard(anna, freshNumber())
    await expect.poll(() => listener.told.length - before, { timeout: 10_000 }).toBeGreaterThan(1)
    const events = listener.told.slice(before)
    const forged = events.map(({ body }) => ({ body, signature: 't=1,v1=00' }))
    for (const event of forged) expect(await people.takeCardEvent(event)).toBe(false)
    expect((await cardsOf(anna)).data).toEqual([])
    for (const event of events) expect(await people.takeCardEvent(event)).toBe(true)
    expect((await cardsOf(anna)).data).toHaveLength(1)
  })
})

async function cardsOf({ visitor }: Registered) {
  const listed = await people.wallet.listCards(visitor, NO_INPUT)
  invariant(listed.ok, 'cards can be listed')
  return listed.value.body
}

async function uuidOf({ id }: Registered): Promise<Uuid> {
  const sql = 'SELECT id FROM people.card WHERE person_id = $1 AND unlinked_at IS NULL'
  const [row] = await queryText(test.deps.pool, sql, [id])
  return String(row?.[0])
}

describe('a payment by card at the processor', () => {
  it('is held, secured and taken', async () => {
    const card = await linked(anna)
    expect(await pay(await order(), card)).toMatchObject({ state: 'paid' })
    expect(await charged(anna)).toEqual(['succeeded'])
  })

  it('waits for a bank that asks every time', async () => {
    const card = await linked(anna, '4000002760003184')
    const bought = await order()
    const asked = await pay(bought, card)
    const bank = 'viewer' in asked ? asked.viewer?.charge?.bank_url : undefined
    invariant(typeof bank === 'string', 'the bank asks')
    await agree(bank)
    const input = { params: { id: bought.id }, query: undefined, body: undefined }
    const went = await people.wallet.advanceCharge(anna.visitor, input)
    expect(went.ok && went.value.body.state).toBe('paid')
    expect(await charged(anna)).toEqual(['succeeded'])
  })

  it.each([['4000000000000341', 'refused']] as const)(
    'of %s is declined (%s), and nothing is taken',
    async (number, reason) => {
      const card = await linked(anna, number)
      expect(await pay(await order(), card)).toMatchObject({
        code: 'card_declined',
        members: { reason },
      })
      expect(await charged(anna)).toEqual(['requires_payment_method'])
    },
  )

  it('whose answer is lost is found by the sweep, and taken once', async () => {
    const card = await linked(anna)
    const bought = await order()
    // One more than the client tries by itself.
    await faults({ lostAnswers: 3 })
    expect(await pay(bought, card)).toMatchObject({ code: 'processor_unavailable' })
    expect((await look(bought)).state).toBe('open')
    await faults({ lostAnswers: 0 })
    await test.advance(minutes(3))
    await people.runDueCards()
    expect((await look(bought)).state).toBe('paid')
    expect(await charged(anna)).toEqual(['succeeded'])
  })

  it('is tried again while the processor stumbles, and taken once', async () => {
    const card = await linked(anna)
    await faults({ failedRequests: 1 })
    expect(await pay(await order(), card)).toMatchObject({ state: 'paid' })
    expect(await charged(anna)).toEqual(['succeeded'])
  })

  it('that was given up with its answer lost is let go', async () => {
    const card = await linked(anna)
    const bought = await order()
    await faults({ lostAnswers: 3 })
    await pay(bought, card)
    await faults({ lostAnswers: 0 })
    const input = { params: { id: bought.id }, query: undefined, body: undefined }
    await people.wallet.giveUpCharge(anna.visitor, input)
    await people.runDueCards()
    expect(await charged(anna)).toEqual(['canceled'])
    expect((await look(bought)).state).toBe('open')
  })
})
