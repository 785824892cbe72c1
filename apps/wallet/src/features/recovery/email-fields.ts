/** The questions of a lost mailbox, in this order; all but the addresses may be left out. */
export const EMAIL_STEPS = [
  'old_email',
  'new_email',
  'phone',
  'card_last_four',
  'recent_payments',
  'turnover',
] as const
export type EmailStepName = (typeof EMAIL_STEPS)[number]
