import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id } from '../primitives.ts'

export const MOST_ASK_NAME_CHARACTERS = 60
export const MOST_ASK_MESSAGE_CHARACTERS = 140

/** Marks that turn the direction of reading, and line breaks, could pass a text off as ours. */
const TURNING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll(TURNING, ' '))
    .trim()
    .min(1, 'must not be empty')
    .max(max)

/** What somebody tells the friend whom they ask to pay. */
const asking = {
  name: line(MOST_ASK_NAME_CHARACTERS).meta({ description: 'As they call themselves.' }),
  message: line(MOST_ASK_MESSAGE_CHARACTERS).nullable(),
}

export const askedToPay = z.object({ object: z.literal('asked_to_pay'), ...asking })
export type AskedToPay = z.infer<typeof askedToPay>

export const askFriendRoutes = {
  /** A link to the same checkout that says who asks, and can not be made to say anything else. */
  askFriend: {
    method: 'POST',
    path: '/wallet/api/checkouts/{id}/ask',
    access: 'anyone',
    params: { id: 'chk' },
    body: z.strictObject(asking),
    response: z.object({ object: z.literal('ask_link'), checkout: id('chk'), url: z.url() }),
    refusals: ['not_found', 'wrong_state'],
  },
  /** Who asks, by what stands in the link. */
  readAsk: {
    method: 'GET',
    path: '/wallet/api/checkouts/{id}/ask',
    access: 'anyone',
    params: { id: 'chk' },
    query: z.strictObject({ ask: z.string().max(2_000) }),
    response: askedToPay,
    refusals: ['link_invalid'],
  },
} as const satisfies Record<string, AppRoute>
