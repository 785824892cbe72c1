import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { Refusal } from '@danbao/contracts'
import {
  days,
  hours,
  milliseconds,
  minutes,
  type Result,
  seconds,
  systemClock,
} from '@danbao/kernel'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as commands from '../commands/index.ts'
import type { Caller } from '../engine/caller.ts'
import { openTestCore, type TestCore, uuidOf } from '../testing.ts'
import { createDispatcher, type Dispatcher, type DispatcherOptions } from './dispatcher.ts'
import * as webhooks from './index.ts'

type Json = ReturnType<typeof JSON.parse>

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let test: TestCore
let port: number
let received: Received[] = []
/** What the receiver does; by default it is content. */
let reply: (request: Received) => Promise<[status: number, headers?: Record<string, string>]>
const content = (): ReturnType<typeof reply> => Promise.resolve([204])

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString()
    const one = { path: request.url ?? '', headers: request.headers, body }
    received.push(one)
    void reply(one).then(([status, headers]) =>
      response.writeHead(status, headers ?? {}).end(status === 204 ? '' : `said\n${status}`),
    )
  })
})

beforeAll(async () => {
  test = await openTestCore()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterEach(async () => {
  await test.database.pool.query('DELETE FROM app.webhook_endpoint')
})
afterAll(async () => {
  await new Promise((done) => server.close(done))
  await test.close()
})

function read(answer: Result<string, Refusal>): Json {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return JSON.parse(answer.value)
}

async function register(more: object = {}, caller: Caller = test.marketplace): Promise<Json> {
  received = []
  reply = content
  const now = await test.core.now()
  const url = `http://127.0.0.1:${port}/hook`
  return read(
    await webhooks.createWebhookEndpoint(test.database.pool, caller, { url, now, ...more }),
  )
}

function dispatcher(more: Partial<DispatcherOptions> = {}): Dispatcher {
  return createDispatcher({
    pool: test.database.pool,
    mode: 'sandbox',
    now: () => test.core.now(),
    clock: systemClock(),
    random: () => 0,
    onError: (error) => {
      throw error
    },
    ...more,
  })
}

const happen = (): Promise<Json> =>
  test.run(commands.createAccount(test.marketplace, { name: 'Li' }))

async function deliveries(endpoint: Json, query: object = {}): Promise<Json[]> {
  const { pool } = test.database
  const asked = { id: uuidOf(endpoint.id), ...query }
  return read(await webhooks.listWebhookDeliveries(pool, test.marketplace, asked)).data
}

function verified(secret: string, { body, headers }: Received): unknown {
  return new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  })
}

describe('an event', () => {
  it('is delivered once, signed, byte for byte, under its own id', async () => {
    const endpoint = await register()
    await happen()
    expect(await dispatcher().run()).toBe(1)
    expect(await dispatcher().run()).toBe(0)
    const [one] = received
    if (one === undefined) throw new Error('Nothing came.')
    expect(received).toHaveLength(1)
    const event: Json = verified(endpoint.secret, one)
    expect(event.type).toBe('account.created')
    expect(one.headers['webhook-id']).toBe(event.id)
    const { rows } = await test.database.pool.query('SELECT body FROM app.event WHERE id = $1', [
      uuidOf(event.id),
    ])
    expect(rows[0].body).toBe(one.body)
    expect(await deliveries(endpoint)).toMatchObject([
      {
        event: event.id,
        event_type: 'account.created',
        state: 'delivered',
        attempts: [{ status: 204, error: null }],
        next_attempt_at: null,
      },
    ])
  })

  it('reaches only the endpoints that listen to its type', async () => {
    await register({ events: ['payment.held'] })
    await register({ events: ['account.created'], url: `http://127.0.0.1:${port}/accounts` })
    await happen()
    await dispatcher().run()
    expect(received.map(({ path }) => path)).toEqual(['/accounts'])
  })

  it('is tried again when the clock of the database says so, until the retries are used up', async () => {
    const endpoint = await register()
    reply = () => Promise.resolve([500])
    await happen()
    const schedule = [5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
    expect(await dispatcher().run()).toBe(1)
    for (const wait of schedule) {
      await test.advance(milliseconds(wait * 1_000 - 1))
      expect(await dispatcher().run()).toBe(0)
      // The wait counts from the end of an attempt.
      await test.advance(seconds(2))
      expect(await dispatcher().run()).toBe(1)
    }
    await test.advance(days(30))
    expect(await dispatcher().run()).toBe(0)
    const [delivery] = await deliveries(endpoint)
    expect(delivery).toMatchObject({ state: 'failed', next_attempt_at: null })
    expect(delivery.attempts).toHaveLength(11)
    expect(delivery.attempts[0]).toMatchObject({ status: 500, error: 'said 500' })
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('waits as long as the receiver asks', async () => {
    await register()
    reply = () => Promise.resolve([429, { 'retry-after': '600' }])
    await happen()
    await dispatcher().run()
    await test.advance(minutes(9))
    expect(await dispatcher().run()).toBe(0)
    await test.advance(minutes(2))
    expect(await dispatcher().run()).toBe(1)
  })

  it('is not sent where a redirect points', async () => {
    const endpoint = await register()
    reply = () => Promise.resolve([302, { location: `http://127.0.0.1:${port}/elsewhere` }])
    await happen()
    await dispatcher().run()
    expect(received.map(({ path }) => path)).toEqual(['/hook'])
    expect((await deliveries(endpoint))[0].state).toBe('pending')
  })

  it('is tried again when nobody answers at all', async () => {
    const endpoint = await register({ url: 'http://127.0.0.1:1/' })
    await happen()
    await dispatcher().run()
    const [{ state, attempts }] = await deliveries(endpoint)
    expect(state).toBe('pending')
    expect(attempts).toMatchObject([
      { status: null, error: expect.stringContaining('ECONNREFUSED') },
    ])
  })

  it('comes again under the same id when the sender dies before it wrote down the answer', async () => {
    const endpoint = await register()
    // The lease of a process that died ends, and what it still tries to write comes too late.
    reply = async () => {
      if (received.length === 1) {
        await test.database.pool.query(
          `UPDATE app.webhook_delivery SET leased_until = now() - interval '1 second'`,
        )
      }
      return [204]
    }
    await happen()
    await dispatcher().run()
    await dispatcher().run()
    const ids = received.map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([ids[0], ids[0]])
    expect((await deliveries(endpoint))[0]).toMatchObject({ state: 'delivered', attempts: [{}] })
  })

  it('is given back when the process stops while it is being sent', async () => {
    const endpoint = await register()
    let arrived = (): void => undefined
    const arrival = new Promise<void>((done) => (arrived = done))
    reply = () => new Promise(() => arrived())
    await happen()
    const stopped = dispatcher()
    stopped.start()
    await arrival
    await stopped.stop()
    expect(await deliveries(endpoint)).toMatchObject([{ state: 'pending', attempts: [] }])
    reply = content
    expect(await dispatcher().run()).toBe(1)
  })
})

it('two dispatchers at once deliver each event once, some at a time', async () => {
  await register()
  await Promise.all(Array.from({ length: 40 }, happen))
  let [atOnce, most] = [0, 0]
  reply = async () => {
    most = Math.max(most, (atOnce += 1))
    await new Promise((done) => setTimeout(done, 5))
    atOnce -= 1
    return [204]
  }
  const both = [dispatcher(), dispatcher()]
  const made = await Promise.all(both.map((one) => one.run()))
  expect((made[0] ?? 0) + (made[1] ?? 0)).toBe(40)
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(40)
  expect(received).toHaveLength(40)
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(8)
})

it('an endpoint that fails gets one at a time, and does not keep the others waiting', async () => {
  await register({ url: `http://127.0.0.1:${port}/broken` })
  await register()
  reply = ({ path }) => Promise.resolve([path === '/broken' ? 500 : 204])
  await happen()
  await dispatcher().run()
  await Promise.all(Array.from({ length: 10 }, happen))
  let [atOnce, most] = [0, 0]
  reply = async ({ path }) => {
    if (path !== '/broken') return [204]
    most = Math.max(most, (atOnce += 1))
    await new Promise((done) => setTimeout(done, 10))
    atOnce -= 1
    return [500]
  }
  await dispatcher().run()
  expect(most).toBe(1)
  expect(received.filter(({ path }) => path === '/hook')).toHaveLength(11)
})

describe('an endpoint', () => {
  it('that is gone is disabled at once', async () => {
    const endpoint = await register()
    reply = () => Promise.resolve([410])
    await happen()
    await dispatcher().run()
    await happen()
    expect(await dispatcher().run()).toBe(0)
    const { pool } = test.database
    const asked = { id: uuidOf(endpoint.id) }
    expect(read(await webhooks.getWebhookEndpoint(pool, test.marketplace, asked))).toMatchObject({
      enabled: false,
      disabled_reason: 'The endpoint answered 410 Gone.',
    })
    expect((await deliveries(endpoint)).map(({ state }) => state)).toEqual(['failed'])
  })

  it('is disabled after 20 failed deliveries over more than 5 days, and starts afresh when enabled', async () => {
    const { pool } = test.database
    const endpoint = await register()
    const id = uuidOf(endpoint.id)
    reply = () => Promise.resolve([500])
    const failAll = async (count: number): Promise<boolean> => {
      await Promise.all(Array.from({ length: count }, happen))
      // All but the last attempt are behind them.
      await pool.query('UPDATE app.webhook_delivery SET attempts = 10 WHERE attempts = 0')
      await dispatcher().run()
      return read(await webhooks.getWebhookEndpoint(pool, test.marketplace, { id })).enabled
    }
    expect(await failAll(25)).toBe(true)
    await test.advance(days(6))
    expect(await failAll(1)).toBe(false)
    const enabled = { id, enabled: true }
    expect(
      read(await webhooks.updateWebhookEndpoint(pool, test.marketplace, enabled)),
    ).toMatchObject({ enabled: true, disabled_reason: null })
    expect(await failAll(19)).toBe(true)
    await test.advance(days(6))
    reply = content
    await happen()
    await dispatcher().run()
    reply = () => Promise.resolve([500])
    expect(await failAll(19)).toBe(true)
  })

  it('signs with the old secret too for a day after a rotation', async () => {
    const { pool } = test.database
    const endpoint = await register()
    const asked = { id: uuidOf(endpoint.id), now: await test.core.now() }
    const { secret } = read(await webhooks.rotateWebhookSecret(pool, test.marketplace, asked))
    expect(secret).not.toBe(endpoint.secret)
    await happen()
    await dispatcher().run()
    await test.advance(hours(24))
    await happen()
    await dispatcher().run()
    const [during, after] = received
    if (during === undefined || after === undefined) throw new Error('Two were expected.')
    verified(endpoint.secret, during)
    verified(secret, during)
    verified(secret, after)
    expect(() => verified(endpoint.secret, after)).toThrow('No matching signature found')
  })

  it('shows its secret only when that is made, and to its marketplace only', async () => {
    const { pool } = test.database
    const endpoint = await register()
    expect(endpoint.secret).toMatch(/^whsec_/)
    expect(endpoint.public_key).toMatch(/^whpk_/)
    const id = uuidOf(endpoint.id)
    const { secret: _, ...shown } = endpoint
    const now = await test.core.now()
    expect(read(await webhooks.getWebhookEndpoint(pool, test.marketplace, { id }))).toEqual(shown)
    expect(read(await webhooks.listWebhookEndpoints(pool, test.marketplace, {})).data).toEqual([
      shown,
    ])
    const stranger = await test.addMarketplace('Stranger')
    const person = { ...test.marketplace, actingAs: stranger.marketplaceId }
    const ways = (caller: Caller) => [
      webhooks.getWebhookEndpoint(pool, caller, { id }),
      webhooks.updateWebhookEndpoint(pool, caller, { id, enabled: false }),
      webhooks.rotateWebhookSecret(pool, caller, { id, now }),
      webhooks.listWebhookDeliveries(pool, caller, { id }),
      webhooks.replayWebhookDelivery(pool, caller, { id, event: id, now }),
      webhooks.deleteWebhookEndpoint(pool, caller, { id }),
    ]
    const refusals = async (caller: Caller): Promise<Set<string>> =>
      new Set((await Promise.all(ways(caller))).map((one) => (one.ok ? 'ok' : one.refusal.code)))
    expect(await refusals(stranger)).toEqual(new Set(['not_found']))
    expect(await refusals(person)).toEqual(new Set(['not_allowed']))
    expect(await refusals(test.operator)).toEqual(new Set(['not_allowed']))
  })

  it('that is deleted is gone with its log', async () => {
    const { pool } = test.database
    const endpoint = await register()
    const id = uuidOf(endpoint.id)
    await happen()
    expect(read(await webhooks.deleteWebhookEndpoint(pool, test.marketplace, { id }))).toEqual({
      id: endpoint.id,
      object: 'webhook_endpoint',
      deleted: true,
    })
    expect(await dispatcher().run()).toBe(0)
    const gone = await webhooks.getWebhookEndpoint(pool, test.marketplace, { id })
    expect(gone.ok || gone.refusal.code).toBe('not_found')
  })

  it('is refused when webhooks can not be sent there', async () => {
    const now = await test.core.now()
    const request = { url: 'https://10.0.0.1/', now }
    const { pool } = test.database
    const refused = await webhooks.createWebhookEndpoint(pool, test.marketplace, request)
    expect(refused.ok || refused.refusal.code).toBe('url_not_allowed')
    const { id } = await register()
    const update = { id: uuidOf(id), url: request.url }
    const again = await webhooks.updateWebhookEndpoint(pool, test.marketplace, update)
    expect(again.ok || again.refusal.code).toBe('url_not_allowed')
  })
})

describe('a replay', () => {
  it('sends the event again, keeps the log and starts the retries anew', async () => {
    const { pool } = test.database
    const endpoint = await register()
    await happen()
    await dispatcher().run()
    const [delivered] = await deliveries(endpoint)
    const now = await test.core.now()
    const asked = { id: uuidOf(endpoint.id), event: uuidOf(delivered.event), now }
    reply = () => Promise.resolve([500])
    const replayed = read(await webhooks.replayWebhookDelivery(pool, test.marketplace, asked))
    expect(replayed).toMatchObject({ state: 'pending', attempts: [{ status: 204 }] })
    expect(await dispatcher().run()).toBe(1)
    await test.advance(seconds(7))
    expect(await dispatcher().run()).toBe(1)
    expect(await deliveries(endpoint, { state: 'delivered' })).toEqual([])
    const [pending] = await deliveries(endpoint)
    expect(pending.attempts.map((one: Json) => one.status)).toEqual([204, 500, 500])
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('reaches an endpoint that came later than the event, but not one of another marketplace', async () => {
    const { pool } = test.database
    const first = await register()
    await happen()
    const [{ event }] = await deliveries(first)
    const second = await register({ url: `http://127.0.0.1:${port}/second` })
    const now = await test.core.now()
    const asked = { id: uuidOf(second.id), event: uuidOf(event), now }
    read(await webhooks.replayWebhookDelivery(pool, test.marketplace, asked))
    await dispatcher().run()
    expect(received.map(({ path }) => path).toSorted()).toEqual(['/hook', '/second'])
    const stranger = await test.addMarketplace('Another stranger')
    const theirs = await register({}, stranger)
    const foreign = { id: uuidOf(theirs.id), event: uuidOf(event), now }
    const refused = await webhooks.replayWebhookDelivery(pool, stranger, foreign)
    expect(refused.ok || refused.refusal.code).toBe('not_found')
  })
})
