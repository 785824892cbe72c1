import { z } from 'zod'
import type { DanbaoLink } from '../danbao/index.ts'
import { amountOf, readPrice } from '../page/money.ts'
import type { Parcel } from '../store/index.ts'

export const ACTIONS = ['ship', 'accept', 'offer', 'received', 'refund'] as const
export type Action = (typeof ACTIONS)[number]
/** What a page can say was done. */
export type Done = Action | 'goods'

const line = z.string().trim().max(100)
const words = z.string().trim().max(1000)
const money = z.string().transform((text, context) => {
  const minor = readPrice(text)
  if (minor !== undefined) return amountOf(minor)
  context.addIssue('no amount of money')
  return z.NEVER
})

/** Made when the form was shown: sent twice it is done once. */
const key = z.uuid()
const shipForm = z.object({ key, carrier: line.min(1), tracking: line.min(1) })
const refundForm = z.object({ key, amount: money, reason: words })
const offerForm = z.object({
  key,
  amount: money,
  with_return: z.literal('yes').optional(),
  message: words,
})
const plainForm = z.object({ key })

/** Does it at Danbao. Throws ZodError for a form that is not in order. */
export async function act(
  { api }: DanbaoLink,
  { payment, dispute }: Parcel,
  action: Action,
  form: unknown,
): Promise<void> {
  const options = (of: string) => ({ idempotencyKey: `${action} ${payment.id} ${of}` })
  const about = dispute?.id ?? ''
  switch (action) {
    case 'ship': {
      const { key: once, carrier, tracking } = shipForm.parse(form)
      await api.payments.ship(payment.id, { carrier, tracking }, options(once))
      return
    }
    case 'refund': {
      const { key: once, amount, reason } = refundForm.parse(form)
      const body = { amount, ...(reason === '' ? {} : { reason }) }
      await api.payments.refund(payment.id, body, options(once))
      return
    }
    case 'offer': {
      const { key: once, amount, with_return: back, message } = offerForm.parse(form)
      const body = {
        amount,
        with_return: back !== undefined,
        ...(message === '' ? {} : { message }),
      }
      await api.disputes.offer(about, body, options(once))
      return
    }
    case 'accept':
      await api.disputes.accept(about, {}, options(plainForm.parse(form).key))
      return
    case 'received':
      await api.disputes.returnReceived(about, {}, options(plainForm.parse(form).key))
  }
}

/** What a seller can do now. */
export function possibleActions({ payment, dispute }: Parcel): readonly Action[] {
  const { state } = payment
  const refundable = ['held', 'shipped', 'delivered', 'disputed'].includes(state)
  const talking = ['awaiting_seller', 'negotiating', 'escalated'].includes(dispute?.state ?? '')
  const returning = ['awaiting_return', 'return_shipped'].includes(dispute?.state ?? '')
  const possible: Readonly<Record<Action, boolean>> = {
    ship: state === 'held',
    accept: talking,
    offer: talking,
    received: returning,
    refund: refundable,
  }
  return ACTIONS.filter((action) => possible[action])
}
