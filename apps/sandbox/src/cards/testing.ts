import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { Stripe } from 'stripe'
import { createSandbox, type Sandbox, type SandboxOptions } from '../create-sandbox.ts'
import { portOf } from '../port-of.ts'

/** A sandbox, and the official client as a shop would have it. */
export interface Shop {
  readonly sandbox: Sandbox
  readonly stripe: Stripe
  /** With other options than the shop's own. */
  client(key: string, options?: { readonly maxNetworkRetries?: number }): Stripe
  /** Moves the processor's clock. */
  wait(seconds: number): void
  /** `POST` as a form; the answer is not followed. */
  submit(path: string, fields: Readonly<Record<string, string>>): Promise<Response>
  close(): Promise<void>
}

export async function openShop(options: Partial<SandboxOptions> = {}): Promise<Shop> {
  let waited = 0
  const now = (): number => Date.now() + waited
  const sandbox = await createSandbox({ smtpPort: 0, webPort: 0, now, ...options })
  const { hostname, port } = new URL(sandbox.cardsUrl)
  const client: Shop['client'] = (key, { maxNetworkRetries = 0 } = {}) =>
    new Stripe(key, { protocol: 'http', host: hostname, port, maxNetworkRetries, telemetry: false })
  return {
    sandbox,
    stripe: client('sk_test_shop'),
    client,
    wait: (seconds) => void (waited += seconds * 1000),
    submit: (path, fields) =>
      fetch(new URL(path, sandbox.url), {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      }),
    close: () => sandbox.close(),
  }
}

export interface Listener {
  readonly url: string
  /** In the order in which they came. */
  readonly got: readonly { readonly body: string; readonly signature: string }[]
  /** What the next deliveries are answered; after them 200. */
  readonly statuses: number[]
  /** Until so many have come. */
  atLeast(count: number): Promise<void>
  close(): Promise<void>
}

/** The shop's end of webhooks. */
export async function openListener(): Promise<Listener> {
  const got: { body: string; signature: string }[] = []
  const statuses: number[] = []
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      got.push({ body, signature: String(request.headers['stripe-signature']) })
      response.writeHead(statuses.shift() ?? 200).end()
      server.emit('got')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address(), 0)}/webhooks`,
    got,
    statuses,
    async atLeast(count) {
      while (got.length < count) await once(server, 'got')
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** What a person types into the form. */
export function typed(number: string, change: Readonly<Record<string, string>> = {}) {
  const code = number.startsWith('3') && number.length === 15 ? '1234' : '123'
  return { number, expiry: '12/34', code, holder: 'ANNA TEST', ...change }
}
