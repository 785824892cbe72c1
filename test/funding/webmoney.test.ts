import { once } from 'node:events'
import { createServer } from 'node:http'
import { audit } from '@danbao/core'
import type { WalletTopUp } from '@danbao/contracts/wallet'
import { days, decodeId, invariant } from '@danbao/kernel'
import { createPeople, type People } from '@danbao/people'
import { NO_INPUT, openTestPeople, type Registered, type TestPeople } from '@danbao/people/testing'
import { createSandbox, type Sandbox } from '@danbao/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

// A payer in front of WebMoney's own page, and the wallet behind the result URL.

let sandbox: Sandbox
let shop: Shop
let test: TestPeople
let people: People
let anna: Registered
let key = 0

beforeAll(async () => {
  sandbox = await createSandbox({ smtpPort: 0, webPort: 0, webhookPausesMs: [20, 20, 20] })
  shop = await openShop()
  test = await openTestPeople()
  people = createPeople(depsOf(test))
})
afterAll(async () => {
  await sandbox.close()
  await shop.close()
  await test.close()
})
beforeEach(async () => {
  anna = await test.registered()
})
afterEach(async () => {
  await fetch(`${sandbox.url}/api/webmoney/faults`, { method: 'DELETE' })
  shop.answerWith = undefined
  expect((await audit(test.deps.pool)).checks.filter(({ ok }) => !ok)).toEqual([])
})

function depsOf({ deps }: TestPeople) {
  const webmoney = {
    url: sandbox.webMoneyUrl,
    purses: ['Z123456789012', 'E123456789012'],
    secretKey: 'webmoney_sandbox',
  }
  return { ...deps, publicUrl: shop.url, ways: { ...deps.ways, webmoney } }
}

interface Shop {
  readonly url: string
  readonly warnings: string[]
  readonly fields: Readonly<Record<string, string>>[]
  /** Instead of what the wallet says. */
  answerWith: number | undefined
  close(): Promise<void>
}

/** The wallet's side of the result URL. */
async function openShop(): Promise<Shop> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString()))
      opened.fields.push(fields)
      void people.takeWebMoney(fields).then(({ status, text, warning }) => {
        if (warning !== undefined) opened.warnings.push(warning)
        response.writeHead(opened.answerWith ?? status).end(text)
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  invariant(typeof address === 'object' && address !== null, 'it listens')
  const opened: Shop = {
    url: `http://127.0.0.1:${address.port}`,
    warnings: [],
    fields: [],
    answerWith: undefined,
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
  return opened
}

async function faults(change: object): Promise<void> {
  const answer = await fetch(`${sandbox.url}/api/webmoney/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  expect(answer.status).toBe(200)
}

async function start(value = '10000', currency = 'USD'): Promise<WalletTopUp> {
  key += 1
  const body = {
    key: `key-of-webmoney-${key}`,
    rail: 'webmoney',
    amount: { value, currency },
  } as const
  const started = await people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
  invariant(started.ok, 'it starts')
  return started.value.body
}

async function look({ id }: WalletTopUp): Promise<WalletTopUp> {
  const decoded = decodeId('top', id)
  invariant(decoded.ok, 'an id')
  const input = { ...NO_INPUT, params: { id: decoded.value } }
  const shown = await people.wallet.getOwnTopUp(anna.visitor, input)
  invariant(shown.ok, 'it is there')
  return shown.value.body
}

/** Sends a form as a browser does; where it leads, or what is shown. */
async function submit(url: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields)
  const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
  const to = answer.headers.get('location')
  return { to: to === null ? undefined : new URL(to, url).href, page: await answer.text() }
}

/** To WebMoney's page, as the wallet's button leads there. */
async function goTo(topUp: WalletTopUp): Promise<string> {
  const { instructions } = topUp
  invariant(instructions?.kind === 'webmoney', 'there is something to do')
  const { to } = await submit(instructions.action, instructions.fields)
  invariant(to !== undefined, 'a page')
  return to
}

const credited = (topUp: WalletTopUp) =>
  vi.waitFor(async () => expect((await look(topUp)).state).toBe('credited'), 5_000)

describe('a top-up by WebMoney', () => {
  it('is paid on WebMoney’s page and credited by the signed notification', async () => {
    const topUp = await start()
    expect(topUp).toMatchObject({
      state: 'awaiting',
      fee: { value: '80', currency: 'USD' },
      instructions: { payable: { value: '10080', currency: 'USD' } },
    })
    const page = await goTo(topUp)
    const shown = await (await fetch(page, { headers: { 'accept-language': 'ru' } })).text()
    expect(shown).toContain('Подтвердите платёж')
    expect(shown).toContain('100,80')
    const { to } = await submit(page, {})
    expect(to).toContain(`${shop.url}/wallet/top-up/${topUp.id}`)
    await credited(topUp)
    expect(await look(topUp)).toMatchObject({
      arrived: { value: '10000', currency: 'USD' },
      credits: [{ amount: { value: '10000', currency: 'USD' } }],
      waiting: [],
      instructions: null,
    })
    expect(shop.fields.at(-1)).toMatchObject({ LMI_MODE: '1', LMI_PAYEE_PURSE: 'Z123456789012' })
  })

  it('goes to the purse of its currency', async () => {
    const topUp = await start('5000', 'EUR')
    await submit(await goTo(topUp), {})
    await credited(topUp)
    expect(shop.fields.at(-1)).toMatchObject({ LMI_PAYEE_PURSE: 'E123456789012' })
  })

  it('is credited once, however often WebMoney tells of it', async () => {
    await faults({ twice: true })
    const topUp = await start()
    await submit(await goTo(topUp), {})
    await credited(topUp)
    const again = shop.fields.findLast((fields) => fields['LMI_HASH2'] !== undefined)
    invariant(again !== undefined, 'it was told')
    expect(await people.takeWebMoney(again)).toMatchObject({ status: 200, text: 'YES' })
    expect((await look(topUp)).credits).toHaveLength(1)
  })

  it('is credited late where the wallet could not answer at first', async () => {
    const topUp = await start()
    const page = await goTo(topUp)
    await faults({ delayMs: 200 })
    await submit(page, {})
    shop.answerWith = 500
    await vi.waitFor(() => expect(shop.fields.at(-1)).toHaveProperty('LMI_HASH2'))
    shop.answerWith = undefined
    await credited(topUp)
    expect((await look(topUp)).credits).toHaveLength(1)
  })

  it('is not believed when the signature is another’s, or the money is said to be real', async () => {
    for (const fault of [{ forged: true }, { real: true }]) {
      shop.warnings.length = 0
      await faults({ forged: false, real: false, ...fault })
      const topUp = await start()
      await submit(await goTo(topUp), {})
      await vi.waitFor(() => expect(shop.warnings).not.toEqual([]))
      expect(await look(topUp)).toMatchObject({ state: 'awaiting', credits: [] })
    }
  })

  it('can not be paid once it was cancelled: the wallet says no to the question', async () => {
    const topUp = await start()
    const page = await goTo(topUp)
    const decoded = decodeId('top', topUp.id)
    invariant(decoded.ok, 'an id')
    const body = { key: 'cancel-of-webmoney-1' }
    const input = { params: { id: decoded.value }, query: undefined, body }
    expect(await people.wallet.cancelOwnTopUp(anna.visitor, input)).toMatchObject({ ok: true })
    const { to, page: shown } = await submit(page, {})
    expect(to).toBeUndefined()
    expect(shown).toContain('does not take this payment')
    expect(shop.fields.at(-1)).toHaveProperty('LMI_PREREQUEST')
  })

  it('can not be paid after its day, nor with another amount', async () => {
    const topUp = await start()
    const { instructions } = topUp
    invariant(instructions?.kind === 'webmoney', 'there is something to do')
    const more = { ...instructions.fields, LMI_PAYMENT_AMOUNT: '1.00' }
    const { to: cheap = '' } = await submit(instructions.action, more)
    expect((await submit(cheap, {})).to).toBeUndefined()
    const page = await goTo(topUp)
    await test.advance(days(1))
    expect((await submit(page, {})).to).toBeUndefined()
    expect(await look(topUp)).toMatchObject({ state: 'expired', instructions: null })
  })

  it('leads back unpaid when the payer changes their mind', async () => {
    const topUp = await start()
    const { to } = await submit(`${await goTo(topUp)}/cancel`, {})
    expect(to).toContain(`/wallet/top-up/${topUp.id}`)
    expect(await look(topUp)).toMatchObject({ state: 'awaiting' })
  })
})

describe('money that nobody awaits', () => {
  it('waits for staff, and its owner sees it', async () => {
    const topUp = await start()
    await faults({ delayMs: 300 })
    await submit(await goTo(topUp), {})
    const decoded = decodeId('top', topUp.id)
    invariant(decoded.ok, 'an id')
    const body = { key: 'cancel-of-webmoney-2' }
    await people.wallet.cancelOwnTopUp(anna.visitor, {
      ...{ params: { id: decoded.value }, query: undefined, body },
    })
    await vi.waitFor(async () => expect((await look(topUp)).waiting).toHaveLength(1), 5_000)
    expect((await look(topUp)).waiting).toMatchObject([
      { amount: { value: '10000', currency: 'USD' }, doubt: 'not_awaited' },
    ])
  })
})

describe('the result URL', () => {
  it('answers an empty call, and refuses what is not of WebMoney', async () => {
    expect(await people.takeWebMoney({})).toEqual({ status: 200, text: 'YES' })
    expect(await people.takeWebMoney({ LMI_MODE: '0' })).toMatchObject({ status: 400 })
    const closed = await createPeople(test.deps).takeWebMoney({})
    expect(closed).toMatchObject({ status: 400 })
  })

  it('in a live database believes in real money only', async () => {
    const live = await openTestPeople({ mode: 'live' })
    const livePeople = createPeople(depsOf(live))
    const topUp = await start()
    await submit(await goTo(topUp), {})
    await credited(topUp)
    const told = shop.fields.findLast((fields) => fields['LMI_HASH2'] !== undefined)
    invariant(told !== undefined, 'it was told')
    const answer = await livePeople.takeWebMoney(told)
    expect(answer).toMatchObject({ status: 200, warning: expect.stringContaining('test mode') })
    expect(await live.balances()).toEqual([])
    await live.close()
  })
})
