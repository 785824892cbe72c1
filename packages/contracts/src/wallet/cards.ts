import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'
import { nextPath } from './marketplaces.ts'

export const expiryMonth = z.int().min(1).max(12)
export const expiryYear = z.int().min(2000).max(2199)

/** What may be shown of a card; its number is known to the card processor alone. */
export const cardView = z.object({
  object: z.literal('card'),
  id: id('crd'),
  brand: z.string().meta({ description: 'As people call it, e.g. `Visa`.' }),
  last4: z.string(),
  exp_month: expiryMonth,
  exp_year: expiryYear,
  is_default: z.boolean(),
  standing: z.enum(['good', 'expiring', 'expired']).meta({
    description: 'Expiring: within 30 days.',
  }),
  linked_at: timestamp,
})
export type CardView = z.infer<typeof cardView>

export const cardList = z.object({
  object: z.literal('list'),
  available: z.boolean().meta({ description: 'False: no card processor is connected.' }),
  data: z.array(cardView),
})
export type CardList = z.infer<typeof cardList>

/** `in_use`: the card belongs to another account. `over`: nothing came of it. */
export const cardArrival = z.object({
  object: z.literal('card_arrival'),
  outcome: z.enum(['linked', 'open', 'in_use', 'over']),
  card: cardView.nullable(),
  next: z.string().nullable(),
})
export type CardArrival = z.infer<typeof cardArrival>

const one = { access: 'person', params: { id: 'crd' } } as const

export const cardRoutes = {
  listCards: {
    method: 'GET',
    path: '/wallet/api/cards',
    access: 'person',
    response: cardList,
    refusals: [],
  },
  /** The browser leaves for the page of the card processor, and comes back to `cards/added`. */
  startCardSetup: {
    method: 'POST',
    path: '/wallet/api/cards/setups',
    access: 'person',
    body: z.strictObject({ next: nextPath.optional() }),
    response: z.object({ object: z.literal('card_departure'), url: z.string() }),
    refusals: ['processor_missing', 'processor_unavailable', 'try_later', 'wrong_state'],
  },
  /** Asks the processor what became of it; may be asked as often as one likes. */
  finishCardSetup: {
    method: 'POST',
    path: '/wallet/api/cards/setups/{id}/finish',
    access: 'person',
    params: { id: 'cst' },
    response: cardArrival,
    refusals: ['not_found', 'processor_missing', 'processor_unavailable'],
  },
  chooseDefaultCard: {
    ...one,
    method: 'POST',
    path: '/wallet/api/cards/{id}/default',
    response: cardList,
    refusals: ['not_found'],
  },
  /** The bank has sent a new card with the same number. */
  changeCard: {
    ...one,
    method: 'PATCH',
    path: '/wallet/api/cards/{id}',
    body: z.strictObject({ exp_month: expiryMonth, exp_year: expiryYear }),
    response: cardList,
    refusals: ['not_found', 'processor_missing', 'processor_unavailable', 'card_expired'],
  },
  unlinkCard: {
    ...one,
    method: 'POST',
    path: '/wallet/api/cards/{id}/unlink',
    response: cardList,
    refusals: ['not_found', 'card_in_use'],
  },
} as const satisfies Record<string, AppRoute>
