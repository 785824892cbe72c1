import { setTimeout as sleep } from 'node:timers/promises'
import {
  addDuration,
  type Clock,
  encodeId,
  type Instant,
  milliseconds,
  type Uuid,
} from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import type { Mode } from '../clock/settings.ts'
import {
  type AttemptRecord,
  claimDeliveries,
  type ClaimedDelivery,
  noteFailure,
  noteSuccess,
  recordAttempt,
  releaseDelivery,
} from './delivery-store.ts'
import { nextAttempt, readRetryAfter } from './schedule.ts'
import { createSend, type Reply, type Send } from './send.ts'
import { signMessage } from './sign.ts'

export interface DispatcherOptions {
  readonly pool: Pool
  readonly mode: Mode
  /** The database's clock: by it attempts are due. */
  readonly now: () => Promise<Instant>
  /** The real time: receivers refuse messages that are older than some minutes. */
  readonly clock: Clock
  readonly send?: Send
  /** 0 to 1, for jitter. */
  readonly random?: () => number
  /** How many are sent at once; default 16. */
  readonly parallel?: number
  /** Default 4. */
  readonly perEndpoint?: number
  readonly onAttempt?: (attempt: Attempt) => void
  /** Told of faults of our own, e.g. of the database; what was claimed is sent again later. */
  readonly onError?: (error: unknown) => void
}

/** One attempt, for metrics and logs. */
export interface Attempt extends AttemptRecord {
  readonly endpointId: Uuid
  readonly eventId: Uuid
}

/** Delivers webhooks, at least once each. Any number of processes may do so at once. */
export interface Dispatcher {
  /** Sends all that is due and waits for the answers; returns how many attempts were made. */
  run(): Promise<number>
  /** Goes on doing so until it is stopped. */
  start(): void
  /** Claims nothing more; what is under way gets some seconds, then it is given back. */
  stop(): Promise<void>
}

const TIMEOUT_MS = 15_000
const STOP_PATIENCE_MS = 3_000
const BUSY_PAUSE_MS = 250
const IDLE_PAUSE_MS = 1_000

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { pool, parallel = 16, perEndpoint = 4, onError = () => undefined } = options
  const send = options.send ?? createSend(options.mode)
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  const aborting = new AbortController()
  let loop: Promise<void> | undefined

  function begin(delivery: ClaimedDelivery, now: Instant): void {
    const attempt = attemptDelivery({ ...options, send }, delivery, now, aborting.signal)
    const done: Promise<void> = attempt.catch(onError).finally(() => underWay.delete(done))
    underWay.add(done)
  }

  async function run(): Promise<number> {
    for (let begun = 0; ;) {
      const now = await options.now()
      const limit = stopping.signal.aborted ? 0 : parallel - underWay.size
      const claimed = limit > 0 ? await claimDeliveries(pool, { now, limit, perEndpoint }) : []
      claimed.forEach((delivery) => begin(delivery, now))
      begun += claimed.length
      if (underWay.size === 0) return begun
      await Promise.race(underWay)
    }
  }

  async function runOn(): Promise<void> {
    let pause = BUSY_PAUSE_MS
    while (!stopping.signal.aborted) {
      const begun = await run().catch((error: unknown) => (onError(error), 0))
      pause = begun > 0 ? BUSY_PAUSE_MS : Math.min(pause * 2, IDLE_PAUSE_MS)
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    run,
    start: () => void (loop ??= runOn()),
    async stop() {
      stopping.abort()
      const patience = setTimeout(() => aborting.abort(), STOP_PATIENCE_MS)
      await loop
      await Promise.all(underWay)
      clearTimeout(patience)
    },
  }
}

async function attemptDelivery(
  options: DispatcherOptions & { readonly send: Send },
  delivery: ClaimedDelivery,
  now: Instant,
  aborted: AbortSignal,
): Promise<void> {
  const { pool, endpointId, eventId } = { ...delivery, pool: options.pool }
  const started = performance.now()
  const outcome = await trySending(options, delivery, aborted)
  if (outcome === undefined) return releaseDelivery(pool, delivery)
  const durationMs = Math.round(performance.now() - started)
  const attempt = judge(options, delivery, { outcome, at: now, durationMs })
  const recorded = await recordAttempt(pool, delivery, attempt)
  if (!recorded) return
  const { state, at, status } = attempt
  if (state === 'delivered') await noteSuccess(pool, endpointId)
  else
    await noteFailure(pool, endpointId, { at, givenUp: state === 'failed', gone: status === GONE })
  options.onAttempt?.({ ...attempt, endpointId, eventId })
}

type Outcome = Reply | { readonly fault: string }

/** Undefined when it was given up because the process stops. */
async function trySending(
  { clock, send }: DispatcherOptions & { readonly send: Send },
  { url, body, eventId, keys }: ClaimedDelivery,
  aborted: AbortSignal,
): Promise<Outcome | undefined> {
  const id = encodeId('evt', eventId)
  const timestamp = Math.floor(clock.now() / 1_000)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Danbao-Webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp.toString(),
    'webhook-signature': signMessage(keys, { id, timestamp, body }),
  }
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await send({ url, headers, body, signal: AbortSignal.any([timeout, aborted]) })
  } catch (error) {
    if (aborted.aborted) return undefined
    if (timeout.aborted) return { fault: `No answer within ${TIMEOUT_MS / 1_000} seconds.` }
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

const GONE = 410
const ASK_FOR_PATIENCE: readonly number[] = [429, 503]
const MAX_ERROR_CHARACTERS = 200

interface Sent {
  readonly outcome: Outcome
  readonly at: Instant
  readonly durationMs: number
}

/** What an answer means. A redirect is a failure: it could lead anywhere. */
function judge(
  { clock, random = Math.random }: DispatcherOptions,
  delivery: ClaimedDelivery,
  { outcome, at, durationMs }: Sent,
): AttemptRecord {
  const reply = 'fault' in outcome ? undefined : outcome
  const status = reply?.status
  if (status !== undefined && status >= 200 && status < 300) {
    return { state: 'delivered', at, next: undefined, status, error: undefined, durationMs }
  }
  const error = shorten('fault' in outcome ? outcome.fault : outcome.text)
  const isPatient = status !== undefined && ASK_FOR_PATIENCE.includes(status)
  const next = nextAttempt({
    failed: delivery.attempts + 1,
    at: addDuration(at, milliseconds(durationMs)),
    retryAfterMs: isPatient ? readRetryAfter(reply?.retryAfter, clock.now()) : 0,
    random: random(),
  })
  if (status === GONE || next === undefined) {
    return { state: 'failed', at, next: undefined, status, error, durationMs }
  }
  return { state: 'pending', at, next, status, error, durationMs }
}

/** PostgreSQL takes no zero bytes, and a log no control characters. */
function shorten(text: string): string | undefined {
  const clean = text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_ERROR_CHARACTERS)
  return clean === '' ? undefined : clean
}
