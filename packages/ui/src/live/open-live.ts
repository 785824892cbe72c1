import type { LiveMessage } from '@danbao/contracts/wallet'
import { setServerTime } from '../formats/now.ts'

export interface LiveOptions {
  readonly url: string
  readonly onMessage: (message: LiveMessage) => void
  /** The server did not let us in: perhaps nobody is signed in any more. */
  readonly onRefused: () => void
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** The server says something every 15 seconds: after this a connection is dead and does not know. */
const SILENCE_MS = 40_000

/**
 * Hears what changes on the server for as long as the page is looked at, and what was missed
 * meanwhile when it is looked at again. A hidden page holds no connection: a browser has only six
 * for a server. Returns how to end it.
 */
export function openLive({ url, onMessage, onRefused }: LiveOptions): () => void {
  let source: EventSource | undefined
  let mark = ''
  let pause = FIRST_PAUSE_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  const end = (): void => {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const again = (inMs: number): void => {
    end()
    // Not all of those who lost the server at once come back at once.
    timer = setTimeout(begin, inMs * (0.5 + Math.random()))
  }
  const hear = ({ data, lastEventId }: MessageEvent<unknown>): void => {
    if (lastEventId !== '') mark = lastEventId
    pause = FIRST_PAUSE_MS
    clearTimeout(timer)
    timer = setTimeout(() => again(0), SILENCE_MS)
    const message = readMessage(data)
    if (message?.kind === 'clock') setServerTime(message.now)
    if (message !== undefined) onMessage(message)
  }
  const fail = (): void => {
    if (source?.readyState === EventSource.CLOSED) onRefused()
    again(pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
  const begin = (): void => {
    end()
    if (document.visibilityState === 'hidden') return
    source = new EventSource(mark === '' ? url : `${url}?${new URLSearchParams({ after: mark })}`)
    source.addEventListener('message', hear)
    source.addEventListener('error', fail)
  }
  const stopListening = onAttention(begin, end)
  begin()
  return () => {
    stopListening()
    end()
  }
}

/** Begins when the page is looked at or the network is back, ends when neither is so. */
function onAttention(begin: () => void, end: () => void): () => void {
  const look = (): void => (document.visibilityState === 'hidden' ? end() : begin())
  document.addEventListener('visibilitychange', look)
  addEventListener('online', begin)
  addEventListener('offline', end)
  addEventListener('pagehide', end)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('online', begin)
    removeEventListener('offline', end)
    removeEventListener('pagehide', end)
  }
}

const PLAIN = ['notification', 'money', 'queue', 'all', 'signed_out'] as const

/** Undefined for what this app does not know: a later server may say more. */
export function readMessage(data: unknown): LiveMessage | undefined {
  const said: unknown = typeof data === 'string' ? parse(data) : undefined
  if (typeof said !== 'object' || said === null || !('kind' in said)) return undefined
  const kind = PLAIN.find((one) => one === said.kind)
  if (kind !== undefined) return { kind }
  if (said.kind === 'payment' && 'id' in said && typeof said.id === 'string') {
    return { kind: 'payment', id: said.id }
  }
  if (said.kind === 'clock' && 'now' in said && typeof said.now === 'string') {
    return { kind: 'clock', now: said.now }
  }
  return undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
