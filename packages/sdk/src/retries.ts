const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 8_000
/** A server that wants a longer pause than this is told to the caller instead. */
const LONGEST_RETRY_AFTER_MS = 60_000

const TRANSIENT = new Set([429, 500, 502, 503, 504])

export const isTransient = (status: number): boolean => TRANSIENT.has(status)

/**
 * Milliseconds before the next try, or undefined when the server wants more patience than is
 * sensible. Exponential with jitter, so that clients that failed together do not return together.
 */
export function delayBefore(retry: number, retryAfter: string | null): number | undefined {
  const longest = Math.min(FIRST_DELAY_MS * 2 ** retry, LONGEST_DELAY_MS)
  const backoff = longest / 2 + (Math.random() * longest) / 2
  const asked = parseRetryAfter(retryAfter)
  if (asked > LONGEST_RETRY_AFTER_MS) return undefined
  return Math.max(backoff, asked)
}

/** Seconds, or a date of HTTP. */
function parseRetryAfter(header: string | null): number {
  if (header === null) return 0
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now())
}

/** Rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const giveUp = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    signal?.addEventListener('abort', giveUp, { once: true })
  })
}
