import { invariant } from '@danbao/kernel'
import { emit } from '../engine/events.ts'
import { setTimer } from '../engine/timers.ts'
import type { Context } from '../engine/command.ts'
import { changeUsage } from '../limits/store.ts'
import { endCheck } from '../risk/store.ts'
import type { Payment } from './payment.ts'
import type { Step } from './steps.ts'
import { payments } from './store.ts'
import { paymentJson } from './view.ts'

/** Brings a decided step into the working set: its money, its row, its timer and its event. */
export function applyStep({ ws, at }: Context, step: Step): Payment {
  const { payment, postings, event, checked } = step
  const posted = ws.books.post(postings, {
    subjectId: payment.id,
    occurredAt: at,
    recordedAt: ws.recordedAt,
  })
  // Decisions look at balances before they post; here nothing may be missing any more.
  invariant(posted.ok, `The money of payment ${payment.id} is not where it should be.`)
  const before = payments.get(ws, payment.id)
  payments.put(ws, payment)
  changeUsage(ws, payment, payment.limit.counted - (before?.limit.counted ?? 0n))
  if (payment.due !== before?.due) setTimer(ws, payment.id, 'payment', payment.due?.at ?? null)
  if (checked !== undefined) endCheck(ws, { id: payment.id, verdict: checked, at })
  emit(ws, {
    marketplaceId: payment.marketplaceId,
    type: event,
    subjectId: payment.id,
    occurredAt: at,
    data: paymentJson(payment),
  })
  return payment
}
