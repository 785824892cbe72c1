import { createTimers } from '../timers.ts'
import type { Form } from './sale.ts'

export interface Notice {
  readonly sale: string
  readonly kind: 'question' | 'result'
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of HTTP; undefined: nobody answered. */
  readonly status: number | undefined
  readonly answer: string
}

/** What is sent to a shop, and where. */
export interface Message {
  readonly sale: string
  readonly url: string
  readonly fields: Form
}

export interface TellerOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** After each result that nobody took, in milliseconds. */
  readonly webhookPausesMs?: readonly number[]
}

/** Asks shops and tells them, again and again until they have taken it. */
export interface Teller {
  /** The newest first. */
  notices(): readonly Notice[]
  ask(message: Message): Promise<Notice>
  /** `after` milliseconds; what is told is made anew in each attempt. */
  tell(message: () => Message, after: number): void
  tellOnce(message: Message): void
  close(): void
}

const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000]
const TIMEOUT_MS = 10_000
const KEPT = 200

export function createTeller({ now, webhookPausesMs = PAUSES_MS }: TellerOptions): Teller {
  const notices: Notice[] = []
  const closing = new AbortController()
  const timers = createTimers()

  const post = async (kind: Notice['kind'], { sale, url, fields }: Message): Promise<Notice> => {
    const { status, answer } = await send(url, fields, closing.signal)
    const notice = { sale, kind, at: now(), status, answer }
    notices.unshift(notice)
    notices.length = Math.min(notices.length, KEPT)
    return notice
  }
  const attempt = async (message: () => Message, count: number): Promise<void> => {
    if (closing.signal.aborted) return
    const { status } = await post('result', message())
    const pause = webhookPausesMs[count]
    if (status === 200 || pause === undefined || closing.signal.aborted) return
    timers.after(pause, () => void attempt(message, count + 1))
  }
  return {
    notices: () => notices,
    ask: (message) => post('question', message),
    tell: (message, after) => timers.after(after, () => void attempt(message, 0)),
    tellOnce: (message) => void post('result', message),
    close() {
      closing.abort()
      timers.clear()
    },
  }
}

async function send(
  url: string,
  fields: Form,
  signal: AbortSignal,
): Promise<{ readonly status: number | undefined; readonly answer: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    return { status: response.status, answer: (await response.text()).slice(0, 500) }
  } catch {
    return { status: undefined, answer: '' }
  }
}
