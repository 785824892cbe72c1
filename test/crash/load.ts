import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ApiAnswer,
  type ApiRequest,
  listAt,
  readObject,
  get,
  send,
  sendOk,
  textAt,
} from '../servers/client.ts'

/** A request that was sent, and its answer if one came. */
export interface Sent {
  readonly request: ApiRequest
  answer: { readonly status: number; readonly text: string } | undefined
}

export interface Parties {
  readonly key: string
  readonly buyer: string
  readonly seller: string
}

/** Payments that go through their whole life, again and again, while servers come and go. */
export interface Load {
  readonly sent: readonly Sent[]
  acknowledged(): number
  /** How often a request got 503, or no answer. */
  readonly trouble: { unavailable: number; broken: number; withoutRetryAfter: number }
  /** Lets the lives under way stop where they are. */
  stop(): Promise<void>
}

export const PRICE = 123n
const WORKERS = 12
const PAUSE_MS = 20

export function startLoad(urls: readonly string[], { key, buyer, seller }: Parties): Load {
  const sent: Sent[] = []
  const trouble = { unavailable: 0, broken: 0, withoutRetryAfter: 0 }
  let stopped = false
  let next = 0

  /** Notes the request before it leaves; what was not acknowledged is left as it is. */
  const ask = async (
    url: string,
    path: string,
    body: unknown,
    actAs?: string,
  ): Promise<string | undefined> => {
    const request = {
      method: 'POST',
      path,
      key,
      body,
      actAs,
      idempotencyKey: randomUUID(),
    } as const
    const one: Sent = { request, answer: undefined }
    sent.push(one)
    const answer = await send(url, request).catch(() => undefined)
    note(trouble, answer)
    if (answer === undefined || answer.status >= 500) {
      await sleep(PAUSE_MS)
      return undefined
    }
    one.answer = { status: answer.status, text: answer.text }
    return textAt(readObject(answer.text), 'id')
  }

  const live = async (url: string): Promise<void> => {
    const amount = { value: PRICE.toString(), currency: 'USD' }
    const reference = `life-${(next += 1)}`
    const id = await ask(url, '/v1/payments', { amount, buyer, seller, reference })
    if (id === undefined) return
    for (const [step, actAs] of [
      ['pay', buyer],
      ['ship', undefined],
      ['confirm', buyer],
    ] as const) {
      if (stopped || (await ask(url, `/v1/payments/${id}/${step}`, {}, actAs)) === undefined) return
    }
  }

  const work = async (worker: number): Promise<void> => {
    const url = urls[worker % urls.length] ?? ''
    while (!stopped) await live(url)
  }
  const workers = Array.from({ length: WORKERS }, (_, worker) => work(worker))
  return {
    sent,
    trouble,
    acknowledged: () => sent.filter(({ answer }) => answer !== undefined).length,
    async stop() {
      stopped = true
      await Promise.all(workers)
    },
  }
}

function note(trouble: Load['trouble'], answer: ApiAnswer | undefined): void {
  if (answer === undefined) trouble.broken += 1
  else if (answer.status === 503) {
    trouble.unavailable += 1
    if (!answer.headers.has('retry-after')) trouble.withoutRetryAfter += 1
  }
}

/** What is wrong with what was acknowledged, and with what was not; empty when all is well. */
export async function findLosses(url: string, load: Load, parties: Parties): Promise<string[]> {
  const wrong: string[] = []
  const settled: { readonly path: string; readonly status: number; readonly text: string }[] = []
  for (const { request, answer } of load.sent) {
    const repeated = await send(url, request)
    const expected = answer ?? (await send(url, request))
    const what = answer === undefined ? 'unacknowledged' : 'acknowledged'
    if (repeated.status !== expected.status || repeated.text !== expected.text) {
      wrong.push(`${what} ${request.path}: ${expected.text} became ${repeated.text}`)
    }
    if (repeated.status >= 500) wrong.push(`${what} ${request.path} gave ${repeated.status}`)
    settled.push({ path: request.path, status: repeated.status, text: repeated.text })
  }
  return [...wrong, ...(await findWrongCounts(url, settled, parties))]
}

/** Each key has had one effect: payments, money and states are as many as the answers say. */
async function findWrongCounts(
  url: string,
  settled: readonly { readonly path: string; readonly status: number; readonly text: string }[],
  { key, buyer, seller }: Parties,
): Promise<string[]> {
  const done = settled.filter(({ status }) => status < 300)
  const count = (end: string): number => done.filter(({ path }) => path.endsWith(end)).length
  const last = new Map(
    done.map(({ text }) => [textAt(readObject(text), 'id'), textAt(readObject(text), 'state')]),
  )
  const listed = await listPayments(url, key)
  const wrong = [...last].filter(([id, state]) => listed.get(id) !== state)
  const problems = wrong.map(([id, state]) => `${id} should be ${state} and is ${listed.get(id)}`)
  const expect = (what: string, is: bigint | number, should: bigint | number): void => {
    if (is !== should) problems.push(`${what}: ${is} instead of ${should}`)
  }
  expect('payments', listed.size, count('/payments'))
  const spent = START - (await balance(url, key, buyer, 'available'))
  expect('spent', spent, PRICE * BigInt(count('/pay')))
  const earned = await balance(url, key, seller, 'proceeds')
  expect('earned', earned, PRICE * BigInt(count('/confirm')))
  return problems
}

/** What the buyer has at first, in US cents. */
export const START = 9_000_000n

async function balance(url: string, key: string, account: string, book: string): Promise<bigint> {
  const found = await sendOk(url, {
    ...get(`/v1/accounts/${account}/balances`, key),
    actAs: account,
  })
  return BigInt(textAt(found, `balances.0.${book}.value`) || '0')
}

async function listPayments(url: string, key: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (let cursor = ''; ;) {
    const page = await sendOk(url, get(`/v1/payments?limit=100${cursor}`, key))
    for (const one of listAt(page, 'data')) found.set(textAt(one, 'id'), textAt(one, 'state'))
    if (textAt(page, 'next_cursor') === '') return found
    cursor = `&cursor=${encodeURIComponent(textAt(page, 'next_cursor'))}`
  }
}
