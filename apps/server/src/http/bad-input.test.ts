import { describe, expect, it } from 'vitest'
import { ACCOUNT, createTestApp, get, PAYMENT, post } from './testing.ts'

const { app, executed } = await createTestApp()

const payment = {
  amount: { value: '4990', currency: 'USD' },
  buyer: ACCOUNT,
  seller: 'acc_00000000000000000000000001',
}
const NO_DIGITS = 'must be digits only: minor units, no sign, no leading zero'

/** What is wrong, the body, and its error. */
const WRONG: [string, unknown, pointer: string, code: string, detail: string][] = [
  ['unknown', { ...payment, colour: 'red' }, '/colour', 'unknown_field', 'is not a known field'],
  [
    'unknown, deep',
    { ...payment, amount: { ...payment.amount, cents: 1 } },
    '/amount/cents',
    'unknown_field',
    'is not a known field',
  ],
  [
    'unknown, with a name that needs escapes',
    { ...payment, 'a/b~c': 1 },
    '/a~1b~0c',
    'unknown_field',
    'is not a known field',
  ],
  ['missing', { ...payment, seller: undefined }, '/seller', 'required', 'is required'],
  [
    'an amount as a JSON number',
    { ...payment, amount: { value: 4990, currency: 'USD' } },
    '/amount/value',
    'invalid_type',
    'must be a string of digits, in minor units',
  ],
  [
    'an amount of zero',
    { ...payment, amount: { value: '0', currency: 'USD' } },
    '/amount/value',
    'invalid_value',
    'must be more than zero',
  ],
  [
    'a negative amount',
    { ...payment, amount: { value: '-1', currency: 'USD' } },
    '/amount/value',
    'invalid_format',
    NO_DIGITS,
  ],
  [
    'an amount with decimals',
    { ...payment, amount: { value: '49.90', currency: 'USD' } },
    '/amount/value',
    'invalid_format',
    NO_DIGITS,
  ],
  [
    'an amount that is too long',
    { ...payment, amount: { value: '1000000000000000', currency: 'USD' } },
    '/amount/value',
    'invalid_value',
    'is too large',
  ],
  [
    'a currency that does not exist',
    { ...payment, amount: { value: '1', currency: 'ABC' } },
    '/amount/currency',
    'invalid_value',
    'must be an ISO 4217 currency code',
  ],
  [
    'an id of another kind',
    { ...payment, buyer: PAYMENT },
    '/buyer',
    'invalid_value',
    'must be an id that starts with acc_',
  ],
  [
    'a text with U+0000',
    { ...payment, description: 'a\0b' },
    '/description',
    'invalid_value',
    'must not contain U+0000 or half of a surrogate pair',
  ],
  [
    'a name in metadata with U+0000',
    { ...payment, metadata: { 'a\0': 'x' } },
    '/metadata/a\0',
    'invalid_value',
    'must not contain U+0000 or half of a surrogate pair',
  ],
  [
    'a text with half of a surrogate pair',
    { ...payment, reference: 'a\ud800b' },
    '/reference',
    'invalid_value',
    'must not contain U+0000 or half of a surrogate pair',
  ],
]

async function errorsOf(body: unknown, url = '/v1/payments') {
  const answer = await app.inject(post(url, body))
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
  expect(executed).toEqual([])
  return answer.json().errors
}

describe('a field', () => {
  it.each(WRONG)('%s is named with its reason', async (_, body, pointer, code, detail) => {
    expect(await errorsOf(body)).toEqual([{ pointer, code, detail }])
  })

  it('is named together with all others that are wrong', async () => {
    const errors = await errorsOf({ amount: { value: 5 }, buyer: 7, surprise: 1, more: 2 })
    expect(errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(
      ['/amount/currency', '/amount/value', '/buyer', '/more', '/seller', '/surprise'].toSorted(),
    )
  })

  it('is there once', async () => {
    const twice = JSON.stringify(payment).replace('{"value"', '{"value":"1","value"')
    const [pointer, code, detail] = ['/amount/value', 'repeated_field', 'is there twice']
    expect(await errorsOf(twice)).toEqual([{ pointer, code, detail }])
    const more = twice.replace('"buyer"', '"colour":"red","buyer"')
    expect(await errorsOf(more)).toMatchObject([{ pointer: '/colour' }, { pointer }])
  })

  it('may hold a whole surrogate pair', async () => {
    const body = { ...payment, description: 'sealed 🔴' }
    const escaped = JSON.stringify(body).replace('🔴', String.raw`\ud83d\udd34`)
    expect((await app.inject(post('/v1/payments', escaped))).statusCode).toBe(201)
    executed.length = 0
  })

  it('may hold the letters of the escape without being one', async () => {
    const body = { ...payment, description: String.raw`a\u0000b` }
    expect((await app.inject(post('/v1/payments', body))).statusCode).toBe(201)
    executed.length = 0
  })

  it.each([['[]'], ['null'], ['"text"'], ['7'], ['true']])(
    'is none in the body %s',
    async (body) => {
      expect(await errorsOf(body)).toMatchObject([{ pointer: '', code: 'invalid_type' }])
    },
  )

  it('of the path and the query is named too', async () => {
    const answer = await app.inject(get('/v1/payments/pay_1?expand=events&x=1'))
    expect(answer.json().errors).toEqual([
      {
        pointer: '/path/id',
        code: 'invalid_value',
        detail: 'must be an id that starts with pay_',
      },
      {
        pointer: '/query/expand',
        code: 'invalid_value',
        detail: 'must be a comma-separated list of: buyer, seller, checkout, dispute',
      },
      { pointer: '/query/x', code: 'unknown_field', detail: 'is not a known field' },
    ])
  })

  it.each([
    ['/v1/payments?limit=0', '/query/limit'],
    ['/v1/payments?limit=101', '/query/limit'],
    ['/v1/payments?limit=1&limit=2', '/query/limit'],
    ['/v1/payments?reference=a%00b', '/query/reference'],
    ['/v1/payments?state=lost', '/query/state'],
    [`/v1/accounts/${ACCOUNT}/transfers`, '/query/currency'],
    [`/v1/accounts/${ACCOUNT}/transfers?currency=EURO`, '/query/currency'],
    [`/v1/accounts/${ACCOUNT}/balances?at=yesterday`, '/query/at'],
    [`/v1/accounts/${ACCOUNT}?x=1`, '/query/x'],
  ])('of the query is refused: %s', async (url, pointer) => {
    const answer = await app.inject(get(url))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors).toMatchObject([{ pointer }])
  })
})

describe('a body', () => {
  it.each([
    ['broken', '{"amount":'],
    ['followed by more', '{} {}'],
    ['of single quotes', "{'a':1}"],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['for the prototype', '{"metadata":{"__proto__":"x"}}'],
    ['for names with escapes', String.raw`{"metadata":{"q":"1","\\":"x"}}`],
    ['for names with escapes', String.raw`{"metadata":{"q":"1","\u005cu04":"x"}}`],
  ])('that is %s is refused as invalid_json', async (_, body) => {
    const answer = await app.inject(post('/v1/payments', body))
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_json' })
    expect(executed).toEqual([])
  })

  it('may have names with escapes, which nobody who came before can change', async () => {
    const poison = String.raw`{"metadata":{"q":"1","\\":"x"}}`
    await app.inject(post('/v1/payments', poison))
    const metadata = String.raw`{"q":"1","\u0446":"\\red"}`
    const text = JSON.stringify({ ...payment, metadata: 0 }).replace(':0}', `:${metadata}}`)
    await app.inject(post('/v1/payments', text))
    const [request] = executed.splice(0)
    expect(request?.command.body).toMatchObject({ metadata: { q: '1', ц: '\\red' } })
  })

  it('of more than 64 KiB is refused, and one of 64 KiB is read', async () => {
    const big = await app.inject(post('/v1/payments', ' '.repeat(64 * 1024 + 1)))
    expect(big.statusCode).toBe(413)
    expect(big.json()).toMatchObject({
      ...{ code: 'body_too_large', detail: 'A body has at most 64 KiB here.' },
      max_bytes: '65536',
    })
    const full = await app.inject(post('/v1/payments', '{}'.padEnd(64 * 1024)))
    expect(full.json().code).toBe('invalid_request')
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'of type %s is refused',
    async (type) => {
      const answer = await app.inject(post('/v1/payments', payment, { 'content-type': type }))
      expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
      expect(answer.headers['content-type']).toMatch('application/problem+json')
    },
  )

  it.each([
    ['without type and length', undefined, undefined],
    ['of type JSON', 'application/json', ''],
    ['of type JSON in UTF-8', 'application/json; charset=utf-8', ''],
  ])('that is empty, %s, counts as {}', async (_, type, payload) => {
    const answer = await app.inject({
      method: 'POST',
      url: `/v1/payments/${PAYMENT}/pay`,
      headers: {
        authorization: 'Bearer sk_shop',
        'idempotency-key': 'k',
        ...(type === undefined ? {} : { 'content-type': type }),
      },
      ...(payload === undefined ? {} : { payload }),
    })
    expect(answer.statusCode).toBe(201)
    expect(executed.splice(0)[0]?.command).toMatchObject({ name: 'payPayment', body: {} })
  })
})
