import type { WalletTopUp } from '@danbao/contracts/wallet'
import { decodeId, invariant, type Uuid } from '@danbao/kernel'
import { NO_INPUT, type Registered } from '@danbao/people/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type FilesStage, openFilesStage } from './files-stage.ts'

// Somebody sends money at a counter; the operator collects it, and the agent's file says so.

let stage: FilesStage
let anna: Registered
let count = 0

beforeAll(async () => {
  const westernUnion = { receiver: 'Sample Collector', city: 'Berlin', country: 'DE' }
  stage = await openFilesStage({ westernUnion })
})
beforeEach(async () => {
  anna = await stage.test.registered()
})
afterEach(() => stage.expectExplained())
afterAll(() => stage.close())

const nextKey = (): string => `key-of-a-remittance-${(count += 1)}`

async function start(value = '10000'): Promise<WalletTopUp> {
  const amount = { value, currency: 'USD' }
  const body = { key: nextKey(), rail: 'western_union', amount } as const
  const started = await stage.people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
  invariant(started.ok, 'it starts')
  return started.value.body
}

function idOf({ id }: WalletTopUp): Uuid {
  const decoded = decodeId('top', id)
  invariant(decoded.ok, 'an id')
  return decoded.value
}

const tell = (topUp: WalletTopUp, mtcn: string, sender = 'Иван Петров', who = anna) =>
  stage.people.wallet.tellTransfer(who.visitor, {
    params: { id: idOf(topUp) },
    query: undefined,
    body: { key: nextKey(), mtcn, sender },
  })

async function look(topUp: WalletTopUp): Promise<WalletTopUp> {
  const input = { ...NO_INPUT, params: { id: idOf(topUp) } }
  const shown = await stage.people.wallet.getOwnTopUp(anna.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

async function post(path: string, body: object = {}): Promise<unknown> {
  const answer = await stage.post(`remittance${path}`, body)
  expect(answer.status).toBe(200)
  return answer.json()
}

async function send(sender = 'IVAN PETROV', amount = '100'): Promise<string> {
  const sent = await post('', { sender, amount, currency: 'USD' })
  return z.object({ mtcn: z.string() }).parse(sent).mtcn
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
  expect(await stage.people.tradeFiles(stage.folder), 'sent is not collected').toBe(0)
  await post(`/${mtcn}/pay-out`)
  await stage.takeIn()
  expect(await look(topUp)).toMatchObject({ state: 'credited', instructions: null })
  await post(`/${mtcn}/reverse`)
  await stage.takeIn()
  const home = await stage.people.wallet.getHome(anna.visitor, NO_INPUT)
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
    await stage.takeIn()
    expect((await look(topUp)).waiting).toMatchObject([{ doubt }])
  }
})

it('is one person’s: whoever tells the same number second is refused, and may correct a digit', async () => {
  const mtcn = await send()
  const topUp = await start()
  expect(await tell(topUp, '1234567890')).toMatchObject({ ok: true })
  expect(await tell(topUp, mtcn)).toMatchObject({ ok: true })
  const first = anna
  anna = await stage.test.registered()
  const other = await start()
  expect(await tell(other, mtcn)).toMatchObject({ refusal: { code: 'reference_in_use' } })
  expect(await tell(topUp, mtcn, 'Somebody', anna)).toMatchObject({
    refusal: { code: 'not_found' },
  })
  anna = first
  await post(`/${mtcn}/pay-out`)
  await stage.takeIn()
  expect(await look(topUp)).toMatchObject({ state: 'credited' })
  expect(await tell(topUp, '1234567891')).toMatchObject({ refusal: { code: 'wrong_state' } })
})

it('has a page at which it is sent and collected by hand', async () => {
  const form = (fields: Readonly<Record<string, string>>, path = '') =>
    fetch(`${stage.sandbox.url}/remittance${path}`, {
      method: 'POST',
      headers: { 'accept-language': 'ru' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  const sent = { sender: '<b>"A"', amount: '25,5', currency: 'EUR' }
  expect((await form(sent)).headers.get('location')).toBe('/remittance')
  const page = await (await fetch(`${stage.sandbox.url}/remittance`)).text()
  expect(page).toContain('25.50 EUR')
  expect(page).toContain('&lt;b&gt;&quot;A&quot;')
  const refused = await form({ ...sent, amount: '0' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Проверьте имя и сумму')
  const [, mtcn = ''] = /remittance\/(\d{10})\/pay-out/.exec(page) ?? []
  await form({}, `/${mtcn}/pay-out`)
  await stage.takeIn()
})
