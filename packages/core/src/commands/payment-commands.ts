import type { CancelRequest, RefundRequest, RefuseRequest, ShipRequest } from '@danbao/contracts'
import type { Uuid } from '@danbao/kernel'
import { closeDisputeWith } from '../disputes/apply-step.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { applyStep } from '../payments/apply-step.ts'
import type { Payment } from '../payments/payment.ts'
import * as steps from '../payments/steps.ts'
import { needWalletOfPayment } from '../wallets/store.ts'
import { answerPayment, onPayment } from './on-payment.ts'

/** Staff clear a payment that was waiting for its check. */
export function approve(caller: Caller, paymentId: Uuid): Command {
  return onPayment({
    command: 'approve',
    caller,
    paymentId,
    allowed: ['operator'],
    decide: (payment, context) =>
      answerPayment(applyStep(context, steps.approve(payment, context.at))),
  })
}

/** Staff refuse a payment that was waiting for its check: the money goes back. */
export function refusePayment(caller: Caller, paymentId: Uuid, request: RefuseRequest): Command {
  return onPayment({
    command: 'refuse',
    caller,
    paymentId,
    allowed: ['operator'],
    needs: [needWalletOfPayment(paymentId)],
    decide: (payment, context, by) => {
      const back = payment.money.inEscrow
      const how = { command: 'refuse', by, back, state: 'cancelled' } as const
      return answerPayment(
        applyStep(context, steps.close(because(payment, request), context.at, how)),
      )
    },
  })
}

export function ship(caller: Caller, paymentId: Uuid, request: ShipRequest): Command {
  return onPayment({
    command: 'ship',
    caller,
    paymentId,
    allowed: ['seller'],
    decide: (payment, context) => {
      const parcel = { carrier: request.carrier ?? null, tracking: request.tracking ?? null }
      return answerPayment(applyStep(context, steps.ship(payment, context.at, parcel)))
    },
  })
}

export function deliver(caller: Caller, paymentId: Uuid): Command {
  return onPayment({
    command: 'deliver',
    caller,
    paymentId,
    allowed: ['marketplace'],
    decide: (payment, context) =>
      answerPayment(applyStep(context, steps.deliver(payment, context.at))),
  })
}

/** The buyer has what was bought, or gives in: the seller is paid. */
export function confirm(caller: Caller, paymentId: Uuid): Command {
  return onPayment({
    command: 'confirm',
    caller,
    paymentId,
    allowed: ['buyer'],
    decide: (payment, context, by) => {
      const how = { command: 'confirm', by, back: 0n } as const
      const released = applyStep(context, steps.close(payment, context.at, how))
      closeDisputeWith(context, released)
      return answerPayment(released)
    },
  })
}

export function extend(caller: Caller, paymentId: Uuid): Command {
  return onPayment({
    command: 'extend',
    caller,
    paymentId,
    allowed: ['buyer'],
    decide: (payment, context) => {
      if (!steps.canExtend(payment, context.at)) {
        return refuseWith(
          'not_extendable',
          'The deadline is extended once, in its last five days, where it was longer than five days.',
        )
      }
      return answerPayment(applyStep(context, steps.extend(payment)))
    },
  })
}

export function cancel(caller: Caller, paymentId: Uuid, request: CancelRequest): Command {
  return onPayment({
    command: 'cancel',
    caller,
    paymentId,
    allowed: ['buyer', 'marketplace', 'seller'],
    needs: [needWalletOfPayment(paymentId)],
    decide: (payment, context, by) => {
      const back = payment.money.inEscrow
      const how = { command: 'cancel', by, back, state: 'cancelled' } as const
      return answerPayment(
        applyStep(context, steps.close(because(payment, request), context.at, how)),
      )
    },
  })
}

/** The seller gives back part of what is in escrow, or all of it. */
export function refund(caller: Caller, paymentId: Uuid, request: RefundRequest): Command {
  return onPayment({
    command: 'refund',
    caller,
    paymentId,
    allowed: ['seller'],
    needs: [needWalletOfPayment(paymentId)],
    decide: (payment, context, by) => {
      const { amount: asked } = request
      if (asked !== undefined && asked.currency !== payment.currency) {
        return refuseWith('currency_mismatch', `The payment is in ${payment.currency}.`)
      }
      const left = payment.money.inEscrow
      const amount = asked === undefined ? left : BigInt(asked.value)
      if (amount > left) {
        return refuseWith('amount_too_large', 'There is less than this left in escrow.', {
          in_escrow: left.toString(),
        })
      }
      if (amount < left) {
        return answerPayment(
          applyStep(context, steps.refundPart(because(payment, request), amount)),
          201,
        )
      }
      const state = payment.state === 'held' ? 'cancelled' : 'refunded'
      const how = { command: 'refund', by, back: left, state } as const
      const refunded = applyStep(context, steps.close(because(payment, request), context.at, how))
      if (state === 'refunded') closeDisputeWith(context, refunded)
      return answerPayment(refunded, 201)
    },
  })
}

/** The reason that was given stays with the payment, and so in the event that tells of it. */
function because(payment: Payment, { reason }: { readonly reason?: string | undefined }): Payment {
  return reason === undefined ? payment : { ...payment, reason }
}
