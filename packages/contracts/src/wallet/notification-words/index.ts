import type { NotificationKind } from '../notifications.ts'
import { BUYER_WORDS } from './buyer.ts'
import { DISPUTE_WORDS } from './disputes.ts'
import { REMINDER_WORDS } from './reminders.ts'
import { SELLER_WORDS } from './seller.ts'

/**
 * What a notification says, on the screen and in the mail: for each kind a title, and with `_text`
 * one or two sentences on where the money is, what happens next and when. ICU texts with ready
 * texts as values: `amount` of the payment, `part` of it, `other` side, `due`.
 */
export const NOTIFICATION_WORDS = {
  ...BUYER_WORDS,
  ...SELLER_WORDS,
  ...DISPUTE_WORDS,
  ...REMINDER_WORDS,
} as const satisfies Record<NotificationKind | `${NotificationKind}_text`, Said>

type Said = Readonly<Record<'en' | 'ru' | 'zh', string>>
