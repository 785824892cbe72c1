import { type AppRoute, MAX_FILE_BYTES } from '@danbao/contracts'
import { consoleRoutes } from '@danbao/contracts/console'
import { walletRoutes } from '@danbao/contracts/wallet'
import { encodeId, newUuid, systemClock } from '@danbao/kernel'
import { createPeople } from '@danbao/people'
import { openTestPeople, type Registered, type TestPeople } from '@danbao/people/testing'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from '../create-server.ts'

let test: TestPeople
let app: FastifyInstance
let anna: Registered

beforeAll(async () => {
  test = await openTestPeople()
  app = await serve(test)
  anna = await test.registered()
})
afterAll(async () => {
  await app.close()
  await test.close()
})

function serve({ core, deps }: TestPeople, publicUrl = deps.publicUrl): Promise<FastifyInstance> {
  return createServer({
    core,
    people: createPeople(deps),
    mode: deps.mode,
    clock: systemClock(),
    logger: pino({ level: 'silent' }),
    publicUrl,
    authenticate: () => undefined,
  })
}

const OWN = { 'danbao-app': '1', host: 'localhost:8080' }

interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string | undefined
  readonly body?: object
}

function ask(route: AppRoute, { headers = {}, token, body }: Asked = {}) {
  const name = route.path.startsWith('/wallet') ? 'danbao_wallet' : 'danbao_console'
  const url = route.path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeId(route.params?.[param] ?? 'acc', newUuid()),
  )
  return app.inject({
    method: route.method,
    url,
    headers: {
      ...OWN,
      ...(token === undefined ? {} : { cookie: `${name}=${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
}

// Both apps have routes of one name: neither hides the other.
const all: readonly [string, AppRoute][] = [walletRoutes, consoleRoutes].flatMap((routes) =>
  Object.entries<AppRoute>(routes),
)
const closed = all.filter(([, { access }]) => access !== 'anyone')

describe('every route that is not for anyone', () => {
  it.each(closed)('%s knows no stranger', async (_, route) => {
    const answer = await ask(route)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'session_required'])
  })

  it.each(closed)('%s is not opened by a made-up token', async (_, route) => {
    expect((await ask(route, { token: 'x'.repeat(43) })).json().code).toBe('session_required')
  })

  it.each(closed.filter(([, { path }]) => path.startsWith('/console')))(
    '%s is not opened by the session of a person',
    async (_, route) => {
      const answer = await ask(route, { token: anna.visitor.sessionToken })
      expect(answer.json().code).toBe('session_required')
    },
  )
})

describe('a request that another site made the browser send', () => {
  const writes = all.filter(([, { method }]) => method !== 'GET')

  it.each(writes)('%s wants the header that forms can not set', async (_, route) => {
    const { 'danbao-app': _header, ...without } = OWN
    const answer = await app.inject({ method: route.method, url: route.path, headers: without })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'origin_not_allowed'])
  })

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused: %j', async (headers) => {
    const answer = await ask(walletRoutes.signOut, { headers, body: {} })
    expect(answer.json().code).toBe('origin_not_allowed')
  })

  it('is fine from the app itself', async () => {
    const headers = { origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' }
    expect((await ask(walletRoutes.signOut, { headers })).statusCode).toBe(200)
  })
})

describe('the cookie of a session', () => {
  const signIn = (to: FastifyInstance) =>
    to.inject({
      method: 'POST',
      url: walletRoutes.signIn.path,
      headers: { ...OWN, 'content-type': 'application/json' },
      payload: JSON.stringify({ email: anna.email, password: 'a wholly ordinary badger' }),
    })

  it('is out of reach for scripts and other sites, and bound to its app', async () => {
    const answer = await signIn(app)
    const cookie = answer.cookies.find(({ name }) => name === 'danbao_wallet')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/wallet' })
    expect(cookie?.secure).toBeUndefined()
  })

  it('travels by https only where the server is reached by it', async () => {
    const secure = await serve(test, 'https://wallet.example')
    const cookie = (await signIn(secure)).cookies.find(({ name }) => name === 'danbao_wallet')
    expect(cookie?.secure).toBe(true)
    await secure.close()
  })

  it('is cleared at sign-out, and the session is over on the server too', async () => {
    const [cookie] = (await signIn(app)).cookies.filter(({ name }) => name === 'danbao_wallet')
    const out = await ask(walletRoutes.signOut, { token: cookie?.value })
    expect(out.cookies.find(({ name }) => name === 'danbao_wallet')?.value).toBe('')
    const answer = await ask(walletRoutes.listSessions, { token: cookie?.value })
    expect(answer.statusCode).toBe(401)
  })
})

describe('a method that a route does not have', () => {
  // Pages of the apps answer to any address below theirs, but not to those of the routes.
  it.each([
    ['GET', walletRoutes.signIn.path, 'POST'],
    ['PUT', walletRoutes.signIn.path, 'POST'],
    ['DELETE', consoleRoutes.listStaff.path, 'GET, HEAD, POST'],
    ['POST', '/wallet/api/identity/idc_1/pictures', 'DELETE, PUT'],
  ] as const)('is refused with those it has: %s %s', async (method, url, allow) => {
    const answer = await app.inject({ method, url, headers: OWN })
    expect(answer.json()).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(answer.headers.allow?.toString().split(', ').toSorted().join(', ')).toBe(allow)
  })

  it.each(['/wallet/api/nothing', '/console/api/nothing/here'])(
    'is no matter where there is no route: %s',
    async (url) => {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await app.inject({ method, url, headers: OWN })
        expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
      }
    },
  )
})

describe('what the apps send', () => {
  it.each([
    ['signIn', 64 * 1024, 'A body has at most 64 KiB here.'],
    ['uploadIdentityPicture', MAX_FILE_BYTES, 'A body has at most 15 MiB here.'],
  ] as const)('is refused with the limit of its route: %s', async (name, most, detail) => {
    const { method, path } = walletRoutes[name]
    const headers = { ...OWN, 'content-type': 'image/png' }
    const url = path.replace('{id}', encodeId('idc', newUuid()))
    const send = (bytes: number) =>
      app.inject({ method, url, headers, payload: Buffer.alloc(bytes) })
    const answer = await send(most + 1)
    const told = { status: 413, code: 'body_too_large', detail, max_bytes: String(most) }
    expect(answer.json()).toMatchObject(told)
    expect((await send(most)).json().code).not.toBe('body_too_large')
  })

  it('is refused with the field that is wrong, after who asks', async () => {
    const body = { email: 'no address', password: 'x', more: 1 }
    const answer = await ask(walletRoutes.signIn, { body })
    expect(answer.statusCode).toBe(400)
    const pointers = answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(pointers).toEqual(expect.arrayContaining(['/email', '/more']))
  })

  it('tells the time of the database, which a sandbox can move', async () => {
    const answer = await ask(walletRoutes.getMe)
    expect(answer.headers['danbao-now']).toBe('2026-06-01T12:00:00.000Z')
  })

  it('tells where to write, for the words of a refusal', async () => {
    const answer = await ask(walletRoutes.getMe)
    expect(answer.headers['danbao-support']).toBe(test.deps.supportEmail)
  })
})
