/** The address was not made by your Danbao, or is too old. Ask the API instead. */
export class ReturnVerificationError extends Error {
  override readonly name = 'ReturnVerificationError'
}

export interface ReturnOptions {
  /** `rsec_…`: `return_secret` of your marketplace. */
  readonly secret: string
  /** How old it may be. Default: 3600. */
  readonly maxAgeSeconds?: number
  /** Epoch milliseconds. Default: the clock of this machine; a sandbox's may have been moved. */
  readonly now?: number
}

/** What came of a checkout, as the customer's browser brought it back. */
export interface CheckoutReturn {
  /** `chk_…` */
  readonly checkout: string
  /** Open: it can still be paid. Gone: it expired or was cancelled. */
  readonly state: 'open' | 'paid' | 'gone'
  /** Epoch milliseconds, by the clock of your Danbao. */
  readonly at: number
}

const STATES = ['open', 'paid', 'gone'] as const
const MAX_AGE_SECONDS = 3600

/**
 * Checks the signature of the address that a customer came back to, and tells what it says. It is
 * good for what the customer sees at once; webhooks and `checkouts.get` are what goods are sent by.
 * Rejects with ReturnVerificationError.
 */
export async function verifyReturn(
  url: string | URL,
  { secret, maxAgeSeconds = MAX_AGE_SECONDS, now = Date.now() }: ReturnOptions,
): Promise<CheckoutReturn> {
  const query = new URL(url).searchParams
  const part = (name: string): string => query.get(`danbao_${name}`) ?? ''
  const [checkout, said, seconds] = [part('checkout'), part('state'), part('at')]
  const state = STATES.find((one) => one === said)
  if (state === undefined || !/^\d{1,12}$/.test(seconds)) {
    throw new ReturnVerificationError('The address carries no result of a checkout.')
  }
  if (!(await isSigned(secret, `${checkout}.${state}.${seconds}`, part('signature')))) {
    throw new ReturnVerificationError('The signature does not match.')
  }
  const at = Number(seconds) * 1000
  if (now - at > maxAgeSeconds * 1000) throw new ReturnVerificationError('The result is too old.')
  return { checkout, state, at }
}

async function isSigned(secret: string, signed: string, signature: string): Promise<boolean> {
  const [version, base64 = ''] = signature.split(',')
  if (version !== 'v1') return false
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, [
    'verify',
  ])
  try {
    const given = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    // Compares in constant time.
    return await crypto.subtle.verify(algorithm, key, given, bytes.encode(signed))
  } catch {
    return false
  }
}
