import { LIVE_PATHS, type LiveMessage } from '@danbao/contracts/wallet'
import { commands, type PersonCaller } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { encodeId, formatInstant, hours, systemClock, type Uuid } from '@danbao/kernel'
import { createPeople, type People } from '@danbao/people'
import { openTestPeople, type Registered, type TestPeople } from '@danbao/people/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../create-server.ts'

let test: TestPeople
let people: People
let app: FastifyInstance
let url: string
let anna: Registered
let boris: Registered
let stranger: Registered

beforeAll(async () => {
  test = await openTestPeople({ paymentCheck: 'approve', limits: false })
  people = createPeople(test.deps)
  app = await serve()
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  anna = await test.registered()
  boris = await test.registered()
  stranger = await test.registered()
  await test.run(
    commands.topUp(as(anna), { account: encodeId('acc', anna.id), amount: amountOf(9_000_00n) }),
  )
  await tellAll()
})
afterAll(async () => {
  await app.close()
  await test.close()
})

function serve(): Promise<FastifyInstance> {
  return createServer({
    core: test.core,
    people,
    mode: 'sandbox',
    clock: systemClock(),
    logger: pino({ level: 'silent' }),
    publicUrl: 'http://localhost:8080',
    authenticate: () => undefined,
  })
}

function as({ id }: Registered): PersonCaller {
  return { kind: 'person', personId: id }
}

function tellAll(): Promise<number> {
  return people.tellNews((what, error) => {
    throw new Error(what, { cause: error })
  })
}

async function pay(): Promise<Uuid> {
  const parties = { buyer: encodeId('acc', anna.id), seller: encodeId('acc', boris.id) }
  const request = { amount: amountOf(10_00n), ...parties }
  const { id } = await test.run(commands.createPayment(test.marketplace, request))
  await test.run(commands.pay(as(anna), id, {}))
  return id
}

interface Page {
  readonly status: number
  readonly headers: Headers
  readonly heard: LiveMessage[]
  readonly mark: () => string
  readonly ended: Promise<void>
  until(kind: LiveMessage['kind']): Promise<LiveMessage>
  close(): void
}

interface Visit {
  readonly token?: string | undefined
  readonly mark?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function open({ token, mark, path = LIVE_PATHS.wallet, headers = {} }: Visit): Promise<Page> {
  const name = path.startsWith('/wallet') ? 'danbao_wallet' : 'danbao_console'
  const leave = new AbortController()
  const response = await fetch(url + path, {
    signal: leave.signal,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { cookie: `${name}=${token}` }),
      ...(mark === undefined ? {} : { 'last-event-id': mark }),
    },
  })
  const heard: LiveMessage[] = []
  let last = ''
  const listen = async (): Promise<void> => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1]
        if (data !== undefined) heard.push(JSON.parse(data))
        last = /^id: (.*)$/m.exec(frame)?.[1] ?? last
      }
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    heard,
    mark: () => last,
    ended: listen().catch(() => undefined),
    until: (kind) => hear(heard, kind),
    close: () => leave.abort(),
  }
}

async function hear(heard: LiveMessage[], kind: LiveMessage['kind']): Promise<LiveMessage> {
  for (const until = Date.now() + 20_000; Date.now() < until;) {
    const found = heard.find((message) => message.kind === kind)
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`Nothing of ${kind} was heard, but ${JSON.stringify(heard)}`)
}

const kindsOf = ({ heard }: Page): readonly string[] =>
  heard.map(({ kind }) => kind).filter((kind) => kind !== 'clock')

describe('who may listen', () => {
  it.each([LIVE_PATHS.wallet, LIVE_PATHS.console])('%s: no stranger', async (path) => {
    expect((await open({ path })).status).toBe(401)
    expect((await open({ path, token: 'x'.repeat(43) })).status).toBe(401)
  })

  it('nobody through another site, and a person not at the desk of staff', async () => {
    const token = anna.visitor.sessionToken
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await open({ token, headers })).status).toBe(403)
    expect((await open({ token, path: LIVE_PATHS.console })).status).toBe(401)
  })

  it('at most six pages of one person', async () => {
    const token = stranger.visitor.sessionToken
    const pages = await Promise.all(Array.from({ length: 6 }, () => open({ token })))
    const seventh = await open({ token })
    expect([seventh.status, ...pages.map(({ status }) => status)]).toEqual([
      429,
      ...pages.map(() => 200),
    ])
    pages[0]?.close()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const again = await open({ token })
    expect(again.status).toBe(200)
    for (const page of [...pages, again]) page.close()
  })
})

describe('what is heard', () => {
  it('a change of an own payment, by both its people and by nobody else', async () => {
    const [buyer, seller, other] = await Promise.all(
      [anna, boris, stranger].map(({ visitor }) => open({ token: visitor.sessionToken })),
    )
    if (buyer === undefined || seller === undefined || other === undefined) throw new Error('three')
    expect(buyer.headers.get('content-type')).toContain('text/event-stream')
    expect(buyer.headers.get('cache-control')).toContain('no-transform')
    await Promise.all([buyer, seller, other].map((page) => page.until('clock')))
    const payment = { kind: 'payment', id: encodeId('pay', await pay()) }
    expect(await buyer.until('payment')).toEqual(payment)
    expect(await seller.until('payment')).toEqual(payment)
    await tellAll()
    await seller.until('notification')
    expect(kindsOf(other)).toEqual([])
    for (const page of [buyer, seller, other]) page.close()
  })

  it('what was missed, by who comes back with the last id, and no more than that', async () => {
    const token = boris.visitor.sessionToken
    const before = await open({ token })
    await before.until('clock')
    before.close()
    const id = encodeId('pay', await pay())
    await tellAll()
    const after = await open({ token, mark: before.mark() })
    await after.until('clock')
    expect(after.heard.filter(({ kind }) => kind !== 'clock')).toEqual([
      { kind: 'payment', id },
      { kind: 'notification' },
    ])
    after.close()
    const idle = await open({ token, mark: after.mark() })
    await idle.until('clock')
    expect(kindsOf(idle)).toEqual([])
    idle.close()
  })

  it('all, by who was away for too long or brings a mark of another database', async () => {
    const page = await open({ token: anna.visitor.sessionToken, mark: '999999999-0-0-' })
    await page.until('all')
    page.close()
  })

  it('that something was read in another window', async () => {
    const page = await open({ token: boris.visitor.sessionToken })
    await page.until('clock')
    const none = { params: undefined, query: undefined, body: undefined }
    const list = await people.wallet.listNotifications(boris.visitor, { ...none, query: {} })
    const newest = list.ok ? (list.value.body.data[0]?.id ?? '') : ''
    await people.wallet.readNotifications(boris.visitor, { ...none, body: { newest } })
    await page.until('notification')
    page.close()
  })

  it('that a clock was moved, and money that came without a payment', async () => {
    const page = await open({ token: anna.visitor.sessionToken })
    await page.until('clock')
    page.heard.length = 0
    const now = await test.advance(hours(5))
    expect(await page.until('clock')).toEqual({ kind: 'clock', now: formatInstant(now) })
    const account = encodeId('acc', anna.id)
    await test.run(commands.topUp(as(anna), { account, amount: amountOf(1_00n) }))
    await tellAll()
    await page.until('money')
    page.close()
  })

  it('the end of the session, as the last thing', async () => {
    const who = await test.registered()
    const page = await open({ token: who.visitor.sessionToken })
    await page.until('clock')
    await people.wallet.signOut(who.visitor, {
      params: undefined,
      query: undefined,
      body: undefined,
    })
    await page.until('signed_out')
    await page.ended
    expect((await open({ token: who.visitor.sessionToken })).status).toBe(401)
  })

  it('nothing any more when the process ends, which does not wait for it', async () => {
    const other = await serve()
    const address = await other.listen({ port: 0, host: '127.0.0.1' })
    const response = await fetch(address + LIVE_PATHS.wallet, {
      headers: { cookie: `danbao_wallet=${anna.visitor.sessionToken}` },
    })
    const ended = response.text()
    await other.close()
    expect(await ended).toContain('retry:')
  })
})
