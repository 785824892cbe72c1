import { hash } from 'node:crypto'
import type { Refusal } from '@danbao/contracts'
import { accept, refuse, type Result, type Uuid, uuidOfHash } from '@danbao/kernel'
import type { IdempotencyKey } from './api-port.ts'

/** What tells a request from another one with the same key. */
export interface Fingerprinted {
  readonly method: string
  /** The path with its query. */
  readonly url: string
  /** The raw body. */
  readonly text: string
}

/** The key as the product keeps it. `header` is the value of Idempotency-Key. */
export function idempotencyKey(
  header: string,
  scope: string,
  request: Fingerprinted,
): Result<IdempotencyKey, Refusal> {
  const key = parseKey(header)
  if (key === undefined) return refuse(INVALID)
  return accept({
    id: digest(`${scope}\n${key}`),
    fingerprint: digest(`${request.method}\n${request.url}\n${request.text}`),
  })
}

export const KEY_MISSING: Refusal = {
  code: 'idempotency_key_missing',
  detail: 'Send an Idempotency-Key header, a UUID for example, and the same one when you repeat.',
}

const INVALID: Refusal = {
  code: 'idempotency_key_invalid',
  detail: 'The Idempotency-Key must be 1 to 255 printable ASCII characters, bare or in quotes.',
}

const BARE = /^[\x21-\x7e ]{1,255}$/
/** A structured-field string of RFC 9651, as the IETF draft on the header has it. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/

function parseKey(header: string): string | undefined {
  if (!header.startsWith('"')) return BARE.test(header) ? header : undefined
  const content = QUOTED.exec(header)?.[1]?.replaceAll(/\\(["\\])/g, '$1')
  return content !== undefined && BARE.test(content) ? content : undefined
}

function digest(text: string): Uuid {
  return uuidOfHash(hash('sha256', text, 'hex'))
}
