import { Stripe } from 'stripe'

export interface StripeOptions {
  readonly secretKey: string
  /** Of the webhook endpoint: what events are signed with. */
  readonly webhookSecret: string
  /** Default: Stripe's own. */
  readonly apiUrl?: string
}

const TIMEOUT_MS = 10_000
const RETRIES = 2

/** The client of the API, at Stripe or wherever its protocol is spoken. */
export function openStripe({ secretKey, apiUrl }: Omit<StripeOptions, 'webhookSecret'>): Stripe {
  const common = { timeout: TIMEOUT_MS, maxNetworkRetries: RETRIES, telemetry: false }
  if (apiUrl === undefined) return new Stripe(secretKey, common)
  const { protocol, hostname, port } = new URL(apiUrl)
  const isPlain = protocol === 'http:'
  return new Stripe(secretKey, {
    ...common,
    protocol: isPlain ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : port,
  })
}
