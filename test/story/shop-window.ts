import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type PaymentView, verifyWebhook } from '@danbao/sdk'

/** What a marketplace knows of its payments when it listens to webhooks and asks for nothing. */
export class ShopWindow {
  /** Of the endpoint, once it is made. */
  secret = ''
  /** While it is, every delivery is answered as a broken shop would. */
  broken = false
  turnedAway = 0
  repeated = 0
  /** Each event once. */
  readonly seen = new Set<string>()
  readonly payments = new Map<string, PaymentView>()
  readonly #latest = new Map<string, string>()
  readonly #server = createServer((request, response) => {
    void this.#take(request).then((status) => response.writeHead(status).end())
  })

  /** The address that it listens on. */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('It listens on a port.')
    return `http://127.0.0.1:${address.port}/webhooks`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #take(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    if (this.broken) {
      this.turnedAway += 1
      return 500
    }
    const { headers } = request
    const body = Buffer.concat(chunks)
    const { id, data } = await verifyWebhook({ body, headers, secret: this.secret })
    if (this.seen.has(id)) this.repeated += 1
    else if (data.object === 'payment') this.#keep(id, data)
    this.seen.add(id)
    return 204
  }

  /** Deliveries overtake each other when some are tried again: the youngest event counts. */
  #keep(eventId: string, payment: PaymentView): void {
    if (eventId < (this.#latest.get(payment.id) ?? '')) return
    this.#latest.set(payment.id, eventId)
    this.payments.set(payment.id, payment)
  }
}
