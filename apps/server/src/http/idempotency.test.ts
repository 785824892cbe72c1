import { expect, it } from 'vitest'
import { idempotencyKey } from './idempotency.ts'
import { createTestApp, PAYMENT, post } from './testing.ts'

const { app, executed } = await createTestApp()
const url = `/v1/payments/${PAYMENT}/refunds`

/** The key that reached the product. */
async function keyOf(request: ReturnType<typeof post>) {
  expect((await app.inject(request)).statusCode).toBe(201)
  const key = executed.splice(0)[0]?.idempotency
  expect(key?.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  return key
}

it('hashes method, path and raw body, and cuts the hash into a UUID', () => {
  const request = {
    method: 'POST',
    url: '/v1/payouts',
    text: '{"amount":"10.00","currency":"EUR"}',
  }
  expect(idempotencyKey('k', 'scope', request)).toMatchObject({
    value: { fingerprint: 'e0b1f613-5c34-7374-7548-c79551a8b223' },
  })
})

it('hashes the query too', () => {
  const request = { method: 'POST', url: '/v1/payouts', text: '' }
  expect(idempotencyKey('k', 'scope', { ...request, url: '/v1/payouts?a=1' })).not.toEqual(
    idempotencyKey('k', 'scope', request),
  )
})

it.each([
  ['bare', 'key-1', '"key-1"'],
  ['with spaces', 'my own key', '"my own key"'],
  ['with a quote and a backslash', 'a"b\\c', String.raw`"a\"b\\c"`],
])('takes a key %s as the same in quotes', async (_, bare, quoted) => {
  const plain = await keyOf(post(url, {}, { 'idempotency-key': bare }))
  expect(await keyOf(post(url, {}, { 'idempotency-key': quoted }))).toEqual(plain)
})

it('tells requests apart by path and the bytes of the body', async () => {
  const first = await keyOf(post(url, '{"reason":"a"}'))
  expect(await keyOf(post(url, '{"reason":"a"}'))).toEqual(first)
  const others = [
    await keyOf(post(url, '{"reason": "a"}')),
    await keyOf(post(`/v1/payments/${PAYMENT}/cancel`, '{"reason":"a"}')),
  ]
  const prints = [first, ...others].map((key) => key?.fingerprint)
  expect(new Set(prints).size).toBe(3)
  expect(new Set([first, ...others].map((key) => key?.id)).size).toBe(1)
})

it('keeps the keys of callers apart', async () => {
  const keys = [
    await keyOf(post(url, {})),
    await keyOf(post(url, {}, { authorization: 'Bearer sk_staff' })),
    await keyOf(post(url, {}, { 'danbao-act-as': 'acc_00000000000000000000000001' })),
    await keyOf(post(url, {}, { 'idempotency-key': 'key-2' })),
  ]
  expect(new Set(keys.map((key) => key?.id)).size).toBe(4)
})

it('refuses a command without a key, after its body was found valid', async () => {
  const { 'idempotency-key': _, ...headers } = post(url, {}).headers
  const answer = await app.inject({ ...post(url, {}), headers })
  expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency_key_missing' })
  const wrong = await app.inject({ ...post(url, { x: 1 }), headers })
  expect(wrong.json().code).toBe('invalid_request')
  expect(executed).toEqual([])
})

it.each([
  ['is too long', 'k'.repeat(256)],
  ['is empty in quotes', '""'],
  ['has an open quote', '"key'],
  ['has something after its quotes', '"key" x'],
  ['has an unknown escape', String.raw`"a\n"`],
  ['is not ASCII', 'ключ'],
  ['has a tab', 'a\tb'],
])('refuses a key that %s', async (_, key) => {
  const answer = await app.inject(post(url, {}, { 'idempotency-key': key }))
  expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency_key_invalid' })
  expect(executed).toEqual([])
})

it('takes a key of 255 characters', async () => {
  await keyOf(post(url, {}, { 'idempotency-key': 'k'.repeat(255) }))
})

it('needs no key where nothing happens twice', async () => {
  const { 'idempotency-key': _, ...headers } = post(url, {}).headers
  const answer = await app.inject({ ...post('/v1/accounts', { name: 'Li Wei' }), headers })
  expect(answer.statusCode).toBe(201)
})
