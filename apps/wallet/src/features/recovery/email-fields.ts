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

/** Which question `?step=` means, counted from one in the address; the first, when it means none. */
export function stepAt(text: string | undefined): number {
  const step = /^[1-9]$/.test(text ?? '') ? Number(text) : 1
  return step > EMAIL_STEPS.length ? 0 : step - 1
}
