import type { ExchangeDesk } from '@danbao/contracts/console'
import { days, decodeId, invariant, type Uuid } from '@danbao/kernel'
import { createPeople, importFile, type People, type PeopleDeps } from '@danbao/people'
import { makeStaff, type TestStaff } from '@danbao/people/staff-testing'
import { NO_INPUT, openTestPeople, type TestPeople } from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

// The central bank publishes, is away, or publishes nonsense; staff see it and type in what is missing.

let sandbox: Sandbox
let test: TestPeople
let deps: PeopleDeps
let people: People
let treasurer: TestStaff
let support: TestStaff

beforeAll(async () => {
  test = await openTestPeople()
  const now = await test.deps.now()
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0, now: () => Number(now) })
  deps = { ...test.deps, ratesUrl: sandbox.ratesUrl }
  people = createPeople(deps)
  treasurer = await makeStaff(test, 'treasurer')
  support = await makeStaff(test, 'support')
})
afterAll(async () => {
  await sandbox.close()
  await test.close()
})
beforeEach(async () => {
  await fetch(`${sandbox.url}/api/rates`, { method: 'DELETE' })
})
afterEach(async () => {
  await test.deps.pool.query('UPDATE app.setting SET rate_max_age_days = NULL, spread_bps = 0')
  expect(await test.problems()).toEqual([])
})

async function tell(path: string, body: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/api/rates${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}

async function ask(): Promise<ExchangeDesk> {
  const asked = await people.console.fetchRates(treasurer.visitor, NO_INPUT)
  invariant(asked.ok, 'it is asked')
  return asked.value.body
}

async function look(): Promise<ExchangeDesk> {
  const shown = await people.console.getExchange(treasurer.visitor, NO_INPUT)
  invariant(shown.ok, 'it is shown')
  return shown.value.body
}

const rateOf = (desk: ExchangeDesk, code: string) =>
  desk.rates.find(({ currency }) => currency === code)?.rate

const DAY = '2026-06-01'

describe('the rates of the day', () => {
  it('are asked for, and a correction of the day too', async () => {
    expect(rateOf(await look(), 'USD')).toMatchObject({ day: '2026-05-08', per_euro: '1.1761' })
    const first = await ask()
    expect(rateOf(first, 'USD')).toEqual({
      ...{ day: DAY, per_euro: '1.1761', source: 'ecb', stale: false },
    })
    expect(first.source).toMatchObject({ host: new URL(sandbox.url).host, problem: null })
    await tell('', { currency: 'USD', rate: '1.1801' })
    expect(rateOf(await ask(), 'USD')).toMatchObject({ day: DAY, per_euro: '1.1801' })
  })

  it.each([
    ['away', 'unreachable'],
    ['cut', 'not_xml'],
    ['old', 'older_day'],
  ])('stay what they were when the source is %s', async (fault, problem) => {
    const before = await ask()
    await tell('/faults', { [fault]: true })
    const after = await ask()
    expect(after.source.problem).toBe(problem)
    expect(after.rates).toEqual(before.rates)
  })

  it('are refused whole where one of them has moved beyond belief', async () => {
    const before = await ask()
    await tell('', { currency: 'GBP', rate: '0.9' })
    await tell('', { currency: 'JPY', rate: '1.8437' })
    const after = await ask()
    expect(after.source.problem).toBe('implausible_rate')
    expect(after.rates).toEqual(before.rates)
  })

  it('come as a file as well, and the same file changes nothing twice', async () => {
    await tell('', { currency: 'CHF', rate: '0.9201' })
    const bytes = new Uint8Array(await (await fetch(sandbox.ratesUrl)).arrayBuffer())
    const file = { name: 'rates.xml', bytes, by: 'folder' }
    expect(await importFile(deps, file)).toMatchObject({
      ok: true,
      value: { format: 'ECB', isKnown: false, counts: { rate: 17 } },
    })
    expect(await importFile(deps, file)).toMatchObject({ ok: true, value: { isKnown: true } })
    expect(rateOf(await look(), 'CHF')).toMatchObject({ per_euro: '0.9201' })
    const cut = { ...file, bytes: bytes.slice(0, 600) }
    expect(await importFile(deps, cut)).toMatchObject({ ok: false, refusal: { code: 'not_xml' } })
  })

  it('are nobody’s to ask for where no address is set', async () => {
    const alone = createPeople({ ...deps, ratesUrl: undefined })
    expect(await alone.console.fetchRates(treasurer.visitor, NO_INPUT)).toMatchObject({
      refusal: { code: 'wrong_state' },
    })
    expect(await alone.fetchRates()).toBeUndefined()
  })
})

async function typeIn(perEuro: string, currency = 'RUB'): Promise<Uuid> {
  const body = { currency, per_euro: perEuro, reason: 'As the Bank of Russia says.' }
  const typed = await people.console.typeRate(treasurer.visitor, { ...NO_INPUT, body })
  invariant(typed.ok, 'it is asked for')
  const id = decodeId('apr', typed.value.body.waiting[0]?.approval ?? '')
  invariant(id.ok, 'an approval')
  return id.value
}

describe('a rate that is typed in', () => {
  it('holds when a second person agrees, and not before', async () => {
    const params = { id: await typeIn('95.1234') }
    expect(rateOf(await look(), 'RUB')).toBeNull()
    const own = await people.console.giveApproval(treasurer.visitor, { ...NO_INPUT, params })
    expect(own).toMatchObject({ refusal: { code: 'second_person_needed' } })
    const given = await people.console.giveApproval(support.visitor, { ...NO_INPUT, params })
    expect(given.ok).toBe(true)
    const after = await look()
    expect(after.waiting).toEqual([])
    expect(rateOf(after, 'RUB')).toEqual({
      ...{ per_euro: '95.1234', day: DAY, source: 'staff', stale: false },
    })
  })

  it('is not overwritten by the bank’s file of that day', async () => {
    const params = { id: await typeIn('96.5') }
    await people.console.giveApproval(support.visitor, { ...NO_INPUT, params })
    await tell('', { currency: 'RUB', rate: '88.8' })
    expect((await ask()).source.problem).toBeNull()
    expect(rateOf(await look(), 'RUB')).toMatchObject({ per_euro: '96.5', source: 'staff' })
  })

  it('lets the bank’s files in again where the world has moved by more than a third', async () => {
    await tell('', { currency: 'SEK', rate: '21.5' })
    expect((await ask()).source.problem).toBe('implausible_rate')
    const params = { id: await typeIn('21.4', 'SEK') }
    await people.console.giveApproval(support.visitor, { ...NO_INPUT, params })
    expect((await ask()).source.problem).toBeNull()
    expect(rateOf(await look(), 'SEK')).toMatchObject({ per_euro: '21.4', source: 'staff' })
  })

  it('is nothing when the second person refuses', async () => {
    const params = { id: await typeIn('1.5') }
    const body = { reason: 'That is a typing error.' }
    await people.console.refuseApproval(support.visitor, { ...NO_INPUT, params, body })
    expect(rateOf(await look(), 'RUB')).not.toMatchObject({ per_euro: '1.5' })
  })

  it('is of an enabled currency', async () => {
    const body = { currency: 'EUR', per_euro: '1', reason: 'One is one.' }
    const typed = await people.console.typeRate(treasurer.visitor, { ...NO_INPUT, body })
    expect(typed).toMatchObject({ refusal: { code: 'currency_not_enabled' } })
  })
})

describe('terms', () => {
  const change = (body: { spread_bps: number; max_age_days: number | null }, who = people) =>
    who.console.changeExchangeTerms(treasurer.visitor, { ...NO_INPUT, body })

  it('make rates too old: they are shown as none', async () => {
    const changed = await change({ spread_bps: 150, max_age_days: 3 })
    expect(changed).toMatchObject({ value: { body: { spread_bps: 150, max_age_days: 3 } } })
    const { rows } = await test.deps.pool.query(
      "SELECT staff_id, detail FROM people.audit_entry WHERE action = 'exchange.changed'",
    )
    const detail = { spread_bps: 150, max_age_days: 3 }
    expect(rows).toEqual([{ staff_id: treasurer.id, detail }])
    await test.advance(days(4))
    const late = await look()
    expect(late.rates.filter(({ rate }) => rate?.stale === false)).toEqual([])
    await change({ spread_bps: 0, max_age_days: 4 })
    expect(rateOf(await look(), 'USD')).toMatchObject({ stale: false })
  })

  it('of a live installation always have an age, here and in the database', async () => {
    const live = createPeople({ ...deps, mode: 'live' })
    expect(await change({ spread_bps: 0, max_age_days: null }, live)).toMatchObject({
      refusal: { code: 'invalid_request', members: { field: 'max_age_days' } },
    })
    const sql = `UPDATE app.setting SET mode = 'live', payment_check = 'manual', limits = true,
      clock_offset_ms = 0, clock_stands_at = NULL, rate_max_age_days = NULL`
    await expect(test.deps.pool.query(sql)).rejects.toThrow('live_rates_grow_old')
  })
})
