import { currency, days, encodeId, hours, newUuid, type Uuid } from '@danbao/kernel'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../audit/audit.ts'
import { readPayable } from '../queries/payouts.ts'
import { amountOf, openTestCore, type Ran, type TestPerson } from '../testing.ts'
import { platformAccount, proceedsOf } from '../wallets/address.ts'
import * as commands from './index.ts'

const test = await openTestCore()
const { pool } = test.database
const USD = currency('USD')
const NAME = 'Erika Mustermann'
const IBAN = 'NL91ABNA0417164300'
let seller: TestPerson
beforeEach(async () => {
  seller = await test.person()
  await pool.query('UPDATE app.account SET name = $2 WHERE id = $1', [seller.id, NAME])
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

/** The seller sold something for so much, and the buyer has confirmed. */
async function earn(minor: bigint): Promise<void> {
  const confirm = await ship(minor)
  expect((await confirm()).code).toBeUndefined()
}

/** The buyer has the goods; what they do next. */
async function ship(minor: bigint): Promise<() => Promise<Ran>> {
  const buyer = await test.person(2, { USD: minor })
  const id = await test.paid({ buyer, seller }, { amount: amountOf(minor) })
  await test.run(commands.ship(test.marketplace, id, {}))
  return () => test.run(commands.confirm(buyer.caller, id))
}

/** And it was so long ago that it may be paid out. */
async function earned(minor: bigint): Promise<void> {
  await earn(minor)
  await test.advance(days(2))
}

function ask(minor: bigint, more: object = {}, of = seller): Promise<Ran> {
  const request = {
    ...{ account: of.text, amount: amountOf(minor), from: 'proceeds' as const },
    bank_account: { holder: NAME, iban: IBAN },
    ...more,
  }
  return test.run(commands.requestPayout(seller.caller, request))
}

const send = (...ids: readonly Uuid[]) =>
  test.run(commands.sendPayouts({ id: newUuid(), currency: USD, payouts: ids }))
const proceeds = () => test.balance(proceedsOf(seller.id, USD))
const clearing = () => test.balance(platformAccount('payout_clearing', USD))
const external = () => test.balance(platformAccount('external', USD))

describe('proceeds', () => {
  it('reach a bank account: out of the proceeds at once, out of the platform when it is paid', async () => {
    await earned(100_00n)
    const [all, before, outside] = [await proceeds(), await clearing(), await external()]
    const made = await ask(60_00n)
    expect(made.json).toMatchObject({
      state: 'queued',
      reference: expect.stringMatching(/^DBP\d{8}$/),
      iban_last4: '4300',
    })
    expect(await proceeds()).toBe(all - 60_00n)
    expect(await clearing()).toBe(before + 60_00n)
    expect((await send(made.id)).json).toMatchObject({ count: 1 })
    const key = newUuid()
    const paid = await test.run(commands.recordPaidPayout(made.id, key))
    expect(paid.json).toMatchObject({ state: 'paid' })
    expect((await test.run(commands.recordPaidPayout(made.id, key))).code).toBeUndefined()
    expect((await test.run(commands.recordPaidPayout(made.id, newUuid()))).code).toBe('wrong_state')
    expect(await clearing()).toBe(before)
    expect(await external()).toBe(outside + 60_00n)
  })

  it('are paid out once, however many ask at the same time', async () => {
    await earned(100_00n)
    const all = await proceeds()
    const asked = await Promise.all([1, 2, 3, 4].map(() => ask(all)))
    expect(asked.map(({ code }) => code ?? 'made').toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'insufficient_funds'),
      'made',
    ])
    expect(await proceeds()).toBe(0n)
  })

  it('that were released a moment ago stay for a day', async () => {
    await earned(100_00n)
    const old = await proceeds()
    await earn(50_00n)
    expect(await ask(old + 1n)).toMatchObject({
      code: 'insufficient_funds',
      json: { available: old.toString() },
    })
    const now = await test.core.now()
    expect(await readPayable(pool, { accountId: seller.id, now })).toMatchObject([
      { currency: 'USD', available: old, held: (await proceeds()) - old, least: 10_00n },
    ])
    await test.advance(hours(25))
    expect((await ask(old + 1n)).code).toBeUndefined()
  })

  it('that are released at the same moment stay too', async () => {
    await earned(100_00n)
    const old = await proceeds()
    const confirm = await ship(50_00n)
    const [confirmed, asked] = await Promise.all([confirm(), ask(old + 1n)])
    expect([confirmed.code, asked.code]).toEqual([undefined, 'insufficient_funds'])
  })

  it('are all that is paid out: what is in a wallet is for buying', async () => {
    const rich = await test.person(1, { USD: 500_00n })
    const request = {
      ...{ account: rich.text, amount: amountOf(50_00n), from: 'wallet' as const },
      bank_account: { holder: NAME, iban: IBAN },
    }
    const refused = await test.run(commands.requestPayout(rich.caller, request))
    expect(refused.code).toBe('not_withdrawable')
    const other = { ...request, from: 'proceeds' as const }
    const none = await test.run(commands.requestPayout(rich.caller, other))
    expect(none).toMatchObject({ code: 'insufficient_funds', json: { available: '0' } })
  })

  it.each([
    ['of a wrong IBAN', { bank_account: { holder: NAME, iban: 'NL91ABNA0417164301' } }],
    ['of a wrong BIC', { bank_account: { holder: NAME, iban: IBAN, bic: 'ABNA1L2A' } }],
    ['of a BIC abroad', { bank_account: { holder: NAME, iban: IBAN, bic: 'DEUTDEFF' } }],
  ])('do not go to an account %s', async (_name, wrong) => {
    await earned(100_00n)
    expect((await ask(50_00n, wrong)).code).toBe('bank_account_invalid')
  })

  it('have bounds, and are their owner’s', async () => {
    await earned(100_00n)
    expect((await ask(9_99n)).code).toBe('out_of_bounds')
    expect((await ask(50_00n, { amount: amountOf(50_00n, 'RUB') })).code).toBe('rate_unavailable')
    expect((await ask(50_00n, { account: encodeId('acc', newUuid()) })).code).toBe('not_found')
    expect((await ask(50_00n, {}, await test.person())).code).toBe('not_found')
  })
})

describe('a payout that somebody has to look at', () => {
  it.each([
    ['a large one', 6_000_00n, {}],
    ['one to somebody else', 50_00n, { bank_account: { holder: 'Max Beispiel', iban: IBAN } }],
  ])('is %s: it waits, and is released or refused', async (_name, minor, more) => {
    await earned(13_000_00n)
    const before = await proceeds()
    const [one, two] = [await ask(minor, more), await ask(minor, more)]
    expect(one.json).toMatchObject({ state: 'review' })
    expect((await send(one.id, two.id)).code).toBe('wrong_state')
    expect((await test.run(commands.releasePayout(one.id))).json).toMatchObject({ state: 'queued' })
    expect((await test.run(commands.releasePayout(one.id))).code).toBe('wrong_state')
    const refused = await test.run(commands.refusePayout(two.id, 'Not your account.'))
    expect(refused.json).toMatchObject({ state: 'refused', reason: 'Not your account.' })
    expect(await proceeds()).toBe(before - minor)
  })
})

describe('a payout on its way', () => {
  it('is its owner’s to cancel until the bank has it', async () => {
    await earned(100_00n)
    const all = await proceeds()
    const [one, two] = [await ask(20_00n), await ask(20_00n)]
    const boris = await test.person()
    expect((await test.run(commands.cancelPayout(boris.caller, one.id))).code).toBe('not_found')
    const cancelled = await test.run(commands.cancelPayout(seller.caller, one.id))
    expect(cancelled.json).toMatchObject({ state: 'cancelled' })
    await send(two.id)
    expect((await test.run(commands.cancelPayout(seller.caller, two.id))).code).toBe('wrong_state')
    expect(await proceeds()).toBe(all - 20_00n)
    await test.run(commands.recordRejectedPayout(two.id, 'AC04'))
    expect(await proceeds()).toBe(all)
  })

  it('comes back to the proceeds when the bank returns it, in whatever order it says so', async () => {
    await earned(100_00n)
    const [all, before, outside] = [await proceeds(), await clearing(), await external()]
    for (const isPaidFirst of [true, false]) {
      const { id } = await ask(20_00n)
      await send(id)
      const paid = () => test.run(commands.recordPaidPayout(id, `paid ${id}`))
      const told = { key: `back ${id}`, reason: 'AC04' }
      const back = () => test.run(commands.recordReturnedPayout(id, told))
      if (isPaidFirst) await paid()
      expect((await back()).json).toMatchObject({ state: 'returned', reason: 'AC04' })
      expect((await back()).code).toBeUndefined()
      expect((await paid()).code).toBeUndefined()
      const again = commands.recordReturnedPayout(id, { ...told, key: 'other' })
      expect((await test.run(again)).code).toBe('wrong_state')
    }
    expect(await proceeds()).toBe(all)
    expect(await clearing()).toBe(before)
    expect(await external()).toBe(outside)
  })

  it('is in one file, whoever is faster', async () => {
    await earned(100_00n)
    const { id } = await ask(20_00n)
    const sent = await Promise.all([send(id), send(id), send(id)])
    expect(sent.map(({ code }) => code ?? 'sent').toSorted()).toEqual([
      'sent',
      'wrong_state',
      'wrong_state',
    ])
  })
})
