import { ROUTE_NAMES, type RouteName, routes } from '@danbao/contracts'
import { createKey, revokeKey } from '@danbao/core'
import { encodeId, type IdPrefix, newUuid, systemClock } from '@danbao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type ApiAnswer,
  type ApiRequest,
  get,
  listAt,
  post,
  send,
  sendOk,
  textAt,
} from '../servers/client.ts'
import { createPerson, openStage, type Stage } from '../servers/open-stage.ts'
import { endAllServers } from '../servers/start-server.ts'

/** Stands in whatever the first marketplace owns; no stranger may ever read it. */
const SECRET = 'only-for-the-owner'

let stage: Stage
let url: string
let ids: Readonly<Record<string, string>>
let people: { readonly buyer: string; readonly third: string; readonly foreign: string }
let revoked: string

beforeAll(async () => {
  stage = await openStage(1)
  url = stage.servers[0].url
  const { key, otherKey, database } = stage
  const buyer = await createPerson(url, key, 900_000)
  const seller = await createPerson(url, key)
  people = {
    buyer,
    third: await createPerson(url, key),
    foreign: await createPerson(url, otherKey),
  }
  ids = await createSubjects(buyer, seller)
  const clock = systemClock()
  const made = await createKey(database.pool, { marketplaceName: 'first', clock })
  await revokeKey(database.pool, { id: made.id, clock })
  revoked = made.key
}, 60_000)

afterAll(async () => {
  await stage?.close()
  await endAllServers()
})

/** One of everything that has an id, all of it the first marketplace's. */
async function createSubjects(
  buyer: string,
  seller: string,
): Promise<Readonly<Record<string, string>>> {
  const { key } = stage
  const endpoint = {
    url: 'http://127.0.0.1:9/hooks',
    description: SECRET,
    events: ['account.created'],
  }
  const whe = textAt(await sendOk(url, post('/v1/webhook_endpoints', key, endpoint)), 'id')
  const amount = { value: '5000', currency: 'USD' }
  const named = { amount, seller, description: SECRET, metadata: { note: SECRET } }
  const pot = await createPayout(buyer)
  const checkout = await sendOk(url, post('/v1/checkouts', key, { buyer, payments: [named] }))
  const pay = textAt(await sendOk(url, post('/v1/payments', key, { ...named, buyer })), 'id')
  await sendOk(url, post(`/v1/payments/${pay}/pay`, key, {}, buyer))
  await sendOk(url, post(`/v1/payments/${pay}/ship`, key))
  const complaint = { reason: 'damaged', message: SECRET }
  const dsp = await sendOk(url, post(`/v1/payments/${pay}/disputes`, key, complaint, buyer))
  const announced = { account: buyer, rail: 'bank_transfer', amount }
  const topUp = await sendOk(url, post('/v1/top_ups', key, announced, buyer))
  // The one event that the endpoint listens for, so that it has a delivery.
  await sendOk(url, post('/v1/accounts', key, { name: SECRET }))
  const events = await sendOk(url, get('/v1/events?type=account.created', key))
  return {
    acc: buyer,
    pay,
    whe,
    chk: textAt(checkout, 'id'),
    dsp: textAt(dsp, 'id'),
    top: textAt(topUp, 'id'),
    evt: textAt(events, 'data.0.id'),
    pot,
  }
}

/** The buyer has sold something too, and so long ago that it may be paid out. */
async function createPayout(seller: string): Promise<string> {
  const { key } = stage
  const patron = await createPerson(url, key, 900_000)
  const amount = { value: '5000', currency: 'USD' }
  const sale = await sendOk(url, post('/v1/payments', key, { amount, buyer: patron, seller }))
  const path = `/v1/payments/${textAt(sale, 'id')}`
  await sendOk(url, post(`${path}/pay`, key, {}, patron))
  await sendOk(url, post(`${path}/ship`, key))
  await sendOk(url, post(`${path}/confirm`, key, {}, patron))
  await sendOk(url, post('/v1/sandbox/clock', key, { advance: 'P2D' }))
  const bank = { holder: SECRET, iban: 'NL91ABNA0417164300' }
  const asked = { account: seller, amount, bank_account: bank }
  return textAt(await sendOk(url, post('/v1/payouts', key, asked, seller)), 'id')
}

interface Who {
  readonly key: string | undefined
  readonly actAs?: string
}

const withIds: readonly RouteName[] = ROUTE_NAMES.filter((name) => 'params' in routes[name])

/** A request that the owner could make, with the ids of the subjects or with ids of nothing. */
function requestFor(
  name: RouteName,
  { key, actAs }: Who,
  idOf: (prefix: string) => string,
): ApiRequest {
  const route = routes[name]
  const params: Readonly<Record<string, IdPrefix>> = 'params' in route ? route.params : {}
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) => idOf(params[param] ?? ''))
  const query = name === 'listAccountTransfers' ? '?currency=USD' : ''
  const body = 'example' in route ? route.example : undefined
  return { method: route.method, path: path + query, key, actAs, body, idempotencyKey: newUuid() }
}

const ours = (prefix: string): string => ids[prefix] ?? ''

function idOfNothing(prefix: string): string {
  const known = (['acc', 'pay', 'chk', 'dsp', 'evt', 'whe', 'top', 'pot'] as const).find(
    (one) => one === prefix,
  )
  return encodeId(known ?? 'acc', newUuid())
}

/** All that is stored but for answers kept for repetition and what the background does. */
async function fingerprint(): Promise<readonly string[]> {
  const { pool } = stage.database
  everything ??= await askForEverything()
  const { rows } = await pool.query<{ line: string }>(everything)
  return rows.map(({ line }) => line)
}

let everything: string | undefined

async function askForEverything(): Promise<string> {
  const { rows } = await stage.database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('app', 'ledger')
       AND tablename NOT IN ('idempotency', 'webhook_delivery', 'webhook_attempt') ORDER BY 1`,
  )
  expect(rows.length).toBeGreaterThan(8)
  // How often an endpoint has failed is written by the background, at its own time.
  const row = "(to_jsonb(t) - ARRAY['failures', 'failing_since'])::text"
  const hash = `concat(count(*), ' ', md5(string_agg(${row}, ',' ORDER BY ${row})))`
  return rows
    .map(({ name }) => `SELECT '${name} ' || ${hash} AS line FROM ${name} AS t`)
    .join(' UNION ALL ')
}

/** Sends it and sees that nothing was told and nothing was written. */
async function expectNothing(request: ApiRequest, statuses: readonly number[]): Promise<ApiAnswer> {
  const before = await fingerprint()
  const answer = await send(url, request)
  const what = `${request.method} ${request.path}: ${answer.text}`
  expect(statuses, what).toContain(answer.status)
  expect(answer.text).not.toContain(SECRET)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await fingerprint()).toEqual(before)
  return answer
}

it('walks routes for every kind of id', () => {
  const prefixes = withIds.flatMap((name) => {
    const route = routes[name]
    return 'params' in route ? Object.values(route.params) : []
  })
  expect([...new Set(prefixes)].sort()).toEqual(Object.keys(ids).sort())
  expect(Object.values(ids).every((id) => id !== '')).toBe(true)
})

it.each(withIds.filter((name) => routes[name].method === 'GET'))(
  'lets the owner %s',
  async (name) => {
    const answer = await send(url, requestFor(name, { key: stage.key, actAs: people.buyer }, ours))
    const plain = await send(url, requestFor(name, { key: stage.key }, ours))
    expect([answer.status, plain.status], answer.text).toContain(200)
  },
)

it.each(withIds)('lets nobody without a valid key %s', async (name) => {
  const { operatorKey } = stage
  const keys = [
    undefined,
    'nonsense',
    revoked,
    operatorKey.slice(0, -1),
    `sk_live_${'x'.repeat(43)}`,
  ]
  for (const key of keys) await expectNothing(requestFor(name, { key }, ours), [401])
})

it.each(withIds)('lets no other marketplace %s', async (name) => {
  const { otherKey: key } = stage
  for (const who of [{ key }, { key, actAs: people.foreign }, { key, actAs: people.buyer }]) {
    await expectNothing(requestFor(name, who, ours), [403, 404])
  }
  const real = await expectNothing(requestFor(name, { key }, ours), [403, 404])
  const unreal = await expectNothing(requestFor(name, { key }, idOfNothing), [403, 404])
  expect([real.status, real.text], 'tells whether it exists').toEqual([unreal.status, unreal.text])
})

it.each(withIds)('lets no person who has no part in it %s', async (name) => {
  const answer = requestFor(name, { key: stage.key, actAs: people.third }, ours)
  await expectNothing(answer, [403, 404])
})

const ofTheBuyer = withIds.filter((name) => {
  const callers: readonly string[] = routes[name].callers
  return callers.every((caller) => caller === 'buyer')
})

it.each(ofTheBuyer)('lets a marketplace only as the buyer %s', async (name) => {
  await expectNothing(requestFor(name, { key: stage.key }, ours), [403])
})

const notOfTheOperator = withIds.filter((name) => {
  const callers: readonly string[] = routes[name].callers
  return !callers.includes('operator')
})

it.each(notOfTheOperator)('lets no operator %s', async (name) => {
  await expectNothing(requestFor(name, { key: stage.operatorKey }, ours), [403, 404])
})

const ofTheOperator = withIds.filter((name) => {
  const callers: readonly string[] = routes[name].callers
  return callers.every((caller) => caller === 'operator')
})

it.each(ofTheOperator)('lets nobody but the operator %s', async (name) => {
  for (const actAs of [undefined, people.buyer]) {
    const who = { key: stage.key, ...(actAs === undefined ? {} : { actAs }) }
    await expectNothing(requestFor(name, who, ours), [403])
  }
})

it.each(['accounts', 'payments', 'disputes', 'events', 'webhook_endpoints'])(
  'keeps the %s of others out of a list',
  async (list) => {
    const answer = await send(url, get(`/v1/${list}?limit=100`, stage.otherKey))
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain(SECRET)
    for (const id of Object.values(ids)) expect(answer.text).not.toContain(id)
  },
)

it('keeps the payments of others out of a list that asks for them', async () => {
  for (const query of [`buyer=${ids['acc']}`, `checkout=${ids['chk']}`]) {
    const found = await sendOk(url, get(`/v1/payments?${query}`, stage.otherKey))
    expect(listAt(found, 'data')).toEqual([])
  }
})

it('shows a person acted for nothing of others in any list', async () => {
  for (const list of ['accounts', 'payments', 'disputes', 'events']) {
    const request = { ...get(`/v1/${list}?limit=100`, stage.key), actAs: people.third }
    const { text, status } = await send(url, request)
    expect([200, 403]).toContain(status)
    expect(text).not.toContain(SECRET)
    for (const id of Object.values(ids)) expect(text).not.toContain(id)
  }
})

it('refuses requests whose body names what is not theirs', async () => {
  const { otherKey } = stage
  const amount = { value: '100', currency: 'USD' }
  await expectNothing(
    post('/v1/sandbox/top_ups', otherKey, { account: people.buyer, amount }),
    [403, 404],
  )
  const announced = { account: people.buyer, rail: 'bank_transfer', amount }
  await expectNothing(post('/v1/top_ups', otherKey, announced), [403])
  await expectNothing(get(`/v1/top_ups?account=${people.buyer}`, otherKey), [403, 404])
  const bank = { holder: 'Max Beispiel', iban: 'NL91ABNA0417164300' }
  const asked = { account: people.buyer, amount, bank_account: bank }
  await expectNothing(post('/v1/payouts', otherKey, asked), [403])
  await expectNothing(get(`/v1/payouts?account=${people.buyer}`, otherKey), [403, 404])
  for (const subject of [{ payment: ids['pay'] }, { checkout: ids['chk'] }]) {
    const request = post('/v1/quotes', otherKey, { ...subject, from: 'EUR' }, people.buyer)
    await expectNothing(request, [403, 404])
  }
})
