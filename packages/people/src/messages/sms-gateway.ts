import { DeliveryError, type SmsGateway } from './transport.ts'

export interface SmsGatewayOptions {
  /** E.g. `https://sms.example/send`. */
  readonly url: string
  /** Sent as `Authorization: Bearer …`; absent: nothing is sent. */
  readonly token?: string
  /** Default: 10 seconds. */
  readonly timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 10_000

/** These say that the message itself is wrong; all others may pass, or the operator mends them. */
const PERMANENT: ReadonlySet<number> = new Set([400, 413, 422])

/**
 * SMS by HTTP. Every provider has an interface of its own, so this is ours, and a few lines of
 * glue stand before the provider:
 *
 *     POST <url>
 *     Authorization: Bearer <token>
 *     Content-Type: application/json
 *     Idempotency-Key: <the id of the message: the same when it is tried again>
 *
 *     {"to": "+4915112345678", "text": "Your code is …"}
 *
 * Any 2xx means that it was taken over. 400, 413 and 422 mean that it never will be; every other
 * answer, and none within the time, that it is to be tried again. Redirects are not followed, so
 * that the token goes nowhere else.
 */
export function createSmsGateway(options: SmsGatewayOptions): SmsGateway {
  const { url, token, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return {
    async send({ id, to, text }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': id, ...authorization },
        body: JSON.stringify({ to, text }),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((error: unknown) => {
        throw new DeliveryError(`gateway ${causeOf(error)}`, { permanent: false, cause: error })
      })
      await response.body?.cancel()
      const { status } = response
      if (!response.ok) {
        throw new DeliveryError(`gateway ${status}`, { permanent: PERMANENT.has(status) })
      }
    },
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error'
  const { cause } = error
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return typeof code === 'string' ? code : error.name
}
