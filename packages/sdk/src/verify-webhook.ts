import type { DanbaoEvent } from './event.ts'

/** The request is not from your Danbao, or not as it was sent, or too old. Do not act on it. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError'
}

export interface WebhookRequest {
  /** As it came: JSON that was read and written again has other bytes. */
  readonly body: string | Uint8Array
  /** Of the request: those of `fetch`, of Node, or a plain object. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>
  /** `whsec_…` or `whpk_…` of the endpoint; several while one replaces the other. */
  readonly secret: string | readonly string[]
  /** How far the clocks may differ, either way. Default: 300. */
  readonly toleranceSeconds?: number
  /** Epoch milliseconds. Default: the clock of this machine. */
  readonly now?: number
}

const DEFAULT_TOLERANCE_SECONDS = 300

/**
 * The event of a webhook, after its signature (Standard Webhooks) and its age were checked.
 * Rejects with WebhookVerificationError. The same event may come again: remember its id.
 */
export async function verifyWebhook(request: WebhookRequest): Promise<DanbaoEvent> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    header(request.headers, `webhook-${name}`),
  )
  if (!id || !timestamp || !signatures) throw new WebhookVerificationError('A header is missing.')
  checkAge(timestamp, request)
  const body = typeof request.body === 'string' ? encode(request.body) : request.body
  const signed = new Uint8Array([...encode(`${id}.${timestamp}.`), ...body])
  const secrets = typeof request.secret === 'string' ? [request.secret] : request.secret
  for (const secret of secrets) {
    if (await isSigned(secret, signatures, signed)) return readEvent(body)
  }
  throw new WebhookVerificationError('No signature matches.')
}

function header(headers: WebhookRequest['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : found?.join(' ')
}

function checkAge(timestamp: string, request: WebhookRequest): void {
  if (!/^\d{1,12}$/.test(timestamp))
    throw new WebhookVerificationError('The timestamp is no number.')
  const { toleranceSeconds = DEFAULT_TOLERANCE_SECONDS, now = Date.now() } = request
  const ageSeconds = Math.floor(now / 1000) - Number(timestamp)
  if (ageSeconds > toleranceSeconds) throw new WebhookVerificationError('The timestamp is too old.')
  if (-ageSeconds > toleranceSeconds)
    throw new WebhookVerificationError('The timestamp is too new.')
}

async function isSigned(secret: string, signatures: string, signed: Bytes): Promise<boolean> {
  const isPublic = secret.startsWith('whpk_')
  const algorithm = isPublic ? 'Ed25519' : { name: 'HMAC', hash: 'SHA-256' }
  const prefix = isPublic ? 'v1a,' : 'v1,'
  const key = await importKey(secret.replace(/^wh(sec|pk)_/, ''), algorithm)
  for (const one of signatures.split(' ').filter((text) => text.startsWith(prefix))) {
    const signature = decodeBase64(one.slice(prefix.length))
    // Compares in constant time.
    const matches =
      signature !== undefined && (await crypto.subtle.verify(algorithm, key, signature, signed))
    if (matches) return true
  }
  return false
}

async function importKey(base64: string, algorithm: string | { name: string; hash: string }) {
  const bytes = decodeBase64(base64)
  if (bytes === undefined || bytes.length === 0) {
    throw new WebhookVerificationError('The secret must be whsec_ or whpk_ and base64.')
  }
  try {
    return await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify'])
  } catch (cause) {
    throw new WebhookVerificationError('The secret is not a key.', { cause })
  }
}

type Bytes = Uint8Array<ArrayBuffer>

function decodeBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

const encode = (text: string): Bytes => new TextEncoder().encode(text)

function readEvent(body: Uint8Array): DanbaoEvent {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch (cause) {
    throw new WebhookVerificationError('The body is signed, but is not JSON.', { cause })
  }
}
