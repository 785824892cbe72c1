import { connect, type Socket } from 'node:net'
import { randomUUID } from 'node:crypto'
import { InvariantError } from '@danbao/kernel'
import { z } from 'zod'

/**
 * The load of the lifecycle benchmark, in a process of its own: as many connections as requests in
 * flight, each of which takes payments through create, pay, ship and confirm. It speaks HTTP/1.1
 * itself, because a client library would cost more than the server on the same two cores.
 */
const [url = '', inFlightText = '128', secondsText = '5'] = process.argv.slice(2)
const { hostname, port } = new URL(url)
const people = 1_000
const latenciesMs: number[] = []

interface Connection {
  post(path: string, body: string, actAs?: string): Promise<string>
  end(): void
}

async function openConnection(): Promise<Connection> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const answers = new Answers(socket)
  return {
    async post(path, body, actAs) {
      const started = performance.now()
      const answer = answers.next()
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer bench\r\n` +
          `Content-Type: application/json\r\nIdempotency-Key: ${randomUUID()}\r\n` +
          (actAs === undefined ? '' : `Danbao-Act-As: ${actAs}\r\n`) +
          `Content-Length: ${body.length}\r\n\r\n${body}`,
      )
      const { status, text } = await answer
      latenciesMs.push(performance.now() - started)
      if (status > 299) throw new InvariantError(`${path} answered ${status}: ${text}`)
      return text
    },
    end: () => socket.destroy(),
  }
}

/** One answer at a time is in flight; it is whole when its Content-Length has arrived. */
class Answers {
  #buffer = ''
  #resolve: ((answer: { status: number; text: string }) => void) | undefined

  constructor(socket: Socket) {
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => {
      this.#buffer += String(chunk)
      this.#read()
    })
  }

  next(): Promise<{ status: number; text: string }> {
    return new Promise((resolve) => (this.#resolve = resolve))
  }

  #read(): void {
    const head = this.#buffer.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /content-length: (\d+)/i.exec(this.#buffer)?.[1]
    const end = head + 4 + Number(length ?? 0)
    if (this.#buffer.length < end) return
    const status = Number(this.#buffer.slice(9, 12))
    const text = this.#buffer.slice(head + 4, end)
    this.#buffer = this.#buffer.slice(end)
    this.#resolve?.({ status, text })
  }
}

const idSchema = z.string().regex(/^\w+$/)
const idOf = (text: string): string => idSchema.parse(/"id":"(\w+)"/.exec(text)?.[1])

function pick(from: readonly string[]): string {
  const one = from[Math.floor(Math.random() * from.length)]
  if (one === undefined) throw new InvariantError('There is nobody to pick.')
  return one
}

async function createPeople(connection: Connection, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at += 1)
    ids.push(idOf(await connection.post('/v1/accounts', '{"name":"Bench"}')))
  return ids
}

async function fund(connection: Connection, id: string): Promise<void> {
  const body = JSON.stringify({ account: id, amount: { value: '900000000', currency: 'USD' } })
  await connection.post('/v1/sandbox/top_ups', body)
}

async function lifecycle(connection: Connection, buyer: string, seller: string): Promise<void> {
  const amount = { value: '100', currency: 'USD' }
  const commission = { basis_points: 300 }
  const created = await connection.post(
    '/v1/payments',
    JSON.stringify({ amount, buyer, seller, commission }),
  )
  const path = `/v1/payments/${idOf(created)}`
  await connection.post(`${path}/pay`, '{}', buyer)
  await connection.post(`${path}/ship`, '{}')
  await connection.post(`${path}/confirm`, '{}', buyer)
}

const connections = await Promise.all(Array.from({ length: Number(inFlightText) }, openConnection))
const share = Math.ceil(people / connections.length)
const ids = (await Promise.all(connections.map((one) => createPeople(one, share)))).flat()
const buyers = ids.slice(0, ids.length / 2)
const sellers = ids.slice(ids.length / 2)
await Promise.all(
  connections.map(async (connection, index) => {
    for (let at = index; at < buyers.length; at += connections.length)
      await fund(connection, buyers[at] ?? '')
  }),
)

const measure = async (seconds: number): Promise<number> => {
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  let done = 0
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < end) {
        await lifecycle(connection, pick(buyers), pick(sellers))
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - started)
}

await measure(1)
latenciesMs.length = 0
const perSecond = await measure(Number(secondsText))
latenciesMs.sort((a, b) => a - b)
const quantile = (part: number): number => latenciesMs[Math.floor(latenciesMs.length * part)] ?? 0
console.log(JSON.stringify({ perSecond, p50Ms: quantile(0.5), p99Ms: quantile(0.99) }))
for (const connection of connections) connection.end()
