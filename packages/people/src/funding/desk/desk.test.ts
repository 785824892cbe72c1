import type { Refusal } from '@danbao/contracts'
import type { DeskDepositPage, ResolutionKind } from '@danbao/contracts/console'
import { audit, commands, readPersonMoney } from '@danbao/core'
import {
  currency,
  decodeId,
  encodeId,
  invariant,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createPeople, type People } from '../../people.ts'
import { makeStaff, type TestStaff } from '../../staff/testing.ts'
import { NO_INPUT, openTestPeople, type Registered, type TestPeople } from '../../testing.ts'
import { makeStatement } from '../files/statement-fixture.ts'

let test: TestPeople
let people: People
let anna: Registered
let treasurer: TestStaff
let support: TestStaff

beforeAll(async () => {
  test = await openTestPeople()
  const account = { iban: 'DE89370400440532013000', bic: null, bank: 'Sandbox Bank' }
  const bank = { holder: 'Sandbox', accounts: [{ currency: currency('EUR'), ...account }] }
  people = createPeople({ ...test.deps, ways: { ...test.deps.ways, bank } })
  treasurer = await makeStaff(test, 'treasurer')
  support = await makeStaff(test, 'support')
})
beforeEach(async () => {
  anna = await test.registered()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

/** Money that nobody has announced. */
async function unmatched(minor = 40_00n): Promise<Uuid> {
  const { body } = await test.core.execute({
    command: commands.recordDeposit({
      ...{ rail: 'bank_transfer', key: newUuid(), currency: currency('EUR'), amount: minor },
      ...{ fee: 0n, settled: true, reference: null, otherPayer: false },
      ...{ payer: 'ERIKSSON ANNA', payerAccount: 'NL91ABNA0417164300', note: 'for my wallet' },
      ...{ place: null, fileId: null },
    }),
  })
  const made = z.object({ id: z.string() }).parse(JSON.parse(body))
  const id = decodeId('dep', made.id)
  invariant(id.ok, 'a deposit')
  return id.value
}

type Shown = Result<{ readonly body: DeskDepositPage }, Refusal>

function wish(
  who: TestStaff,
  id: Uuid,
  kind: ResolutionKind,
  { value = '4000', to }: { readonly value?: string; readonly to?: Registered } = {},
): Promise<Shown> {
  const body = {
    ...{ kind, amount: { value, currency: 'EUR' }, reason: 'It is theirs.' },
    ...(to === undefined ? {} : { account: encodeId('acc', to.id) }),
  }
  return people.console.wishResolution(who.visitor, { params: { id }, query: undefined, body })
}

async function show(id: Uuid): Promise<DeskDepositPage> {
  const input = { ...NO_INPUT, params: { id } }
  const shown = await people.console.getDeposit(treasurer.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

async function decide(who: TestStaff, shown: Shown, verdict: 'give' | 'refuse' = 'give') {
  invariant(shown.ok, 'it was wished')
  const id = decodeId('apr', shown.value.body.wishes[0]?.approval ?? '')
  invariant(id.ok, 'it has an approval')
  const input = { params: { id: id.value }, query: undefined }
  const decided =
    verdict === 'give'
      ? await people.console.giveApproval(who.visitor, { ...input, body: undefined })
      : await people.console.refuseApproval(who.visitor, { ...input, body: { reason: 'No.' } })
  await people.runDue()
  return decided
}

const wallet = async (): Promise<string | undefined> => {
  const now = await test.deps.now()
  const { balances } = await readPersonMoney(test.deps.pool, { id: anna.id, now })
  return balances.find((one) => one.currency === 'EUR')?.available.value
}

describe('money that waits', () => {
  it('goes to whom two agree on', async () => {
    const id = await unmatched()
    expect(await show(id)).toMatchObject({
      deposit: { payer: 'ERIKSSON ANNA', doubt: 'no_reference', open: { value: '4000' } },
      choices: ['assign', 'return'],
    })
    const wished = await wish(treasurer, id, 'assign', { to: anna })
    expect(wished).toMatchObject({
      value: {
        body: { choices: [], wishes: [{ state: 'asked', account: { name: 'Anna Eriksson' } }] },
      },
    })
    expect(await wallet()).toBeUndefined()
    expect(await decide(support, wished)).toMatchObject({ ok: true })
    expect(await wallet()).toBe('4000')
    expect(await show(id)).toMatchObject({
      deposit: { open: { value: '0' } },
      wishes: [{ state: 'done', reason: 'It is theirs.' }],
      choices: [],
    })
  })

  it('does not move by one alone, nor by a role that has nothing to do with it', async () => {
    const id = await unmatched()
    const wished = await wish(treasurer, id, 'assign', { to: anna })
    expect(await decide(treasurer, wished)).toMatchObject({
      refusal: { code: 'second_person_needed' },
    })
    const arbiter = await makeStaff(test, 'arbiter')
    expect(await decide(arbiter, wished)).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await wallet()).toBeUndefined()
  })

  it('stays where it is when the second says no, and something else can be wanted', async () => {
    const id = await unmatched()
    await decide(support, await wish(treasurer, id, 'assign', { to: anna }), 'refuse')
    expect(await show(id)).toMatchObject({
      deposit: { open: { value: '4000' } },
      wishes: [{ state: 'refused' }],
      choices: ['assign', 'return'],
    })
    await decide(support, await wish(treasurer, id, 'return'))
    expect(await show(id)).toMatchObject({ deposit: { open: { value: '0' } } })
    expect(await wallet()).toBeUndefined()
  })

  it('can be split between people', async () => {
    const id = await unmatched()
    await decide(support, await wish(treasurer, id, 'assign', { to: anna, value: '1500' }))
    expect(await wallet()).toBe('1500')
    expect(await show(id)).toMatchObject({ deposit: { open: { value: '2500' } } })
    await decide(treasurer, await wish(support, id, 'return', { value: '2500' }))
    expect(await show(id)).toMatchObject({ deposit: { open: { value: '0' } } })
  })

  it('is wanted by one wish at a time, and never more than waits', async () => {
    const id = await unmatched()
    expect(await wish(treasurer, id, 'assign', { to: anna, value: '4001' })).toMatchObject({
      refusal: { code: 'amount_too_large' },
    })
    const [one, two] = await Promise.all([
      wish(treasurer, id, 'assign', { to: anna }),
      wish(support, id, 'return'),
    ])
    expect([one?.ok, two?.ok].filter(Boolean)).toHaveLength(1)
  })

  it.each([
    ['assign', false],
    ['return', true],
    ['collect', true],
    ['write_off', false],
  ] as const)('is not wanted as %s where that makes no sense', async (kind, isToAnna) => {
    const id = await unmatched()
    const to = isToAnna ? { to: anna } : {}
    expect(await wish(treasurer, id, kind, to)).toMatchObject({ refusal: { code: 'wrong_state' } })
  })

  it('that has gone meanwhile is not moved twice: the wish says why it failed', async () => {
    const id = await unmatched()
    const wished = await wish(treasurer, id, 'assign', { to: anna })
    await test.core.execute({
      command: commands.resolveDeposit({
        ...{ id: newUuid(), depositId: id, kind: 'return', amount: 40_00n, accountId: null },
      }),
    })
    await decide(support, wished)
    expect(await show(id)).toMatchObject({
      wishes: [{ state: 'failed', failure: 'amount_too_large' }],
    })
    expect(await wallet()).toBeUndefined()
  })

  it('is free again when whoever wanted it is disabled', async () => {
    const id = await unmatched()
    const leaver = await makeStaff(test, 'treasurer')
    await wish(leaver, id, 'assign', { to: anna })
    const administrator = await makeStaff(test, 'administrator')
    const input = { params: { id: leaver.id }, query: undefined, body: { reason: 'left' } }
    expect(await people.console.disableStaff(administrator.visitor, input)).toMatchObject({
      ok: true,
    })
    expect(await show(id)).toMatchObject({ choices: ['assign', 'return'] })
  })

  it('is suggested to whoever announced as much, the name compared', async () => {
    const key = `key-for-the-desk-${newUuid().slice(0, 8)}`
    const amount = { value: '4242', currency: 'EUR' }
    const body = { key, rail: 'bank_transfer', amount } as const
    await people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
    const { suggestions } = await show(await unmatched(42_42n))
    expect(suggestions).toMatchObject([
      { account: { name: 'Anna Eriksson' }, state: 'awaiting', name_alike: true },
    ])
  })
})

describe('the desk', () => {
  it('lists what waits, what rails owe, and files; a broken file says where', async () => {
    const id = await unmatched(11_00n)
    const list = await people.console.listDeposits(support.visitor, {
      ...NO_INPUT,
      query: { which: 'open', limit: 1 },
    })
    expect(list).toMatchObject({
      value: { body: { data: [{ id: encodeId('dep', id) }], next_cursor: expect.any(String) } },
    })
    const lines = await people.console.getReconciliation(support.visitor, NO_INPUT)
    expect(lines).toMatchObject({
      value: { body: { lines: [{ rail: 'bank_transfer', owed: { value: '0' } }] } },
    })
    const entries = [{ amount: '5.00', direction: 'DBIT', text: 'Fee' }] as const
    const give = (bytes: Buffer) =>
      people.console.importRailFile(treasurer.visitor, {
        params: undefined,
        query: { name: 'may.xml' },
        body: { mediaType: 'text/xml', bytes },
      })
    const good = makeStatement({ message: 'camt.053', entries })
    expect(await give(good)).toMatchObject({
      value: { body: { known: false, counts: { other: 1 } } },
    })
    expect(await give(good)).toMatchObject({ value: { body: { known: true } } })
    expect(await give(Buffer.from('<x>'))).toMatchObject({
      refusal: { code: 'file_refused', members: { problem: 'not_xml', place: expect.any(String) } },
    })
    const files = await people.console.listRailFiles(support.visitor, NO_INPUT)
    expect(files).toMatchObject({
      value: { body: { data: [{ name: 'may.xml', finished: true }] } },
    })
  })
})

describe('what a rail owes', () => {
  const settle = (more: object = {}) =>
    people.console.settleRail(treasurer.visitor, {
      ...NO_INPUT,
      body: {
        ...{ key: newUuid(), rail: 'webmoney', paid: { value: '3900', currency: 'EUR' } },
        ...{ reference: 'PAYMENT-7', items: [] },
        ...more,
      },
    })

  it('is entered when it has paid, once, and what is missing is its fee', async () => {
    await test.core.execute({
      command: commands.recordDeposit({
        ...{ rail: 'webmoney', key: newUuid(), currency: currency('EUR'), amount: 40_00n },
        ...{ fee: 0n, settled: false, reference: null, otherPayer: false },
        ...{ payer: null, payerAccount: null, note: null, place: null, fileId: null },
      }),
    })
    const query = { rail: 'webmoney', currency: currency('EUR') } as const
    const open = await people.console.listOpenItems(treasurer.visitor, { ...NO_INPUT, query })
    invariant(open.ok, 'it is listed')
    const items = open.value.body.items.map(({ kind, id }) => ({ kind, id }))
    expect(items).toHaveLength(1)
    const more = { items, paid: { value: '4001', currency: 'EUR' } }
    expect(await settle(more)).toMatchObject({ refusal: { code: 'amount_mismatch' } })
    const settled = await settle({ items })
    invariant(settled.ok, 'it is entered')
    expect(settled.value.body.lines.find(({ rail }) => rail === 'webmoney')).toMatchObject({
      ...{ owed: { value: '0' }, items: 0, suspense: { value: '4000' } },
    })
    const days = await people.console.getRailStatement(treasurer.visitor, { ...NO_INPUT, query })
    invariant(days.ok, 'there is a statement')
    expect(days.value.body.days).toHaveLength(30)
    expect(days.value.body.days.at(-1)).toEqual({
      ...{ day: '2026-06-01', arrived: '4000', returned: '0', paid: '3900', fee: '100', owed: '0' },
    })
    expect(settled.value.body.accounts).toContainEqual({ rail: 'webmoney', currency: 'EUR' })
    expect(await settle({ items })).toMatchObject({ refusal: { code: 'reference_in_use' } })
    expect(await settle({ items, reference: 'PAYMENT-8' })).toMatchObject({
      refusal: { code: 'wrong_state' },
    })
  })
})
