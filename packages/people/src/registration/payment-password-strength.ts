import type { Refusal } from '@danbao/contracts'
import { isObviousPaymentPassword } from '@danbao/contracts/wallet'

/** Undefined: six digits that are neither obvious nor the end of the owner's number. */
export function judgeNewPaymentPassword(
  digits: string,
  { phone }: { readonly phone: string | null },
): Refusal | undefined {
  if (!isObviousPaymentPassword(digits) && phone?.endsWith(digits) !== true) return undefined
  return {
    code: 'payment_password_weak',
    detail: 'Easy to guess: no rows, repeats, dates, or the end of your phone number.',
  }
}
