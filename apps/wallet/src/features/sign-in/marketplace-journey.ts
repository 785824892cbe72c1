import { tabMemory } from '@danbao/ui'

const SLOT = 'marketplace.journey'

/** What this tab remembers while the person is at the marketplace. */
export interface Journey {
  readonly provider: string
  /** Proves that who comes back is who left. */
  readonly attempt: string
  readonly purpose: 'sign_in' | 'link'
}

/** Leaves for the marketplace. */
export function depart(journey: Journey, url: string): void {
  tabMemory.write(SLOT, JSON.stringify(journey))
  window.location.assign(url)
}

/** The journey that this tab is on, and it is over. */
export function arrive(): Journey | undefined {
  const text = tabMemory.read(SLOT)
  tabMemory.forget(SLOT)
  const kept: unknown = text === null ? undefined : JSON.parse(text)
  return isJourney(kept) ? kept : undefined
}

function isJourney(kept: unknown): kept is Journey {
  return typeof kept === 'object' && kept !== null && 'attempt' in kept && 'provider' in kept
}
