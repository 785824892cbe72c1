import { createHmac } from 'node:crypto'
import type { Faults } from './faults.ts'
import type { Event, WebhookEndpoint } from './records.ts'
import { createTimers } from '../timers.ts'
import type { Shelf } from './shelf.ts'

export interface Delivery {
  readonly event: string
  readonly type: string
  readonly url: string
  /** Seconds since 1970. */
  readonly at: number
  readonly attempt: number
  /** Of HTTP; undefined: nobody answered. */
  readonly status: number | undefined
}

export interface Webhooks {
  /** Sends to every endpoint that wants it, again and again until it is taken. */
  send(event: Event): void
  /** The newest attempts, the last one first. */
  attempts(): readonly Delivery[]
  close(): void
}

export interface WebhooksOptions {
  readonly endpoints: Shelf<WebhookEndpoint>
  /** What an endpoint's events are signed with. */
  readonly secretOf: (endpoint: string) => string
  readonly faults: Faults
  readonly now: () => number
  /** After each attempt that failed, in milliseconds; then it is given up. */
  readonly pausesMs?: readonly number[]
}

interface Job {
  readonly event: Event
  readonly endpoint: WebhookEndpoint
}

const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000, 3_600_000]
const SHUFFLE_MS = 500
const TIMEOUT_MS = 10_000
const KEPT_ATTEMPTS = 200

export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { endpoints, faults, now, pausesMs = PAUSES_MS } = options
  const closing = new AbortController()
  const timers = createTimers()
  const attempts: Delivery[] = []
  // First attempts reach an endpoint one after the other, in the order of what happened.
  const queues = new Map<string, Promise<void>>()
  let held: Job[] = []

  const attempt = async (job: Job, count: number): Promise<void> => {
    if (closing.signal.aborted || endpoints.find(job.endpoint.id) === undefined) return
    const secret = options.secretOf(job.endpoint.id)
    const status = await post(job, { secret, at: now(), signal: closing.signal })
    const { event, endpoint } = job
    const { id, type } = event
    attempts.unshift({ event: id, type, url: endpoint.url, at: now(), attempt: count, status })
    attempts.length = Math.min(attempts.length, KEPT_ATTEMPTS)
    const isTaken = status !== undefined && status >= 200 && status < 300
    const pause = pausesMs[count - 1]
    if (isTaken || pause === undefined || closing.signal.aborted) return
    timers.after(pause, () => void attempt(job, count + 1))
  }
  const enqueue = (job: Job): void => {
    const { id } = job.endpoint
    const before = queues.get(id) ?? Promise.resolve()
    queues.set(
      id,
      before.then(() => attempt(job, 1)),
    )
  }
  const hold = (jobs: readonly Job[], ms: number): void => {
    held.push(...jobs)
    timers.after(ms, () => {
      const released = held.reverse()
      held = []
      for (const job of released) enqueue(job)
    })
  }
  return {
    send(event) {
      const { webhooksTwice, webhooksShuffled, webhooksDelayMs } = faults.read()
      const wanting = endpoints.list().filter((endpoint) => wants(endpoint, event.type))
      const jobs = wanting
        .map((endpoint) => ({ event, endpoint }))
        .flatMap((job) => (webhooksTwice ? [job, job] : [job]))
      if (webhooksShuffled) hold(jobs, webhooksDelayMs + SHUFFLE_MS)
      else if (webhooksDelayMs > 0) timers.after(webhooksDelayMs, () => jobs.forEach(enqueue))
      else jobs.forEach(enqueue)
    },
    attempts: () => attempts,
    close() {
      closing.abort()
      timers.clear()
    },
  }
}

export function wants({ status, enabled_events: wanted }: WebhookEndpoint, type: string): boolean {
  return status === 'enabled' && (wanted.includes('*') || wanted.includes(type))
}

interface Posting {
  readonly secret: string
  readonly at: number
  readonly signal: AbortSignal
}

async function post({ event, endpoint }: Job, posting: Posting): Promise<number | undefined> {
  const { secret, at, signal } = posting
  const body = JSON.stringify(event)
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  try {
    const answer = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': `t=${at},v1=${signature}`,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return undefined
  }
}
