import { exchange } from '@danbao/core'
import type { PeopleDeps } from '../base/deps.ts'
import { importRates } from './import-rates.ts'

const PATIENCE_MS = 10_000
/** A day of the bank's has 2 kB. */
const MOST_BYTES = 1024 * 1024

/**
 * Asks RATES_URL for the rates of the day and keeps what came of it: staff see it, and the last good
 * rates stay. Returns the code of what is wrong; null: they are taken in; undefined: no address is set.
 */
export async function fetchRates(deps: PeopleDeps): Promise<string | null | undefined> {
  if (deps.ratesUrl === undefined) return undefined
  const problem = await takeFrom(deps, deps.ratesUrl)
  await exchange.recordRateRequest(deps.pool, { problem, now: await deps.now() })
  return problem
}

async function takeFrom(deps: PeopleDeps, url: string): Promise<string | null> {
  const bytes = await download(url)
  if (typeof bytes === 'string') return bytes
  const imported = await importRates(deps, bytes)
  return imported.ok ? null : imported.refusal.code
}

/** A code where there is nothing to read. */
async function download(url: string): Promise<Uint8Array | 'unreachable' | 'too_large'> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!response.ok || response.body === null) return 'unreachable'
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of response.body) {
      length += part.byteLength
      if (length > MOST_BYTES) return 'too_large'
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch {
    return 'unreachable'
  }
}
