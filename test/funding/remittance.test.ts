import { rm } from 'node:fs/promises'
import { audit } from '@danbao/core'
import type { WalletTopUp } from '@danbao/contracts/wallet'
import { createTestFolder } from '@danbao/database/testing'
import { decodeId, invariant, type Uuid } from '@danbao/kernel'
import { createPeople, type People } from '@danbao/people'
import { NO_INPUT, openTestPeople, type Registered, type TestPeople } from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

// Somebody sends money at a counter; the operator collects it, and the agent's file says so.

let folder: string
let sandbox: Sandbox
let test: TestPeople
let people: People
let anna: Registered
let count = 0

beforeAll(async () => {
  folder = await createTestFolder()
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0, filesFolder: folder })
  test = await openTestPeople()
  const westernUnion = { receiver: 'Sample Collector', city: 'Berlin', country: 'DE' }
  people = createPeople({ ...test.deps, ways: { ...test.deps.ways, westernUnion } })
})
beforeEach(async () => {
  anna = await test.registered()
})
afterEach(async () => {
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})
afterAll(async () => {
  await sandbox.close()
  await test.close()
  await rm(folder, { recursive: true })
})

const nextKey = (): string => `key-of-a-remittance-${(count += 1)}`

async function start(value = '10000'): Promise<WalletTopUp> {
  const amount = { value, currency: 'USD' }
  const body = { key: nextKey(), rail: 'western_union', amount } as const
  const started = await people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
  invariant(started.ok, 'it starts')
  return started.value.body
}

function idOf({ id }: WalletTopUp): Uuid {
  const decoded = decodeId('top', id)
  invariant(decoded.ok, 'an id')
  return decoded.value
}

const tell = (topUp: WalletTopUp, mtcn: string, sender = 'Иван Петров', who = anna) =>
  people.wallet.tellTransfer(who.visitor, {
    params: { id: idOf(topUp) },
    query: undefined,
    body: { key: nextKey(), mtcn, sender },
  })

async function look(topUp: WalletTopUp): Promise<WalletTopUp> {
  const input = { ...NO_INPUT, params: { id: idOf(topUp) } }
  const shown = await people.wallet.getOwnTopUp(anna.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

async function post(path: string, body: object = {}): Promise<unknown> {
  const answer = await fetch(`${sandbox.url}/api/remittance${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
  return answer.json()
}

async function send(sender = 'IVAN PETROV', amount = '100'): Promise<string> {
  const sent = await post('', { sender, amount, currency: 'USD' })
  return z.object({ mtcn: z.string() }).parse(sent).mtcn
}

/** The folder is looked at until the file lies in it. */
async function takeIn(): Promise<void> {
  await vi.waitFor(async () => expect(await people.tradeFiles(folder)).toBe(1), {
    timeout: 10_000,
    interval: 300,
  })
}

it('is credited when the operator has collected what the person told of', async () => {
  const topUp = await start()
  expect(topUp.instructions).toEqual({
    kind: 'western_union',
    ...{ receiver: 'Sample Collector', city: 'Berlin', country: 'DE', told: null },
  })
  const mtcn = await send()
  const dashes = `${mtcn.slice(0, 3)}-${mtcn.slice(3, 6)}-${mtcn.slice(6)}`
  expect(await tell(topUp, dashes.replaceAll('-', ''))).toMatchObject({
    value: { body: { instructions: { told: { sender: 'Иван Петров', last4: mtcn.slice(-4) } } } },
  })
  expect((await look(topUp)).reference).toBeNull()
  expect(await people.tradeFiles(folder), 'sent is not collected').toBe(0)
  await post(`/${mtcn}/pay-out`)
  await takeIn()
  expect(await look(topUp)).toMatchObject({ state: 'credited', instructions: null })
  await post(`/${mtcn}/reverse`)
  await takeIn()
  const home = await people.wallet.getHome(anna.visitor, NO_INPUT)
  expect(home).toMatchObject({ value: { body: { balances: [{ available: { value: '0' } }] } } })
})

it('of another sender, or of another sum, waits for staff', async () => {
  for (const [sender, amount, doubt] of [
    ['MARIA SIDOROVA', '100', 'other_payer'],
    ['IVAN PETROV', '99', 'wrong_amount'],
  ] as const) {
    const topUp = await start()
    const mtcn = await send(sender, amount)
    await tell(topUp, mtcn)
    await post(`/${mtcn}/pay-out`)
    await takeIn()
    expect((await look(topUp)).waiting).toMatchObject([{ doubt }])
  }
})

it('is one person’s: whoever tells the same number second is refused, and may correct a digit', async () => {
  const mtcn = await send()
  const topUp = await start()
  expect(await tell(topUp, '1234567890')).toMatchObject({ ok: true })
  expect(await tell(topUp, mtcn)).toMatchObject({ ok: true })
  const first = anna
  anna = await test.registered()
  const other = await start()
  expect(await tell(other, mtcn)).toMatchObject({ refusal: { code: 'reference_in_use' } })
  expect(await tell(topUp, mtcn, 'Somebody', anna)).toMatchObject({
    refusal: { code: 'not_found' },
  })
  anna = first
  await post(`/${mtcn}/pay-out`)
  await takeIn()
  expect(await look(topUp)).toMatchObject({ state: 'credited' })
  expect(await tell(topUp, '1234567891')).toMatchObject({ refusal: { code: 'wrong_state' } })
})

it('has a page at which it is sent and collected by hand', async () => {
  const form = (fields: Readonly<Record<string, string>>, path = '') =>
    fetch(`${sandbox.url}/remittance${path}`, {
      method: 'POST',
      headers: { 'accept-language': 'ru' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  const sent = { sender: '<b>"A"', amount: '25,5', currency: 'EUR' }
  expect((await form(sent)).headers.get('location')).toBe('/remittance')
  const page = await (await fetch(`${sandbox.url}/remittance`)).text()
  expect(page).toContain('25.50 EUR')
  expect(page).toContain('&lt;b&gt;&quot;A&quot;')
  const refused = await form({ ...sent, amount: '0' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Проверьте имя и сумму')
  const [, mtcn = ''] = /remittance\/(\d{10})\/pay-out/.exec(page) ?? []
  await form({}, `/${mtcn}/pay-out`)
  await takeIn()
})
