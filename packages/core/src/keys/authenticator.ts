import type { Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import { hashKey } from './keys.ts'

/** Whom a key speaks for. */
export type Principal =
  { readonly kind: 'operator' } | { readonly kind: 'marketplace'; readonly marketplaceId: Uuid }

/** Undefined for everything that is no valid key of this database's mode. */
export type Authenticator = (key: string) => Promise<Principal | undefined>

export interface AuthenticatorOptions {
  /** Milliseconds on a clock that only goes forward. */
  readonly nowMs?: () => number
}

/** A revoked key stops within 5 seconds: this, and the time that a look-up takes. */
const KNOWN_FOR_MS = 4_000
/** A new key works at once even where it was tried too early. */
const UNKNOWN_FOR_MS = 1_000
const MAX_CACHED = 10_000
const KEY = /^sk_(sandbox|live)_[\w-]{43}$/

/** Looks keys up by their hash; the answers are kept for a moment, under the hash too. */
export function createAuthenticator(pool: Pool, options: AuthenticatorOptions = {}): Authenticator {
  const nowMs = options.nowMs ?? (() => performance.now())
  const known = createCache<Principal>(KNOWN_FOR_MS)
  // Apart, so that a flood of guesses does not push out the keys in use.
  const unknown = createCache<true>(UNKNOWN_FOR_MS)
  let mode: string | undefined

  return async (key) => {
    const match = KEY.exec(key)
    if (match === null) return undefined
    mode ??= (await loadSettings(pool)).mode
    if (match[1] !== mode) return undefined
    const hash = hashKey(key)
    const now = nowMs()
    const kept = known.get(hash, now)
    if (kept !== undefined || unknown.get(hash, now) === true) return kept
    const found = await findPrincipal(pool, hash)
    if (found === undefined) unknown.set(hash, true, now)
    else known.set(hash, found, now)
    return found
  }
}

async function findPrincipal(pool: Pool, hash: string): Promise<Principal | undefined> {
  const [row] = await queryText(
    pool,
    'SELECT marketplace_id FROM app.api_key WHERE hash = $1 AND revoked_at IS NULL',
    [hash],
  )
  if (row === undefined) return undefined
  const marketplaceId = readRow(row).maybeText()
  return marketplaceId === null ? { kind: 'operator' } : { kind: 'marketplace', marketplaceId }
}

interface Cache<V> {
  get(key: string, nowMs: number): V | undefined
  set(key: string, value: V, nowMs: number): void
}

/** When it is full, what was put in first goes first. */
function createCache<V>(lifetimeMs: number): Cache<V> {
  const entries = new Map<string, { readonly value: V; readonly untilMs: number }>()
  return {
    get(key, nowMs) {
      const entry = entries.get(key)
      return entry !== undefined && nowMs < entry.untilMs ? entry.value : undefined
    },
    set(key, value, nowMs) {
      entries.delete(key)
      const [oldest] = entries.keys()
      if (entries.size >= MAX_CACHED && oldest !== undefined) entries.delete(oldest)
      entries.set(key, { value, untilMs: nowMs + lifetimeMs })
    },
  }
}
