import { refuse } from '@danbao/kernel'
import { describe, expect, it } from 'vitest'
import { createTestApp, get, PAYMENT, post, tellingHandlers } from './testing.ts'

const { app } = await createTestApp()
const pay = post(`/v1/payments/${PAYMENT}/pay`, {})

describe('every answer', () => {
  it.each([
    ['a success', get('/v1/payments')],
    ['a refusal', get('/v1/payments?x=1')],
    ['a stranger', { method: 'GET', url: '/v1/payments' }],
    ['an unknown path', { method: 'GET', url: '/v2' }],
    ['a path that can not be decoded', { method: 'GET', url: '/v1/payments/%ff' }],
  ] as const)('has a request id and the headers of security: %s', async (_, request) => {
    const { headers } = await app.inject(request)
    expect(headers['danbao-request-id']).toMatch(/^req_[0-9a-z]{26}$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('has a request id of its own', async () => {
    const [one, two] = [await app.inject(get('/')), await app.inject(get('/'))]
    expect(one.headers['danbao-request-id']).not.toBe(two.headers['danbao-request-id'])
  })
})

it('sends the body of the product byte for byte, and says when it is a repetition', async () => {
  const body = '{ "value" : "99999999999999999999" , "ж" : 1 }'
  const execute = async () => ({ status: 200, body, replayed: true })
  const answer = await (await createTestApp({ execute })).app.inject(pay)
  expect(answer.body).toBe(body)
  expect(answer.headers['idempotency-replayed']).toBe('true')
  expect((await app.inject(pay)).headers).not.toHaveProperty('idempotency-replayed')
})

it("sends the product's refusals as problems", async () => {
  const read = async () => refuse({ code: 'not_found', detail: 'No such payment.' } as const)
  const handlers = tellingHandlers({ getPayment: { read } })
  const answer = await (
    await createTestApp({ handlers })
  ).app.inject(get(`/v1/payments/${PAYMENT}`))
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toEqual({
    ...{ type: '/problems/not_found', title: 'Not found', status: 404 },
    ...{ code: 'not_found', detail: 'No such payment.' },
  })
})

describe('a path', () => {
  it.each(['/v1', '/V1/payments', `/v1/payments/${PAYMENT}/steal`, '/v1/payments//pay'])(
    'that is unknown is a problem: %s',
    async (url) => {
      const answer = await app.inject(get(url))
      expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
    },
  )

  it.each([
    ['DELETE', '/v1/payments', 'POST, GET, HEAD'],
    ['GET', `/v1/payments/${PAYMENT}/pay?x=1`, 'POST'],
    ['PUT', '/v1/accounts/anything', 'GET, HEAD, PATCH'],
    ['POST', '/healthz', 'GET, HEAD'],
  ] as const)(
    'names its methods when it is asked by another: %s %s',
    async (method, url, allow) => {
      const answer = await app.inject({ method, url })
      expect(answer.json()).toMatchObject({ status: 405, code: 'method_not_allowed' })
      expect(answer.headers.allow).toBe(allow)
    },
  )

  it.each(['/v1/payments/%ff', `/v1/payments/${'x'.repeat(500)}`])(
    'that makes no sense is not found: %s',
    async (url) => {
      expect((await app.inject(get(url))).json().code).toBe('not_found')
    },
  )
})

describe('a fault', () => {
  const secret = 'password=hunter2 at 10.0.0.7'

  it('of the database asks to come again', async () => {
    const execute = () => Promise.reject(new Error(secret))
    const away = await createTestApp({ execute, isUnavailable: () => true })
    const answer = await away.app.inject(pay)
    expect(answer.json()).toMatchObject({ status: 503, code: 'database_unavailable' })
    expect(answer.headers['retry-after']).toBe('1')
    expect(answer.body).not.toContain('hunter2')
    expect(away.log).toContainEqual(expect.objectContaining({ level: 40 }))
  })

  it('of our own tells nothing but the id under which it is logged with its stack', async () => {
    const execute = () => Promise.reject(new Error(secret))
    const broken = await createTestApp({ execute })
    const answer = await broken.app.inject(pay)
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal_error' })
    expect(answer.body).not.toContain('hunter2')
    const line = broken.log.find(({ level }) => level === 50)
    expect(line).toMatchObject({
      reqId: answer.headers['danbao-request-id'],
      route: 'POST /v1/payments/:id/pay',
      err: { message: secret, stack: expect.stringContaining('answers.test.ts') },
    })
  })

  it('of a handler, or of the keys, is a problem too', async () => {
    const fail = (): never => {
      throw new Error(secret)
    }
    const handlers = tellingHandlers({ payPayment: { command: fail } })
    const inHandler = await createTestApp({ handlers })
    expect((await inHandler.app.inject(pay)).json().code).toBe('internal_error')
    const inKeys = await createTestApp({ authenticate: fail, isUnavailable: () => true })
    expect((await inKeys.app.inject(pay)).json().code).toBe('database_unavailable')
  })

  it('that carries a status of its own is ours all the same', async () => {
    const error = Object.assign(new Error(secret), { statusCode: 418 })
    const odd = await createTestApp({ execute: () => Promise.reject(error) })
    expect((await odd.app.inject(pay)).json().code).toBe('internal_error')
  })
})

describe('the log', () => {
  it('has a line for each answer at debug level, without secrets', async () => {
    const { app: logged, log } = await createTestApp()
    const answer = await logged.inject(pay)
    await logged.inject(get('/v1/nowhere'))
    expect(log).toMatchObject([
      {
        ...{ level: 20, msg: 'answered', method: 'POST', status: 201 },
        ...{ route: '/v1/payments/:id/pay', reqId: answer.headers['danbao-request-id'] },
      },
      { status: 404 },
    ])
    expect(JSON.stringify(log)).not.toContain('sk_shop')
  })
})

describe('too many requests', () => {
  const limited = (perKey: number, perAddress: number) =>
    createTestApp({ rateLimits: { perKey, perAddress } })

  it('with one key are refused with the seconds to wait, and other keys are not', async () => {
    const { app: shop } = await limited(2, 100)
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await shop.inject(get('/v1/payments'))).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const answer = await shop.inject(get('/v1/payments'))
    expect(answer.json()).toMatchObject({ status: 429, code: 'rate_limited' })
    expect(answer.headers['retry-after']).toBe('60')
    const staff = get('/v1/payments', { authorization: 'Bearer sk_staff' })
    expect((await shop.inject(staff)).statusCode).toBe(200)
  })

  it('from one address are refused, also with wrong keys', async () => {
    const { app: shop } = await limited(100, 2)
    const wrong = get('/v1/payments', { authorization: 'Bearer sk_wrong' })
    expect((await shop.inject(wrong)).statusCode).toBe(401)
    expect((await shop.inject(wrong)).statusCode).toBe(401)
    expect((await shop.inject(wrong)).statusCode).toBe(429)
    const elsewhere = { ...get('/v1/payments'), remoteAddress: '192.0.2.7' }
    expect((await shop.inject(elsewhere)).statusCode).toBe(200)
    const forged = get('/v1/payments', { 'x-forwarded-for': '192.0.2.9' })
    expect((await shop.inject(forged)).statusCode).toBe(429)
  })
})
