import type { CardList, CardView } from '@danbao/contracts/wallet'
import { encodeId, formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { brandName } from './brands.ts'
import { standingOf } from './expiry.ts'
import { type Card, listCards } from './store.ts'

export function viewCard(card: Card, now: Instant): CardView {
  return {
    object: 'card',
    id: encodeId('crd', card.id),
    brand: brandName(card.brand),
    last4: card.last4,
    exp_month: card.expiry.month,
    exp_year: card.expiry.year,
    is_default: card.isDefault,
    standing: standingOf(card.expiry, now),
    linked_at: formatInstant(card.linkedAt),
  }
}

/** A person's linked cards, in the order they were linked. */
export async function viewCards(deps: PeopleDeps, personId: Uuid): Promise<CardList> {
  const [now, cards] = await Promise.all([deps.now(), listCards(deps.pool, personId)])
  return {
    object: 'list',
    available: deps.cards !== undefined,
    data: cards.map((card) => viewCard(card, now)),
  }
}
