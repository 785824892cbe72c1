import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { CheckoutView, DisputeView, PaymentView } from '@danbao/sdk'
import { z } from 'zod'
import { createMarket, type Market, type MarketOptions } from './index.ts'

// A Danbao that knows only what the shop asks for, and a browser without script.

const money = z.object({ value: z.string(), currency: z.string() })
const checkoutBody = z.object({
  reference: z.string(),
  return_url: z.string(),
  payments: z.array(
    z.object({
      amount: money,
      seller: z.string(),
      description: z.string(),
      metadata: z.record(z.string(), z.string()),
    }),
  ),
})
const NOW = '2026-11-23T10:00:00.000Z'
const ZERO = { value: '0', currency: 'USD' }
const RETURN_SECRET = 'rsec_of the test'

type Body = Readonly<Record<string, unknown>>
interface Endpoint {
  readonly id: string
  url: string
  secret: string
  enabled: boolean
}

export interface FakeDanbao {
  readonly url: string
  /** What came, as "POST /v1/checkouts". */
  readonly calls: string[]
  readonly payments: Map<string, PaymentView>
  readonly checkouts: Map<string, CheckoutView>
  readonly disputes: Map<string, DisputeView>
  readonly endpoints: Endpoint[]
  /** Answers nobody. */
  away: boolean
  /** Changes a payment without a word to anybody. */
  change(id: string, changes: Partial<PaymentView>): PaymentView
  /** Sends a webhook; resolves to the status of the answer. */
  tell(type: string, data: unknown, more?: { id?: string; secret?: string }): Promise<number>
  backUrl(checkout: CheckoutView, state: string, secret?: string): string
  close(): Promise<void>
}

export async function startFakeDanbao(): Promise<FakeDanbao> {
  const answers = new Map<string, unknown>()
  const accounts = new Map<string, Body>()
  const fake: FakeDanbao = {
    url: '',
    calls: [],
    payments: new Map(),
    checkouts: new Map(),
    disputes: new Map(),
    endpoints: [],
    away: false,
    change(id, changes) {
      const payment = fake.payments.get(id)
      if (payment === undefined) throw new Error(`There is no ${id}.`)
      const changed = { ...payment, ...changes }
      fake.payments.set(id, changed)
      return changed
    },
    async tell(type, data, { id = `evt_${randomUUID()}`, secret } = {}) {
      const [endpoint] = fake.endpoints
      if (endpoint === undefined) throw new Error('Nobody wants to be told.')
      const body = JSON.stringify({ id, type, timestamp: NOW, data })
      const at = String(Math.floor(Date.now() / 1000))
      const key = Buffer.from((secret ?? endpoint.secret).replace('whsec_', ''), 'base64')
      const mac = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
      const headers = {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': at,
        'webhook-signature': `v1,${mac}`,
      }
      return (await fetch(endpoint.url, { method: 'POST', headers, body })).status
    },
    backUrl(checkout, state, secret = RETURN_SECRET) {
      const at = String(Math.floor(Date.now() / 1000))
      const mac = createHmac('sha256', secret).update(`${checkout.id}.${state}.${at}`)
      const query = new URLSearchParams({
        danbao_checkout: checkout.id,
        danbao_state: state,
        danbao_at: at,
        danbao_signature: `v1,${mac.digest('base64')}`,
      })
      return `${checkout.return_url}?${query}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((request, response) => {
    if (fake.away) return void request.socket.destroy()
    void readBody(request).then((body) => {
      const { method = '', url = '' } = request
      fake.calls.push(`${method} ${url.split('?')[0]}`)
      const key = request.headers['idempotency-key']
      const known = typeof key === 'string' ? answers.get(key) : undefined
      const answer = known ?? answerTo(fake, accounts, { method, url, body })
      if (typeof key === 'string' && answer !== undefined) answers.set(key, answer)
      const problem = { status: 404, code: 'not_found', detail: 'Nothing.' }
      const type = answer === undefined ? 'application/problem+json' : 'application/json'
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': type })
      response.end(JSON.stringify(answer ?? problem))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(fake, { url: `http://127.0.0.1:${portOf(server.address())}` })
}

interface Asked {
  readonly method: string
  readonly url: string
  readonly body: Body
}

function answerTo(fake: FakeDanbao, accounts: Map<string, Body>, { method, url, body }: Asked) {
  const { pathname, searchParams } = new URL(url, 'http://fake')
  const [, , kind = '', id = '', action] = pathname.split('/')
  const listOf = (data: unknown[]) => ({ object: 'list', data, next_cursor: null })
  switch (`${method} ${kind}`) {
    case 'GET accounts':
      return listOf(
        [...accounts.values()].filter((one) => one['reference'] === searchParams.get('reference')),
      )
    case 'POST accounts': {
      const account = { ...body, id: `acc_${accounts.size + 1}` }
      accounts.set(account.id, account)
      return account
    }
    case 'GET marketplace':
      return { id: 'mkt_1', object: 'marketplace', name: 'Test', return_secret: RETURN_SECRET }
    case 'GET webhook_endpoints':
      return listOf(
        fake.endpoints.map(({ id: one, url: at, enabled }) => ({ id: one, url: at, enabled })),
      )
    case 'PATCH webhook_endpoints':
      return Object.assign(fake.endpoints.find((one) => one.id === id) ?? {}, body)
    case 'POST webhook_endpoints': {
      const secret = `whsec_${Buffer.from(randomUUID()).toString('base64')}`
      const present = fake.endpoints.find((one) => one.id === id)
      if (present !== undefined) return Object.assign(present, { secret })
      const made = { id: `whe_${randomUUID()}`, url: String(body['url']), secret, enabled: true }
      fake.endpoints.push(made)
      return made
    }
    case 'POST checkouts':
      return createCheckout(fake, body)
    case 'GET checkouts':
      return fake.checkouts.get(id)
    case 'GET payments':
      return fake.payments.get(id)
    case 'POST payments': {
      if (action === 'ship') {
        const shipment = z.object({ carrier: z.string(), tracking: z.string() }).parse(body)
        return fake.change(id, { state: 'shipped', shipped_at: NOW, shipment })
      }
      if (action === 'deliver') return fake.change(id, { state: 'delivered', delivered_at: NOW })
      const { amount } = z.object({ amount: money }).parse(body)
      return fake.change(id, { refunded: amount })
    }
    case 'GET disputes':
      return fake.disputes.get(id)
    case 'GET sandbox':
    case 'POST sandbox':
      return { object: 'clock', now: NOW }
    default:
      return undefined
  }
}

function createCheckout(fake: FakeDanbao, body: Body): CheckoutView {
  const { payments, reference, return_url: returnUrl } = checkoutBody.parse(body)
  const id = `chk_${fake.checkouts.size + 1}`
  const made = payments.map((wanted, index) => paymentOf(`pay_${id}_${index}`, id, wanted))
  for (const payment of made) fake.payments.set(payment.id, payment)
  const checkout: CheckoutView = {
    id,
    object: 'checkout',
    url: `${fake.url}/wallet/checkout/${id}`,
    total: ZERO,
    buyer: null,
    marketplace: 'mkt_1',
    reference,
    return_url: returnUrl,
    payments: made,
    created_at: NOW,
  }
  fake.checkouts.set(id, checkout)
  return checkout
}

function paymentOf(
  id: string,
  checkout: string,
  wanted: z.output<typeof checkoutBody>['payments'][number],
): PaymentView {
  return {
    ...{ id, object: 'payment', state: 'requires_payment', kind: 'standard' },
    ...{ amount: wanted.amount, coupon: ZERO, in_escrow: ZERO, refunded: ZERO, released: ZERO },
    commission: { basis_points: 500, fixed: ZERO, taken: ZERO },
    ...{ claimed_back: ZERO, buyer: null, seller: wanted.seller, marketplace: 'mkt_1', checkout },
    ...{ dispute: null, due: { what: 'pay', at: NOW }, extended: false, reason: null },
    policy: {
      pay_within: 'P5D',
      ship_within: 'P7D',
      confirm_within: 'P15D',
      inspect_within: 'P3D',
    },
    shipment: { carrier: null, tracking: null },
    ...{ reference: null, description: wanted.description, metadata: wanted.metadata },
    ...{ created_at: NOW, paid_at: null, shipped_at: null, delivered_at: null },
    ...{ checked_at: null, closed_at: null, closed_by: null },
  }
}

/** What a payment becomes when it is paid. */
export function paid(fake: FakeDanbao, id: string): PaymentView {
  const { amount } = fake.payments.get(id) ?? { amount: ZERO }
  return fake.change(id, { state: 'held', paid_at: NOW, in_escrow: amount, due: null })
}

export function openShop(options: Partial<MarketOptions> = {}): Promise<Market> {
  return createMarket({ port: 0, host: '127.0.0.1', clients: [], ...options })
}

/** A shop that this Danbao knows already. */
export async function openLinkedShop(
  danbao: FakeDanbao,
  options: Partial<MarketOptions> = {},
): Promise<Market> {
  const market = await openShop({ danbao: { url: danbao.url, apiKey: 'sk' }, ...options })
  // What the shop asks after its endpoint and its secret are settled.
  while (!danbao.calls.includes('GET /v1/marketplace')) await pause(10)
  return market
}

export interface Page {
  readonly url: string
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

/** A browser without script: it keeps cookies and follows the shop's own redirects. */
export function openBrowser(base: string, language = 'en') {
  const cookies = new Map<string, string>()
  return async function go(
    path: string,
    form?: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const url = new URL(path, base)
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { origin: url.origin }),
        ...headers,
      },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    const next = location === null ? undefined : new URL(location, url)
    if (next !== undefined && next.origin === url.origin) return go(next.href)
    const text = await answer.text()
    return { url: next?.href ?? url.href, status: answer.status, text, headers: answer.headers }
  }
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : z.record(z.string(), z.unknown()).parse(JSON.parse(text))
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}
