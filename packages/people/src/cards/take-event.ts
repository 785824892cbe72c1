import { isUuid, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { refreshCard } from './refresh-card.ts'
import { settleSetup } from './settle-setup.ts'
import type { CardProcessor } from './processor.ts'

export interface ReceivedEvent {
  /** As it was received, byte for byte. */
  readonly body: Buffer
  /** Of the header `Stripe-Signature`. */
  readonly signature: string
}

/** Goes on with a card payment: a feature that is built on cards. */
type AdvanceCharge = (deps: PeopleDeps, processor: CardProcessor, id: Uuid) => Promise<unknown>

/**
 * Takes an event of the card processor. False: it does not come from there. An event says only that
 * something changed; what is true is asked for, so that repeated and reordered ones do no harm.
 * Throws ProcessorAwayError; the processor sends the event again.
 */
export async function takeCardEvent(
  deps: PeopleDeps,
  { body, signature }: ReceivedEvent,
  advance: AdvanceCharge,
): Promise<boolean> {
  const { cards: processor } = deps
  const event = processor?.readEvent(body, signature)
  if (processor === undefined || event === undefined) return false
  if (event.about === 'setup' && isUuid(event.id)) await settleSetup(deps, processor, event.id)
  if (event.about === 'card') await refreshCard(deps, processor, event.ref)
  if (event.about === 'charge' && isUuid(event.id)) await advance(deps, processor, event.id)
  return true
}
