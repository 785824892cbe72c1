import type { Uuid } from '@danbao/kernel'

/**
 * Who asks. A marketplace acts for itself and, for its sellers, on their side; with `actingAs` it
 * acts as one of its own people (sandbox only). A person who is signed in acts for themselves. The
 * timers act for nobody.
 */
export type Caller = MarketplaceCaller | PersonCaller | OperatorCaller

export interface MarketplaceCaller {
  readonly kind: 'marketplace'
  readonly marketplaceId: Uuid
  readonly actingAs: Uuid | null
}

/** Somebody who has proved who they are: a buyer or a seller, of whatever marketplace. */
export interface PersonCaller {
  readonly kind: 'person'
  readonly personId: Uuid
}

export interface OperatorCaller {
  readonly kind: 'operator'
}

/** The scope of idempotency keys. */
export function callerScope(caller: Caller): string {
  if (caller.kind === 'operator') return 'operator'
  if (caller.kind === 'person') return `person ${caller.personId}`
  return `${caller.marketplaceId} ${caller.actingAs ?? ''}`
}

/** The person in whose name it is asked; null: a marketplace or the operator itself. */
export function personOf(caller: Caller): Uuid | null {
  if (caller.kind === 'operator') return null
  return caller.kind === 'person' ? caller.personId : caller.actingAs
}
