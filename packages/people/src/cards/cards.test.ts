import type { Refusal } from '@danbao/contracts'
import { days, decodeId, hours, minutes, type Result, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { queryText } from '@danbao/database'
import type { Reply } from '../base/handling.ts'
import {
  NO_INPUT,
  openTestPeople,
  queuedMessages,
  type Registered,
  type TestPeople,
} from '../testing.ts'
import { advanceCharge } from '../card-payments/index.ts'
import { createCardHandlers, runDueCards, takeCardEvent } from './index.ts'
import { createPaperProcessor, type PaperProcessor } from './paper-processor.ts'

let people: TestPeople
let processor: PaperProcessor
let deps: TestPeople['deps']
let cards: ReturnType<typeof createCardHandlers>
let anna: Registered
let boris: Registered
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())
beforeEach(async () => {
  processor = createPaperProcessor()
  deps = { ...people.deps, cards: processor }
  cards = createCardHandlers(deps)
  anna = await people.registered()
  boris = await people.registered()
  for (const table of ['card_setup', 'card', 'card_removal']) {
    await people.deps.pool.query(`DELETE FROM people.${table}`)
  }
})

function body<T>(result: Result<Reply<T>, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value.body
}
function code(result: Result<unknown, Refusal>): string {
  return result.ok ? 'done' : result.refusal.code
}
const on = (id: string) => ({ params: { id }, query: undefined, body: undefined })

async function start({ visitor }: Registered): Promise<Uuid> {
  const input = { params: undefined, query: undefined, body: {} }
  body(await cards.startCardSetup(visitor, input))
  const setup = processor.setups.at(-1)
  if (setup === undefined) throw new Error('nothing was asked for')
  return setup.id
}

async function link(who: Registered, card: Parameters<PaperProcessor['verify']>[1] = {}) {
  const setup = await start(who)
  processor.verify(setup, card)
  return body(await cards.finishCardSetup(who.visitor, on(setup)))
}

async function level({ id }: Registered): Promise<number> {
  const rows = await queryText(deps.pool, 'SELECT level FROM app.account WHERE id = $1', [id])
  return Number(rows[0]?.[0])
}

async function listed({ visitor }: Registered) {
  return body(await cards.listCards(visitor, NO_INPUT)).data
}

const uuidOf = (id: string): Uuid => {
  const decoded = decodeId('crd', id)
  if (!decoded.ok) throw new Error(`${id} is no card`)
  return decoded.value
}

describe('a card that its bank verified', () => {
  it('is linked, is the default, and gives level 1', async () => {
    expect(await level(anna)).toBe(0)
    const arrival = await link(anna)
    expect(arrival).toMatchObject({
      outcome: 'linked',
      card: { brand: 'Visa', last4: '4242', exp_month: 9, is_default: true, standing: 'good' },
    })
    expect(await level(anna)).toBe(1)
    const [mail] = await queuedMessages({ deps }, anna.email)
    expect(mail?.subject).toBe('The card •••• 4242 was added: your account is at level 1')
    expect(mail?.text).toContain('up to US$1,000 a payment and US$15,000 a year')
  })

  it('goes on to where the person came from', async () => {
    const input = { params: undefined, query: undefined, body: { next: '/wallet/checkout/chk_1' } }
    body(await cards.startCardSetup(anna.visitor, input))
    const setup = processor.setups.at(-1)
    expect(setup?.cancelUrl).toBe('http://localhost:8080/wallet/checkout/chk_1')
    processor.verify(setup?.id ?? '')
    const arrival = body(await cards.finishCardSetup(anna.visitor, on(setup?.id ?? '')))
    expect(arrival.next).toBe('/wallet/checkout/chk_1')
  })

  it('is taken over once, however often and by whom it is asked for', async () => {
    const setup = await start(anna)
    processor.verify(setup)
    const event = Buffer.from(JSON.stringify({ about: 'setup', id: setup }))
    await Promise.all([
      cards.finishCardSetup(anna.visitor, on(setup)),
      takeCardEvent(deps, { body: event, signature: 'good' }, advanceCharge),
      cards.finishCardSetup(anna.visitor, on(setup)),
    ])
    expect(await listed(anna)).toHaveLength(1)
    const mails = await queuedMessages({ deps }, anna.email)
    expect(mails.filter(({ channel }) => channel === 'mail')).toHaveLength(1)
  })

  it('is found by the sweep when neither browser nor event came back', async () => {
    const setup = await start(anna)
    processor.verify(setup)
    await runDueCards(deps)
    expect(await listed(anna)).toHaveLength(0)
    await people.advance(minutes(5))
    await runDueCards(deps)
    expect(await listed(anna)).toHaveLength(1)
  })

  it('of somebody else lifts nobody, and the processor forgets it', async () => {
    await link(anna)
    const setup = await start(boris)
    const card = processor.verify(setup)
    expect(body(await cards.finishCardSetup(boris.visitor, on(setup)))).toMatchObject({
      outcome: 'in_use',
      card: null,
    })
    expect([await level(anna), await level(boris)]).toEqual([1, 0])
    await runDueCards(deps)
    expect(processor.removed).toEqual([card.ref])
  })

  it('belongs to one account, also when two link it at the same moment', async () => {
    const [first, second] = [await start(anna), await start(boris)]
    processor.verify(first)
    processor.verify(second)
    const outcomes = await Promise.all([
      cards.finishCardSetup(anna.visitor, on(first)),
      cards.finishCardSetup(boris.visitor, on(second)),
    ])
    expect(outcomes.map((one) => body(one).outcome).toSorted()).toEqual(['in_use', 'linked'])
    expect((await level(anna)) + (await level(boris))).toBe(1)
  })

  it('with the same number takes the place of what was known of it', async () => {
    const before = await link(anna)
    const after = await link(anna, { expYear: 2031 })
    expect(after.card?.id).toBe(before.card?.id)
    expect(await listed(anna)).toMatchObject([{ exp_year: 2031, is_default: true }])
  })

  it('leaves a higher level as it is', async () => {
    await deps.pool.query('UPDATE app.account SET level = 2 WHERE id = $1', [anna.id])
    await link(anna)
    expect(await level(anna)).toBe(2)
  })
})

describe('a page of the processor', () => {
  it('that was closed leads nowhere, and says so', async () => {
    const setup = await start(anna)
    expect(body(await cards.finishCardSetup(anna.visitor, on(setup))).outcome).toBe('open')
    processor.expire(setup)
    expect(body(await cards.finishCardSetup(anna.visitor, on(setup))).outcome).toBe('over')
    // What the processor says afterwards changes nothing.
    processor.verify(setup)
    expect(body(await cards.finishCardSetup(anna.visitor, on(setup))).outcome).toBe('over')
    expect(await level(anna)).toBe(0)
  })

  it('that nobody came back to is given up after a day', async () => {
    const setup = await start(anna)
    await people.advance(hours(26))
    await runDueCards(deps)
    expect(body(await cards.finishCardSetup(anna.visitor, on(setup))).outcome).toBe('over')
  })

  it('of somebody else can not be asked for', async () => {
    const setup = await start(anna)
    processor.verify(setup)
    expect(code(await cards.finishCardSetup(boris.visitor, on(setup)))).toBe('not_found')
    expect(await listed(boris)).toHaveLength(0)
  })

  it('opens ten times a day at most', async () => {
    for (let count = 0; count < 10; count += 1) await start(anna)
    const input = { params: undefined, query: undefined, body: {} }
    expect(code(await cards.startCardSetup(anna.visitor, input))).toBe('try_later')
  })

  it('opens also when the processor has forgotten the person', async () => {
    await start(anna)
    processor.forgotten.add(processor.setups.at(-1)?.holder ?? '')
    await start(anna)
    expect(processor.setups).toHaveLength(2)
  })

  it('does not open while the processor is away, or where there is none', async () => {
    const input = { params: undefined, query: undefined, body: {} }
    processor.away = true
    expect(code(await cards.startCardSetup(anna.visitor, input))).toBe('processor_unavailable')
    const without = createCardHandlers(people.deps)
    expect(code(await without.startCardSetup(anna.visitor, input))).toBe('processor_missing')
    expect(body(await without.listCards(anna.visitor, NO_INPUT)).available).toBe(false)
  })
})

describe('an event', () => {
  const told = (event: object, signature = 'good') =>
    takeCardEvent(deps, { body: Buffer.from(JSON.stringify(event)), signature }, advanceCharge)

  it('with a wrong signature is not taken', async () => {
    const setup = await start(anna)
    processor.verify(setup)
    expect(await told({ about: 'setup', id: setup }, 'bad')).toBe(false)
    expect(await listed(anna)).toHaveLength(0)
  })

  it('about what is not ours, or is no id at all, is taken and does nothing', async () => {
    expect(await told({ about: 'setup', id: `'; DROP TABLE people.card; --` })).toBe(true)
    expect(await told({ about: 'card', ref: 'pm_of_another' })).toBe(true)
  })

  it('brings the date of a card that the bank renewed', async () => {
    await link(anna)
    const { ref } = await cardRow(anna)
    processor.change(ref, { expMonth: 3, expYear: 2033 })
    await told({ about: 'card', ref })
    await told({ about: 'card', ref })
    expect(await listed(anna)).toMatchObject([{ exp_month: 3, exp_year: 2033 }])
  })

  it('takes a card away that is nobody’s any more over there', async () => {
    await link(anna)
    const { ref } = await cardRow(anna)
    processor.change(ref, { holder: null })
    await told({ about: 'card', ref })
    expect(await listed(anna)).toEqual([])
    expect(await level(anna)).toBe(0)
  })
})

async function cardRow({ id }: Registered): Promise<{ readonly ref: string }> {
  const sql = 'SELECT ref FROM people.card WHERE person_id = $1 AND unlinked_at IS NULL'
  const [row] = await queryText(deps.pool, sql, [id])
  return { ref: String(row?.[0]) }
}

describe('unlinking', () => {
  it('the last card takes level 1 away; the processor is told until it hears', async () => {
    const { card } = await link(anna)
    const { ref } = await cardRow(anna)
    processor.away = true
    expect(body(await cards.unlinkCard(anna.visitor, on(uuidOf(card?.id ?? '')))).data).toEqual([])
    expect(await level(anna)).toBe(0)
    await runDueCards(deps)
    expect(processor.removed).toEqual([])
    processor.away = false
    await people.advance(minutes(2))
    await runDueCards(deps)
    expect(processor.removed).toEqual([ref])
    await people.advance(days(1))
    await runDueCards(deps)
    expect(processor.removed).toEqual([ref])
  })

  it('one of two leaves the level, and the other becomes the default', async () => {
    const first = await link(anna)
    await link(anna, { fingerprint: 'another', last4: '4444', brand: 'mastercard' })
    const left = body(await cards.unlinkCard(anna.visitor, on(uuidOf(first.card?.id ?? ''))))
    expect(left.data).toMatchObject([{ brand: 'Mastercard', last4: '4444', is_default: true }])
    expect(await level(anna)).toBe(1)
  })

  it('leaves level 2 as it is', async () => {
    const { card } = await link(anna)
    await deps.pool.query('UPDATE app.account SET level = 2 WHERE id = $1', [anna.id])
    await cards.unlinkCard(anna.visitor, on(uuidOf(card?.id ?? '')))
    expect(await level(anna)).toBe(2)
  })

  it('makes the card free for another account', async () => {
    const { card } = await link(anna)
    await cards.unlinkCard(anna.visitor, on(uuidOf(card?.id ?? '')))
    expect((await link(boris)).outcome).toBe('linked')
  })

  it('somebody else’s card is not found', async () => {
    const { card } = await link(anna)
    const id = uuidOf(card?.id ?? '')
    expect(code(await cards.unlinkCard(boris.visitor, on(id)))).toBe('not_found')
    expect(code(await cards.chooseDefaultCard(boris.visitor, on(id)))).toBe('not_found')
    const changed = { ...on(id), body: { exp_month: 1, exp_year: 2040 } }
    expect(code(await cards.changeCard(boris.visitor, changed))).toBe('not_found')
  })
})

describe('of several cards', () => {
  it('one is the default, by choice', async () => {
    await link(anna)
    const second = await link(anna, { fingerprint: 'another', last4: '4444' })
    expect(second.card?.is_default).toBe(false)
    body(await cards.chooseDefaultCard(anna.visitor, on(uuidOf(second.card?.id ?? ''))))
    expect(await listed(anna)).toMatchObject([
      { last4: '4242', is_default: false },
      { last4: '4444', is_default: true },
    ])
  })

  it('the date can be changed to a month that is not over', async () => {
    const { card } = await link(anna)
    const asked = (exp_month: number, exp_year: number) => ({
      ...on(uuidOf(card?.id ?? '')),
      body: { exp_month, exp_year },
    })
    expect(code(await cards.changeCard(anna.visitor, asked(1, 2020)))).toBe('card_expired')
    expect(body(await cards.changeCard(anna.visitor, asked(1, 2032))).data).toMatchObject([
      { exp_month: 1, exp_year: 2032 },
    ])
  })

  it('one that expires is spoken of twice, and stays linked', async () => {
    const now = new Date(await deps.now())
    await link(anna, { expMonth: now.getUTCMonth() + 1, expYear: now.getUTCFullYear() + 1 })
    await people.advance(days(366))
    await runDueCards(deps)
    await people.advance(days(60))
    await runDueCards(deps)
    await runDueCards(deps)
    const subjects = (await queuedMessages({ deps }, anna.email)).map(({ subject }) => subject)
    expect(subjects.slice(1)).toEqual([
      'The card •••• 4242 expires soon',
      'The card •••• 4242 has expired',
    ])
    expect(await listed(anna)).toMatchObject([{ standing: 'expired' }])
    expect(await level(anna)).toBe(1)
  })
})
