import type { PaymentView } from '@danbao/contracts'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { createDanbao, type DanbaoOptions } from './index.ts'

interface Sent {
  readonly url: string
  readonly method: string | undefined
  readonly headers: Headers
  readonly body: unknown
}

type Reply = (sent: Sent) => Response | Promise<Response>

const json = (body: unknown, status = 200, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers })

const problem = (status: number, code: string, headers = {}): Response =>
  json({ status, code, detail: 'Because.' }, status, {
    ...{ 'content-type': 'application/problem+json', 'danbao-request-id': 'req_1' },
    ...headers,
  })

/** A client whose server gives these answers one after the other, the last one for ever. */
function clientOf(replies: Reply[], options: Partial<DanbaoOptions> = {}) {
  const sent: Sent[] = []
  const danbao = createDanbao({
    apiKey: 'sk_sandbox_1',
    baseUrl: 'http://danbao.test/',
    fetch: async (url, request) => {
      const headers = new Headers(request?.headers)
      const body = request?.body === undefined ? undefined : JSON.parse(String(request.body))
      const one = { url: String(url), method: request?.method, headers, body }
      sent.push(one)
      request?.signal?.throwIfAborted()
      const reply = replies[Math.min(sent.length, replies.length) - 1]
      return reply === undefined ? json({}) : reply(one)
    },
    ...options,
  })
  return { danbao, sent }
}

/** Lets the pauses between tries pass at once. */
async function hurry<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  await vi.runAllTimersAsync()
  return promise
}

describe('a call', () => {
  it('sends its body with the key of the client and a new idempotency key', async () => {
    const { danbao, sent } = clientOf([() => json({ id: 'pay_1' })])
    const amount = { value: '1', currency: 'USD' }
    await danbao.payments.create({ amount, buyer: 'acc_1', seller: 'acc_2' })
    await danbao.payments.confirm('pay_1')
    expect(sent[0]).toMatchObject({
      ...{ url: 'http://danbao.test/v1/payments', method: 'POST' },
      body: { amount, buyer: 'acc_1', seller: 'acc_2' },
    })
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer sk_sandbox_1')
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
    expect(sent[1]).toMatchObject({ url: 'http://danbao.test/v1/payments/pay_1/confirm', body: {} })
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).not.toBe(keys[0])
  })

  it('takes its own key and its own person', async () => {
    const { danbao, sent } = clientOf([], { actAs: 'acc_1' })
    await danbao.payments.pay('pay_1')
    await danbao.payments.pay('pay_1', {}, { actAs: 'acc_2', idempotencyKey: 'mine' })
    expect(sent[0]?.headers.get('danbao-act-as')).toBe('acc_1')
    expect(sent[1]?.headers.get('danbao-act-as')).toBe('acc_2')
    expect(sent[1]?.headers.get('idempotency-key')).toBe('mine')
  })

  it('reads without body and key, and with its query', async () => {
    const { danbao, sent } = clientOf([])
    await danbao.payments.get('pay_1', { expand: ['buyer', 'dispute'] })
    await danbao.accounts.balances('acc/../x', { at: '2026-11-22T20:00:00Z' })
    expect(sent[0]?.url).toBe('http://danbao.test/v1/payments/pay_1?expand=buyer%2Cdispute')
    expect(sent[0]?.body).toBeUndefined()
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
    expect(sent[1]?.url).toContain('/v1/accounts/acc%2F..%2Fx/balances?at=2026-11-22T20%3A00%3A00Z')
  })

  it('has the types of its route', () => {
    const { danbao } = clientOf([])
    type Payments = typeof danbao.payments
    expectTypeOf<Awaited<ReturnType<Payments['pay']>>>().toEqualTypeOf<PaymentView>()
    // @ts-expect-error: an amount is a string of digits.
    void danbao.payments.refund('pay_1', { amount: { value: 5, currency: 'USD' } })
    // @ts-expect-error: a decision needs its amount and reason.
    void danbao.disputes.decide('dsp_1').catch(() => undefined)
  })
})

describe('a failure', () => {
  const away = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'))

  it.each([429, 500, 502, 503, 504])('with %d is repeated with the same key', async (status) => {
    vi.useFakeTimers()
    const failing = () => problem(status, 'internal_error')
    const { danbao, sent } = clientOf([failing, away, () => json({ id: 'pay_1' })])
    expect(await hurry(danbao.payments.pay('pay_1'))).toEqual({ id: 'pay_1' })
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1)
    vi.useRealTimers()
  })

  it.each([400, 401, 403, 404, 409, 422])('with %d is told at once', async (status) => {
    const { danbao, sent } = clientOf([() => problem(status, 'wrong_state')])
    await expect(danbao.payments.pay('pay_1')).rejects.toMatchObject({
      ...{ name: 'DanbaoError', status, code: 'wrong_state', detail: 'Because.' },
      ...{ requestId: 'req_1', errors: [] },
    })
    expect(sent).toHaveLength(1)
  })

  it('is told after the last try', async () => {
    vi.useFakeTimers()
    const network = clientOf([away], { maxRetries: 2 })
    const failed = hurry(network.danbao.payments.pay('pay_1'))
    await expect(failed).rejects.toMatchObject({
      name: 'DanbaoConnectionError',
      message: expect.stringContaining('fetch failed'),
    })
    expect(network.sent).toHaveLength(3)
    const server = clientOf([() => new Response('<html>', { status: 502 })], { maxRetries: 1 })
    const refused = hurry(server.danbao.payments.pay('pay_1'))
    await expect(refused).rejects.toMatchObject({
      status: 502,
      code: 'unknown',
      requestId: undefined,
    })
    expect(server.sent).toHaveLength(2)
    vi.useRealTimers()
  })

  it('waits as long as Retry-After asks, unless that is too long', async () => {
    vi.useFakeTimers()
    const busy = () => problem(429, 'rate_limited', { 'retry-after': '30' })
    const { danbao, sent } = clientOf([busy, () => json({})])
    const paid = danbao.payments.pay('pay_1')
    await vi.advanceTimersByTimeAsync(29_999)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await paid).toEqual({})
    const closed = clientOf([() => problem(503, 'rate_limited', { 'retry-after': '3600' })])
    await expect(closed.danbao.payments.pay('pay_1')).rejects.toMatchObject({ status: 503 })
    vi.useRealTimers()
  })

  it('of moving the clock is not repeated: no key protects it', async () => {
    const { danbao, sent } = clientOf([away])
    await expect(danbao.sandbox.advanceClock({ advance: 'P1D' })).rejects.toThrow('fetch failed')
    expect(sent).toHaveLength(1)
  })

  it('ends when the caller gives up', async () => {
    const { danbao, sent } = clientOf([away])
    const giveUp = new AbortController()
    const paid = danbao.payments.pay('pay_1', {}, { signal: giveUp.signal })
    setTimeout(() => giveUp.abort(new Error('enough')), 20)
    await expect(paid).rejects.toThrow('enough')
    expect(sent).toHaveLength(1)
  })

  it('of patience is a failure of the connection', async () => {
    const never = createDanbao({
      ...{ apiKey: 'k', baseUrl: 'http://danbao.test', timeoutMs: 20, maxRetries: 0 },
      fetch: (_, request) =>
        new Promise((_resolve, reject) => {
          const { signal } = request ?? {}
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    await expect(never.payments.get('pay_1')).rejects.toMatchObject({
      name: 'DanbaoConnectionError',
    })
  })
})

describe('a list', () => {
  const pages: Reply[] = [
    () => json({ object: 'list', data: [{ id: 'pay_1' }, { id: 'pay_2' }], next_cursor: 'c+1' }),
    () => json({ object: 'list', data: [{ id: 'pay_3' }], next_cursor: null }),
  ]

  it('goes through all pages with its filters', async () => {
    const { danbao, sent } = clientOf(pages)
    const ids = []
    for await (const { id } of danbao.payments.list({ state: 'held', limit: 2 })) ids.push(id)
    expect(ids).toEqual(['pay_1', 'pay_2', 'pay_3'])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      '?state=held&limit=2',
      '?state=held&limit=2&cursor=c%2B1',
    ])
  })

  it('asks for no page that nobody reads', async () => {
    const { danbao, sent } = clientOf(pages)
    const list = danbao.accounts.transfers('acc_1', { currency: 'USD' })
    expect(sent).toHaveLength(0)
    for await (const _ of list) break
    expect(sent).toHaveLength(1)
    expect((await list.page()).next_cursor).toBeNull()
  })
})
