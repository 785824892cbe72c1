/** Server-sent events for whoever is signed in: that something changed, never what it became. */
export const LIVE_PATHS = { wallet: '/wallet/api/live', console: '/console/api/live' } as const

/**
 * `all`: too much changed to tell, or it can not be told any more. `money`: it came without a
 * payment. `clock`: the time of the server, which a sandbox can move. `queue`: the work of staff.
 */
export type LiveMessage =
  | { readonly kind: 'payment'; readonly id: string }
  | { readonly kind: 'clock'; readonly now: string }
  | { readonly kind: 'notification' | 'money' | 'queue' | 'all' | 'signed_out' }
