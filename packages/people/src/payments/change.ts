import type { Refusal } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply } from '../base/handling.ts'
import { type Act, act } from './act.ts'
import { showPayment } from './show.ts'

/** Carries a change out, and shows the payment that it was about as it became. */
export async function changePayment(
  deps: PeopleDeps,
  who: PersonVisitor,
  change: Act,
  paymentOf: (done: unknown) => Uuid,
): Promise<Result<Reply<OwnPaymentDetail>, Refusal>> {
  const done = await act(deps, who, change)
  if (!done.ok) return done
  const shown = await showPayment(deps, who, paymentOf(done.value))
  return shown.ok ? accept({ body: shown.value }) : shown
}
