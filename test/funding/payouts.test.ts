import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { audit, commands, queries, railFiles } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { createTestFolder } from '@danbao/database/testing'
import { currency, days, encodeId, invariant, newUuid } from '@danbao/kernel'
import { createPeople, type People } from '@danbao/people'
import {
  NO_INPUT,
  openTestPeople,
  type Registered,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

// A seller's proceeds on their way: a file for the bank, and files of the bank that say what became of it.

const EUR = currency('EUR')
const authorisation = {
  by: 'payment_password',
  payment_password: TEST_PAYMENT_PASSWORD,
} as const
let folder: string
let sandbox: Sandbox
let test: TestPeople
let people: People
let seller: Registered
let count = 0

beforeAll(async () => {
  folder = await createTestFolder()
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0, filesFolder: folder })
  test = await openTestPeople({ paymentCheck: 'approve' })
  const account = { currency: EUR, iban: 'DE89370400440532013000', bic: null, bank: 'Bank' }
  const bank = { holder: 'Danbao Sandbox', accounts: [account] }
  people = createPeople({ ...test.deps, ways: { ...test.deps.ways, bank } })
})
beforeEach(async () => {
  seller = await test.registered({ givenName: 'Анна', familyName: 'Петрова' })
})
afterEach(async () => {
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(async () => {
  await sandbox.close()
  await test.close()
  await rm(folder, { recursive: true })
})

const nextKey = (): string => `key-of-a-payout-${(count += 1)}`

/** Sold for 100 euros, and asked for: what the bank will know it by. */
async function asked(): Promise<string> {
  const buyer = await test.person(2, { EUR: 100_00n })
  const parties = { buyer, seller: { ...buyer, id: seller.id, text: encodeId('acc', seller.id) } }
  const payment = await test.paid(parties, { amount: amountOf(100_00n, 'EUR') })
  await test.run(commands.ship(test.marketplace, payment, {}))
  await test.run(commands.confirm(buyer.caller, payment))
  await test.advance(days(2))
  const bank = { holder: 'ANNA PETROVA', iban: 'NL91ABNA0417164300' }
  const added = await people.wallet.addBankAccount(seller.visitor, {
    ...{ params: undefined, query: undefined },
    body: { ...bank, authorisation },
  })
  invariant(added.ok, 'it is added')
  const to = added.value.body.bank_accounts[0]?.id ?? ''
  const amount = amountOf(100_00n, 'EUR')
  const body = { key: nextKey(), amount, bank_account: to, authorisation }
  const made = await people.wallet.requestOwnPayout(seller.visitor, { ...NO_INPUT, body })
  invariant(made.ok, 'it is asked for')
  return made.value.body.payouts[0]?.reference ?? ''
}

async function send(): Promise<void> {
  const payouts = await queries.listQueuedPayouts(test.deps.pool, EUR, 10)
  await test.run(commands.sendPayouts({ id: newUuid(), currency: EUR, payouts }))
  await takeIn(1)
}

/** The folder is looked at until so many files were laid down or taken in. */
async function takeIn(files: number): Promise<void> {
  let taken = 0
  await vi.waitFor(
    async () => {
      taken += await people.tradeFiles(folder)
      expect(taken).toBe(files)
    },
    { timeout: 10_000, interval: 300 },
  )
}

async function post(path: string, body: object = {}): Promise<number> {
  const answer = await fetch(`${sandbox.url}/api/bank/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.status
}

async function orders() {
  const answer: unknown = await (await fetch(`${sandbox.url}/api/bank/orders`)).json()
  const order = z.object({ id: z.string(), state: z.string(), amount: z.string() })
  return z.object({ orders: z.array(order) }).parse(answer).orders
}

const stateOf = async (reference: string) =>
  (await queries.findPayoutBy(test.deps.pool, reference))?.state
const counts = async (): Promise<unknown> =>
  JSON.parse((await railFiles.listFiles(test.deps.pool, 1))[0]?.summary ?? '{}')

it('a payout is in a file once, and paid when the bank says so, however often it does', async () => {
  const reference = await asked()
  await send()
  expect(await people.tradeFiles(folder), 'it is laid down once').toBe(0)
  const names = await readdir(join(folder, 'outgoing'))
  expect(names).toEqual([expect.stringMatching(/^payouts-\d+-EUR\.pain\.001\.xml$/)])
  expect(await orders()).toEqual([{ id: reference, state: 'received', amount: '100.00' }])
  expect(await post(`orders/${reference}/pay`)).toBe(200)
  await takeIn(1)
  expect(await stateOf(reference)).toBe('paid')
  expect(await counts()).toMatchObject({ paid_out: 1, suspense: 0 })
  for (const format of ['camt.053', 'mt940']) {
    if (format === 'mt940') await post('transfers', GIFT)
    await post('statements', { format })
    await takeIn(format === 'mt940' ? 2 : 1)
    expect(await counts(), format).toMatchObject({ paid_out: 0 })
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
  await takeIn(1)
  await post(`orders/${reference}/return`)
  await takeIn(1)
  expect(await counts()).toMatchObject({ payout_returned: 1, suspense: 0 })
  expect(await queries.findPayoutBy(test.deps.pool, reference)).toMatchObject({
    ...{ state: 'returned', reason: 'AC04' },
  })
  const page = await people.wallet.getPayouts(seller.visitor, NO_INPUT)
  expect(page).toMatchObject({ value: { body: { payable: [{ available: { value: '10000' } }] } } })
})

it('whoever writes the number of a payout on a transfer has not sent it back', async () => {
  const reference = await asked()
  await send()
  await orders()
  await post(`orders/${reference}/pay`)
  await takeIn(1)
  const text = `Thank you for ${reference}`
  await post('transfers', { ...GIFT, amount: '100.00', text })
  await takeIn(1)
  expect(await counts()).toMatchObject({ payout_returned: 0, suspense: 1 })
  expect(await stateOf(reference)).toBe('paid')
})

it('money that left without a payout of ours to explain it waits for staff', async () => {
  const reference = await asked()
  await send()
  await orders()
  await post(`orders/${reference}/pay`)
  await takeIn(1)
  const done = join(folder, 'done')
  const texts = await Promise.all(
    (await readdir(done)).map((name) => readFile(join(done, name), 'utf8')),
  )
  const notice = texts.find((text) => text.includes(reference))
  const again = notice?.replace(/<AcctSvcrRef>[^<]+/, '<AcctSvcrRef>ANOTHER')
  await writeFile(join(folder, 'incoming', 'again.xml'), again ?? '')
  await takeIn(1)
  expect(await counts()).toMatchObject({ paid_out: 0, suspense: 1 })
  expect(await stateOf(reference)).toBe('paid')
})
