import type { Uuid } from '@danbao/kernel'

/**
 * Who asks. A marketplace acts for itself and, for its sellers, on their side; with `actingAs` it
 * acts as one of its own people (sandbox only). The timers act for nobody.
 */
export type Caller = MarketplaceCaller | OperatorCaller

export interface MarketplaceCaller {
  readonly kind: 'marketplace'
  readonly marketplaceId: Uuid
  readonly actingAs: Uuid | null
}

export interface OperatorCaller {
  readonly kind: 'operator'
}

/** The scope of idempotency keys. */
export function callerScope(caller: Caller): string {
  if (caller.kind === 'operator') return 'operator'
  return `${caller.marketplaceId} ${caller.actingAs ?? ''}`
}
