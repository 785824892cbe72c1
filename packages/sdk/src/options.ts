/** Of the client. */
export interface DanbaoOptions {
  /** `sk_sandbox_…` or `sk_live_…`. Keep it on your server. */
  readonly apiKey: string
  /** Where your Danbao answers, e.g. 'https://pay.example.com'. */
  readonly baseUrl: string
  /** Sandbox only: every call is made in the name of this account. */
  readonly actAs?: string
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch
  /** How often a call is repeated after a failure that may pass. Default: 4. */
  readonly maxRetries?: number
  /** For one try, in milliseconds. Default: 30,000. */
  readonly timeoutMs?: number
}

/** Of one call. */
export interface CallOptions {
  /** Default: a new one for every call, the same for its repetitions. */
  readonly idempotencyKey?: string
  /** Sandbox only: in the name of this account. */
  readonly actAs?: string
  /** Gives up when it is aborted. What was sent may still be carried out. */
  readonly signal?: AbortSignal
}
