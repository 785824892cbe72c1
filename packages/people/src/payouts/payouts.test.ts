import type { Refusal } from '@danbao/contracts'
import type { DeskPayoutPage } from '@danbao/contracts/console'
import type { PayoutPage } from '@danbao/contracts/wallet'
import { audit, commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import {
  currency,
  days,
  decodeId,
  encodeId,
  invariant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findObstacles } from '../closing/obstacles.ts'
import { tellPeople } from '../notifications/index.ts'
import { createPeople, type People } from '../people.ts'
import { makeStaff, type TestStaff } from '../staff/testing.ts'
import {
  NO_INPUT,
  openTestPeople,
  queuedMessages,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '../testing.ts'

const IBAN = 'NL91ABNA0417164300'
const USD = currency('USD')
let test: TestPeople
let people: People
let seller: Registered
let treasurer: TestStaff
let support: TestStaff
let count = 0

beforeAll(async () => {
  test = await openTestPeople({ paymentCheck: 'approve' })
  const account = { currency: USD, iban: 'GB29NWBK60161331926819', bic: null, bank: 'Sandbox Bank' }
  const ways = { ...test.deps.ways, bank: { holder: 'Sandbox', accounts: [account] } }
  people = createPeople({ ...test.deps, ways })
  treasurer = await makeStaff(test, 'treasurer')
  support = await makeStaff(test, 'support')
})
beforeEach(async () => {
  seller = await test.registered()
})
afterEach(async () => {
  expect(await test.problems()).toEqual([])
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(() => test.close())

const nextKey = (): string => `key-of-a-payout-${(count += 1)}`
const authorisation = {
  by: 'payment_password',
  payment_password: TEST_PAYMENT_PASSWORD,
} as const

/** Somebody bought something and confirmed it. */
async function sell(minor: bigint, of = 'USD'): Promise<void> {
  const buyer = await test.person(2, { [of]: minor })
  const parties = { buyer, seller: { ...buyer, id: seller.id, text: encodeId('acc', seller.id) } }
  const id = await test.paid(parties, { amount: amountOf(minor, of) })
  await test.run(commands.ship(test.marketplace, id, {}))
  await test.run(commands.confirm(buyer.caller, id))
}

/** So long ago that it may be paid out. */
async function sold(minor: bigint): Promise<void> {
  await sell(minor)
  await test.advance(days(2))
}

type Shown = Result<{ readonly body: PayoutPage }, Refusal>

function page(shown: Shown): PayoutPage {
  invariant(shown.ok, shown.ok ? '' : shown.refusal.detail)
  return shown.value.body
}

const show = async () => page(await people.wallet.getPayouts(seller.visitor, NO_INPUT))

function addAccount(more: object = {}, of = seller): Promise<Shown> {
  const body = { holder: 'Anna Eriksson', iban: IBAN, authorisation, ...more }
  return people.wallet.addBankAccount(of.visitor, { ...NO_INPUT, body })
}

async function account(more: object = {}): Promise<string> {
  return page(await addAccount(more)).bank_accounts.at(-1)?.id ?? ''
}

function ask(to: string, minor: bigint, more: object = {}): Promise<Shown> {
  const body = {
    ...{ key: nextKey(), amount: amountOf(minor), bank_account: to, authorisation },
    ...more,
  }
  return people.wallet.requestOwnPayout(seller.visitor, { ...NO_INPUT, body })
}

const newestId = async (): Promise<Uuid> => {
  const id = decodeId('pot', (await show()).payouts[0]?.id ?? '')
  invariant(id.ok, 'there is a payout')
  return id.value
}

describe('a bank account', () => {
  it('is kept once, by the payment password, and its owner is told', async () => {
    const refused = await addAccount({
      authorisation: { by: 'payment_password', payment_password: '000111' },
    })
    expect(refused).toMatchObject({ refusal: { code: 'password_wrong' } })
    expect(await addAccount({ iban: 'NL91ABNA0417164301' })).toMatchObject({
      refusal: { code: 'bank_account_invalid', members: { field: 'iban' } },
    })
    const added = page(await addAccount({ iban: 'nl91 abna 0417 1643 00' }))
    expect(added.bank_accounts).toMatchObject([
      { holder: 'Anna Eriksson', country: 'NL', last4: '4300', name_alike: true },
    ])
    expect(await addAccount()).toMatchObject({ refusal: { code: 'bank_account_known' } })
    const mails = await queuedMessages(test, seller.email)
    expect(mails.at(-1)).toMatchObject({ subject: 'The bank account •••• 4300 was added' })
    expect(mails.at(-1)?.text).not.toContain(IBAN)
  })

  it('is one of five, and can be removed with what went there by itself', async () => {
    const to = await account()
    const ibans = ['DE89370400440532013000', 'GB29NWBK60161331926819', 'NO9386011117947']
    for (const iban of [...ibans, 'BE71096123456769']) await addAccount({ iban })
    const one = { iban: 'CH9300762011623852957' }
    expect(await addAccount(one)).toMatchObject({ refusal: { code: 'bank_accounts_full' } })
    const body = { schedule: { every: 'week', bank_account: to } } as const
    await people.wallet.changePayoutSchedule(seller.visitor, { ...NO_INPUT, body })
    const id = decodeId('bac', to)
    const input = { ...NO_INPUT, params: { id: id.ok ? id.value : '' } }
    const other = await test.registered()
    expect(await people.wallet.removeBankAccount(other.visitor, input)).toMatchObject({
      refusal: { code: 'not_found' },
    })
    const left = page(await people.wallet.removeBankAccount(seller.visitor, input))
    expect(left).toMatchObject({ schedule: null })
    expect(left.bank_accounts).toHaveLength(4)
  })
})

describe('a payout', () => {
  it('goes to an account of one’s own, once for a key, and not without the password', async () => {
    await sold(100_00n)
    const to = await account()
    expect((await show()).payable).toMatchObject([
      {
        currency: 'USD',
        available: { value: '10000' },
        held: { value: '0' },
        least: { value: '1000' },
      },
    ])
    const wrong = { authorisation: { by: 'payment_password', payment_password: '000111' } }
    expect(await ask(to, 60_00n, wrong)).toMatchObject({ refusal: { code: 'password_wrong' } })
    const key = nextKey()
    for (const _time of [1, 2]) expect((await ask(to, 60_00n, { key })).ok).toBe(true)
    expect(await show()).toMatchObject({
      payable: [{ available: { value: '4000' } }],
      payouts: [{ state: 'queued', may_cancel: true, iban_last4: '4300' }],
    })
    expect(await ask(to, 40_01n)).toMatchObject({ refusal: { code: 'insufficient_funds' } })
    const stranger = encodeId('bac', seller.id)
    expect(await ask(stranger, 10_00n)).toMatchObject({ refusal: { code: 'not_found' } })
    const id = await newestId()
    expect(await findObstacles(test.deps.pool, seller.id, await test.deps.now())).toContainEqual({
      ...{ kind: 'payout', amount: null, subject: encodeId('pot', id) },
    })
    const input = { params: { id }, query: undefined, body: { key: nextKey() } }
    const cancelled = await people.wallet.cancelOwnPayout(seller.visitor, input)
    expect(page(cancelled).payable).toMatchObject([{ available: { value: '10000' } }])
  })

  it('of a currency that the operator has no account in is not offered', async () => {
    await sell(100_00n, 'EUR')
    await test.advance(days(2))
    expect((await show()).payable).toMatchObject([{ currency: 'EUR', least: null }])
    const to = await account()
    expect(await ask(to, 50_00n, { amount: amountOf(50_00n, 'EUR') })).toMatchObject({
      refusal: { code: 'currency_not_enabled' },
    })
  })

  it('happens by itself on the day, with all that there is, once', async () => {
    const to = await account()
    const body = { schedule: { every: 'week', bank_account: to } } as const
    await people.wallet.changePayoutSchedule(seller.visitor, { ...NO_INPUT, body })
    // A Monday, noon: the next is in a week.
    const { schedule } = await show()
    expect(schedule?.next).toMatch(/T06:00:00\.000Z$/)
    expect(new Date(schedule?.next ?? '').getUTCDay()).toBe(1)
    await sell(80_00n)
    await people.runDue()
    expect((await show()).payouts).toEqual([])
    await test.advance(days(8))
    await people.runDue()
    await people.runDue()
    expect((await show()).payouts).toMatchObject([{ state: 'queued', amount: { value: '8000' } }])
  })
})

const desk = () => people.console
type Desk = Result<{ readonly body: DeskPayoutPage }, Refusal>

function wish(who: TestStaff, id: Uuid, kind: 'payout' | 'payout_failed'): Promise<Desk> {
  const body = { kind, reason: 'I have called the bank.' }
  return desk().wishPayout(who.visitor, { params: { id }, query: undefined, body })
}

async function agree(who: TestStaff, wished: Desk) {
  invariant(wished.ok, 'it was wished')
  const id = decodeId('apr', wished.value.body.waiting?.approval ?? '')
  const input = { params: { id: id.ok ? id.value : '' }, query: undefined, body: undefined }
  const decided = await desk().giveApproval(who.visitor, input)
  await people.runDue()
  return decided
}

const send = () =>
  desk().sendPayouts(treasurer.visitor, {
    ...NO_INPUT,
    body: { key: nextKey(), currency: USD },
  })

describe('the desk of payouts', () => {
  it('lets two release what goes to somebody else, and one refuse it with a reason', async () => {
    await sold(100_00n)
    const to = await account({ holder: 'Max Beispiel' })
    await ask(to, 30_00n)
    const id = await newestId()
    const list = await desk().listDeskPayouts(support.visitor, {
      ...{ params: undefined, query: { which: 'review' }, body: undefined },
    })
    expect(list).toMatchObject({
      value: { body: { data: [{ holder: 'Max Beispiel', review: 'other_holder' }] } },
    })
    const wished = await wish(support, id, 'payout')
    expect(wished).toMatchObject({ value: { body: { choices: [], name_alike: false } } })
    expect(await wish(treasurer, id, 'payout')).toMatchObject({ refusal: { code: 'wrong_state' } })
    expect(await agree(support, wished)).toMatchObject({
      refusal: { code: 'second_person_needed' },
    })
    expect((await agree(treasurer, wished)).ok).toBe(true)
    expect((await show()).payouts).toMatchObject([{ state: 'queued' }])
    const body = { key: nextKey(), reason: 'The account is not yours.' }
    const input = { params: { id }, query: undefined, body }
    expect((await desk().refusePayout(support.visitor, input)).ok).toBe(true)
    expect(await show()).toMatchObject({
      payable: [{ available: { value: '10000' } }],
      payouts: [{ state: 'refused', reason: 'The account is not yours.' }],
    })
    await tellPeople(test.deps, () => undefined)
    const mails = await queuedMessages(test, seller.email)
    expect(mails.at(-1)?.subject).toContain('$30.00')
  })

  it('asks nobody about what its seller has let be, and sends nothing of a frozen account', async () => {
    await send()
    await sold(100_00n)
    const to = await account({ holder: 'Max Beispiel' })
    await ask(to, 30_00n)
    const id = await newestId()
    const wished = await wish(support, id, 'payout')
    const cancel = { params: { id }, query: undefined, body: { key: nextKey() } }
    expect((await people.wallet.cancelOwnPayout(seller.visitor, cancel)).ok).toBe(true)
    expect(await agree(treasurer, wished)).toMatchObject({ refusal: { code: 'wrong_state' } })
    const open = await desk().listApprovals(treasurer.visitor, {
      ...{ params: undefined, query: { state: 'open' }, body: undefined },
    })
    expect(open).toMatchObject({ value: { body: { data: [] } } })
    await ask(await account({ iban: 'DE89370400440532013000' }), 20_00n)
    const { pool } = test.deps
    await pool.query('UPDATE app.account SET frozen_at = now() WHERE id = $1', [seller.id])
    expect(await send()).toMatchObject({ refusal: { code: 'wrong_state' } })
    await pool.query('UPDATE app.account SET frozen_at = NULL WHERE id = $1', [seller.id])
    expect((await send()).ok).toBe(true)
  })

  it('makes a file of all that is queued, the same whenever it is looked at', async () => {
    await send()
    await sold(100_00n)
    const to = await account()
    await ask(to, 30_00n)
    const sent = await send()
    invariant(sent.ok, 'it is sent')
    expect(await send()).toMatchObject({ refusal: { code: 'wrong_state' } })
    const [batch] = sent.value.body.batches
    expect(batch).toMatchObject({ count: 1, amount: { value: '3000' }, paid: 0 })
    const id = decodeId('pob', batch?.id ?? '')
    const input = { ...NO_INPUT, params: { id: id.ok ? id.value : '' } }
    const file = await desk().getPayoutFile(treasurer.visitor, input)
    invariant(file.ok, 'there is a file')
    expect(file.value.body.text).toContain(`<IBAN>${IBAN}</IBAN>`)
    expect(file.value.body.text).toContain('<CtrlSum>30.00</CtrlSum>')
    await test.advance(days(1))
    expect(await desk().getPayoutFile(treasurer.visitor, input)).toEqual(file)
    const failed = await wish(treasurer, await newestId(), 'payout_failed')
    expect((await agree(support, failed)).ok).toBe(true)
    expect(await show()).toMatchObject({
      payable: [{ available: { value: '10000' } }],
      payouts: [{ state: 'returned' }],
    })
  })
})
