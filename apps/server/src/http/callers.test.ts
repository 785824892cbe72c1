import { expect, it } from 'vitest'
import { ACCOUNT, createTestApp, get, MARKETPLACE, PAYMENT, post, UUID } from './testing.ts'

const { app, executed } = await createTestApp()
const live = await createTestApp({ mode: 'live' })
const pay = `/v1/payments/${PAYMENT}/pay`

it.each([
  ['no key', undefined],
  ['another scheme', 'Basic sk_shop'],
  ['an unknown key', 'Bearer sk_wrong'],
  ['nothing after the scheme', 'Bearer '],
  ['two words', 'Bearer sk_shop sk_shop'],
])('refuses a request with %s before it looks at anything else', async (_, authorization) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/payments',
    headers: {
      'content-type': 'text/plain',
      ...(authorization === undefined ? {} : { authorization }),
    },
    payload: 'x'.repeat(100_000),
  })
  expect(answer.statusCode).toBe(401)
  expect(answer.json().code).toBe('unauthenticated')
  expect(answer.headers['www-authenticate']).toBe('Bearer realm="danbao"')
})

it('gives the command its caller, its target as a UUID and its body', async () => {
  const body = { quote: 'quo_01h455vb4pex5vsknk084sn02q' }
  const answer = await app.inject(post(pay, body, { authorization: 'bearer  sk_shop' }))
  expect(answer.statusCode).toBe(201)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  const caller = { kind: 'marketplace', marketplaceId: MARKETPLACE, actingAs: null }
  expect(executed.splice(0)[0]?.command).toEqual({ name: 'payPayment', caller, target: UUID, body })
})

it('gives a read its parameters and its query', async () => {
  const headers = { authorization: 'Bearer sk_staff' }
  const answer = await app.inject(get(`/v1/payments/${PAYMENT}/transfers?limit=7`, headers))
  expect(answer.json()).toEqual({
    ...{ name: 'listPaymentTransfers', caller: { kind: 'operator' } },
    ...{ params: { id: UUID }, query: { limit: 7 } },
  })
})

it('gives another write all its parameters', async () => {
  const url = `/v1/webhook_endpoints/whe_${PAYMENT.slice(4)}/deliveries/evt_${PAYMENT.slice(4)}/replay`
  const answer = await app.inject(post(url, {}))
  expect(answer.json()).toMatchObject({ params: { id: UUID, event: UUID }, body: {} })
})

it('lets a marketplace act for a person in a sandbox', async () => {
  await app.inject(post(pay, {}, { 'danbao-act-as': ACCOUNT }))
  expect(executed.splice(0)[0]?.command.caller).toMatchObject({ actingAs: UUID })
})

it('names the header when it is not the id of an account', async () => {
  const answer = await app.inject(post(pay, {}, { 'danbao-act-as': PAYMENT }))
  expect(answer.json()).toMatchObject({
    code: 'invalid_request',
    errors: [{ pointer: '/headers/danbao-act-as', code: 'invalid_value' }],
  })
})

it('lets nobody act for others with a staff key, or in a live database', async () => {
  const acting = { 'danbao-act-as': ACCOUNT }
  const staff = await app.inject(post(pay, {}, { ...acting, authorization: 'Bearer sk_staff' }))
  expect(staff.json()).toMatchObject({ status: 403, code: 'not_allowed' })
  const inLive = await live.app.inject(post(pay, {}, acting))
  expect(inLive.json()).toMatchObject({ status: 403, code: 'not_allowed' })
  const malformed = await live.app.inject(post(pay, {}, { 'danbao-act-as': 'x' }))
  expect(malformed.json().code).toBe('not_allowed')
  expect([...executed, ...live.executed]).toEqual([])
})

it('has no sandbox in a live database', async () => {
  expect((await app.inject(get('/v1/sandbox/clock'))).statusCode).toBe(200)
  expect((await live.app.inject(get('/v1/sandbox/clock'))).json().code).toBe('not_found')
  expect((await live.app.inject(post('/v1/sandbox/clock', {}))).json().code).toBe('not_found')
})
