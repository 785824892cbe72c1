import { railFiles } from '@danbao/core'
import { currency, invariant } from '@danbao/kernel'
import { NO_INPUT, type Registered } from '@danbao/people/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type FilesStage, openFilesStage } from './files-stage.ts'

// A payer's bank and the operator's, which tells of money by files in a folder.

const IBAN = 'DE89370400440532013000'
let stage: FilesStage
let anna: Registered
let count = 0

beforeAll(async () => {
  const account = { currency: currency('EUR'), iban: IBAN, bic: null, bank: 'Sandbox Bank' }
  stage = await openFilesStage({ bank: { holder: 'Danbao Sandbox', accounts: [account] } })
})
beforeEach(async () => {
  anna = await stage.test.registered({ givenName: 'Анна', familyName: 'Петрова' })
})
afterEach(async () => {
  await stage.post('files/faults', { delayMs: 0, twice: false, cut: false, swapped: false })
  await stage.expectExplained()
})
afterAll(() => stage.close())

async function announce(value: string): Promise<string> {
  count += 1
  const amount = { value, currency: 'EUR' }
  const body = { key: `key-of-the-bank-${count}`, rail: 'bank_transfer', amount } as const
  const started = await stage.people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
  invariant(started.ok && started.value.body.reference !== null, 'it has a reference')
  expect(started.value.body.instructions).toMatchObject({
    iban: IBAN,
    qr: expect.stringMatching(/^BCD\n002\n1\nSCT\n\nDanbao Sandbox\nDE89[\s\S]*RF\d\d/),
  })
  return started.value.body.reference
}

async function post(path: string, body: object = {}): Promise<unknown> {
  const answer = await stage.post(`bank/${path}`, body)
  expect(answer.status).toBe(200)
  return answer.json()
}

async function send(text: string, amount: string, payer = 'ANNA PETROVA'): Promise<string> {
  const order = { iban: IBAN, currency: 'EUR', amount, payer, text }
  return z.object({ id: z.string() }).parse(await post('transfers', order)).id
}

const available = async (): Promise<string | undefined> => {
  const home = await stage.people.wallet.getHome(anna.visitor, NO_INPUT)
  invariant(home.ok, 'there is a home')
  return home.value.body.balances.find((one) => one.currency === 'EUR')?.available.value
}

const newest = async () => (await railFiles.listFiles(stage.test.deps.pool, 1))[0]

it('a transfer is credited by the notice, and not again by statements of either format', async () => {
  const reference = await announce('10000')
  await send(`Пополнение ${reference.toLowerCase()}`, '100.00')
  await stage.takeIn(1)
  expect(await available()).toBe('10000')
  for (const format of ['camt.053', 'mt940']) {
    // So that there is something to tell each time: a transfer that names nobody.
    await send('a gift', '1.00', '')
    await post('statements', { format })
    await stage.takeIn(2)
    expect(await newest()).toMatchObject({ format, importedBy: 'folder' })
    expect(JSON.parse((await newest())?.summary ?? '{}')).toMatchObject({
      credited: 0,
      suspense: 0,
    })
  }
  expect(await available()).toBe('10000')
})

it('a transfer that is taken back leaves the wallet again', async () => {
  const reference = await announce('5000')
  const id = await send(reference, '50.00')
  await stage.takeIn(1)
  expect(await available()).toBe('5000')
  await post(`transfers/${id}/back`)
  await stage.takeIn(1)
  expect(await available()).toBe('0')
})

it('its page sends a transfer by hand, and says what is wrong in the language of the browser', async () => {
  const form = async (fields: Readonly<Record<string, string>>) =>
    fetch(`${stage.sandbox.url}/bank/transfers`, {
      method: 'POST',
      headers: { 'accept-language': 'ru' },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  const good = { iban: 'de89 3704 0044 0532 0130 00', currency: 'EUR', amount: '12,50', payer: 'A' }
  expect((await form({ ...good, text: '<b>&' })).headers.get('location')).toBe('/bank?sent')
  const page = await (await fetch(`${stage.sandbox.url}/bank`)).text()
  expect(page).toContain('€12.50')
  expect(page).toContain('&lt;b&gt;&amp;')
  await stage.takeIn(1)
  for (const [field, wrong] of [
    ['IBAN получателя', { iban: 'DE1' }],
    ['Сумма', { amount: '0' }],
    ['Сумма', { amount: '1.234' }],
  ] as const) {
    const refused = await form({ ...good, text: '', ...wrong })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`Проверьте поле «${field}»`)
  }
})

it.each([
  ['twice', { twice: true }, 2],
  ['late', { delayMs: 1_500 }, 1],
])('a notice that comes %s is credited once', async (_how, faults, files) => {
  const reference = await announce('4000')
  await stage.post('files/faults', faults)
  await send(reference, '40.00')
  await stage.takeIn(files)
  expect(await available()).toBe('4000')
})

it('a notice that was cut is refused whole, and the statement makes up for it', async () => {
  const reference = await announce('5000')
  await stage.post('files/faults', { cut: true })
  await send(reference, '50.00')
  await stage.takeIn(1)
  expect(await available()).toBeUndefined()
  await stage.post('files/faults', { cut: false })
  await post('statements', { format: 'camt.053' })
  await stage.takeIn(1)
  expect(await available()).toBe('5000')
})

it('a reversal that comes before what it takes back waits for staff, and loses nothing', async () => {
  const reference = await announce('6000')
  await stage.post('files/faults', { swapped: true })
  const id = await send(reference, '60.00')
  await post(`transfers/${id}/back`)
  await stage.takeIn(2)
  expect(await available()).toBe('6000')
  const { pool } = stage.test.deps
  const { rows } = await pool.query(
    "SELECT kind, doubt FROM app.deposit WHERE amount = 6000 AND kind = 'reversal'",
  )
  expect(rows).toEqual([{ kind: 'reversal', doubt: 'unknown_arrival' }])
})
