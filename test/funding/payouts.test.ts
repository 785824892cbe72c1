import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commands, queries } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { currency, days, encodeId, invariant, newUuid } from '@danbao/kernel'
import { NO_INPUT, type Registered, TEST_PAYMENT_PASSWORD } from '@danbao/people/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type FilesStage, openFilesStage } from './files-stage.ts'

// A seller's proceeds on their way: a file for the bank, and files of the bank that say what became of it.

const EUR = currency('EUR')
const authorisation = {
  by: 'payment_password',
  payment_password: TEST_PAYMENT_PASSWORD,
} as const
let stage: FilesStage
let seller: Registered
let count = 0

beforeAll(async () => {
  const account = { currency: EUR, iban: 'DE89370400440532013000', bic: null, bank: 'Bank' }
  stage = await openFilesStage({ bank: { holder: 'Danbao Sandbox', accounts: [account] } })
})
beforeEach(async () => {
  seller = await stage.test.registered({ givenName: 'Анна', familyName: 'Петрова' })
})
afterEach(() => stage.expectExplained())
afterAll(() => stage.close())

const nextKey = (): string => `key-of-a-payout-${(count += 1)}`

/** Sold for 100 euros, and asked for: what the bank will know it by. */
async function asked(): Promise<string> {
  const buyer = await stage.test.person(2, { EUR: 100_00n })
  const parties = { buyer, seller: { ...buyer, id: seller.id, text: encodeId('acc', seller.id) } }
  const payment = await stage.test.paid(parties, { amount: amountOf(100_00n, 'EUR') })
  await stage.test.run(commands.ship(stage.test.marketplace, payment, {}))
  await stage.test.run(commands.confirm(buyer.caller, payment))
  await stage.test.advance(days(2))
  const bank = { holder: 'ANNA PETROVA', iban: 'NL91ABNA0417164300' }
  const added = await stage.people.wallet.addBankAccount(seller.visitor, {
    ...{ params: undefined, query: undefined },
    body: { ...bank, authorisation },
  })
  invariant(added.ok, 'it is added')
  const to = added.value.body.bank_accounts[0]?.id ?? ''
  const amount = amountOf(100_00n, 'EUR')
  const body = { key: nextKey(), amount, bank_account: to, authorisation }
  const made = await stage.people.wallet.requestOwnPayout(seller.visitor, { ...NO_INPUT, body })
  invariant(made.ok, 'it is asked for')
  return made.value.body.payouts[0]?.reference ?? ''
}

async function send(): Promise<void> {
  const payouts = await queries.listQueuedPayouts(stage.test.deps.pool, EUR, 10)
  await stage.test.run(commands.sendPayouts({ id: newUuid(), currency: EUR, payouts }))
  await stage.takeIn(1)
}

const post = async (path: string, body: object = {}): Promise<number> =>
  (await stage.post(`bank/${path}`, body)).status

async function orders() {
  const answer: unknown = await (await fetch(`${stage.sandbox.url}/api/bank/orders`)).json()
  const order = z.object({ id: z.string(), state: z.string(), amount: z.string() })
  return z.object({ orders: z.array(order) }).parse(answer).orders
}

const stateOf = async (reference: string) =>
  (await queries.findPayoutBy(stage.test.deps.pool, reference))?.state

it('a payout is in a file once, and paid when the bank says so, however often it does', async () => {
  const reference = await asked()
  await send()
  expect(await stage.people.tradeFiles(stage.folder), 'it is laid down once').toBe(0)
  const names = await readdir(join(stage.folder, 'outgoing'))
  expect(names).toEqual([expect.stringMatching(/^payouts-\d+-EUR\.pain\.001\.xml$/)])
  expect(await orders()).toEqual([{ id: reference, state: 'received', amount: '100.00' }])
  expect(await post(`orders/${reference}/pay`)).toBe(200)
  await stage.takeIn(1)
  expect(await stateOf(reference)).toBe('paid')
  expect(await stage.newestCounts()).toMatchObject({ paid_out: 1, suspense: 0 })
  for (const format of ['camt.053', 'mt940']) {
    if (format === 'mt940') await post('transfers', GIFT)
    await post('statements', { format })
    await stage.takeIn(format === 'mt940' ? 2 : 1)
    expect(await stage.newestCounts(), format).toMatchObject({ paid_out: 0 })
  }
  expect(await post(`orders/${reference}/pay`), 'it is paid once').toBe(404)
})

const GIFT = {
  ...{ iban: 'DE89370400440532013000', currency: 'EUR', amount: '1.00' },
  ...{ payer: '', text: 'a gift' },
}

it('a payout that the payee’s bank sends back is with the proceeds again', async () => {
  const reference = await asked()
  await send()
  await orders()
  await post(`orders/${reference}/pay`)
  await stage.takeIn(1)
  await post(`orders/${reference}/return`)
  await stage.takeIn(1)
  expect(await stage.newestCounts()).toMatchObject({ payout_returned: 1, suspense: 0 })
  expect(await queries.findPayoutBy(stage.test.deps.pool, reference)).toMatchObject({
    ...{ state: 'returned', reason: 'AC04' },
  })
  const page = await stage.people.wallet.getPayouts(seller.visitor, NO_INPUT)
  expect(page).toMatchObject({ value: { body: { payable: [{ available: { value: '10000' } }] } } })
})

it('whoever writes the number of a payout on a transfer has not sent it back', async () => {
  const reference = await asked()
  await send()
  await orders()
  await post(`orders/${reference}/pay`)
  await stage.takeIn(1)
  const text = `Thank you for ${reference}`
  await post('transfers', { ...GIFT, amount: '100.00', text })
  await stage.takeIn(1)
  expect(await stage.newestCounts()).toMatchObject({ payout_returned: 0, suspense: 1 })
  expect(await stateOf(reference)).toBe('paid')
})

it('money that left without a payout of ours to explain it waits for staff', async () => {
  const reference = await asked()
  await send()
  await orders()
  await post(`orders/${reference}/pay`)
  await stage.takeIn(1)
  const done = join(stage.folder, 'done')
  const texts = await Promise.all(
    (await readdir(done)).map((name) => readFile(join(done, name), 'utf8')),
  )
  const notice = texts.find((text) => text.includes(reference))
  const again = notice?.replace(/<AcctSvcrRef>[^<]+/, '<AcctSvcrRef>ANOTHER')
  await writeFile(join(stage.folder, 'incoming', 'again.xml'), again ?? '')
  await stage.takeIn(1)
  expect(await stage.newestCounts()).toMatchObject({ paid_out: 0, suspense: 1 })
  expect(await stateOf(reference)).toBe('paid')
})
