import type {
  AppealRequest,
  DecideRequest,
  OfferRequest,
  OpenDisputeRequest,
  Refusal,
  ReturnShippedRequest,
} from '@danbao/contracts'
import {
  accept,
  addDuration,
  InvariantError,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { applyDisputeStep, leftFor, saveDispute } from '../disputes/apply-step.ts'
import * as rules from '../disputes/dispute.ts'
import type { Dispute, DisputeCommand, DisputeStep, Side } from '../disputes/dispute.ts'
import { runDue } from '../disputes/run-due.ts'
import { disputes, needDispute, needPayment, openDisputeOf } from '../disputes/store.ts'
import { disputeJson } from '../disputes/view.ts'
import type { Caller } from '../engine/caller.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { authorise, isVisible, needCaller, type Role } from '../payments/authority.ts'
import { applyStep } from '../payments/apply-step.ts'
import type { Payment } from '../payments/payment.ts'
import { isAllowed } from '../payments/state-machine.ts'
import { pause, resume } from '../payments/steps.ts'
import { payments } from '../payments/store.ts'
import { wrongState } from './on-payment.ts'

/** The buyer opens a dispute, or after the release a claim. */
export function openDispute(caller: Caller, paymentId: Uuid, request: OpenDisputeRequest): Command {
  return {
    name: 'dispute',
    needs: [needPayment(paymentId), ...needCaller(caller)],
    before: (context) => runDue(context, paymentId),
    decide(context) {
      const payment = payments.get(context.ws, paymentId)
      if (payment === undefined || !isVisible(caller, payment)) {
        return refuseWith('not_found', 'There is no such payment.')
      }
      const role = authorise(context.ws, caller, payment, ['buyer'])
      if (!role.ok) return role
      const kind = isAllowed('claim', payment.state) ? 'claim' : 'dispute'
      const refused = cannotOpen(context, payment, kind)
      return refused ?? openOver(context, payment, kind, request)
    },
  }
}

function cannotOpen(
  { ws, at }: Context,
  payment: Payment,
  kind: Dispute['kind'],
): Refused | undefined {
  if (!isAllowed(kind, payment.state)) return wrongState('dispute', payment.state)
  if (openDisputeOf(ws, payment.id) !== undefined) {
    return refuseWith('dispute_open', 'A dispute over this payment is open already.')
  }
  const late =
    kind === 'claim' &&
    payment.closedAt !== null &&
    addDuration(payment.closedAt, rules.CLAIM_WINDOW) <= at
  return late
    ? refuseWith('claim_window_closed', 'A claim is possible for 15 days after the closing.')
    : undefined
}

type Refused = { readonly ok: false; readonly refusal: Refusal }

function openOver(
  context: Context,
  payment: Payment,
  kind: Dispute['kind'],
  request: OpenDisputeRequest,
): Result<Done, Refusal> {
  const left = leftFor({ kind }, payment)
  const amount = amountWithin(request.amount, payment, left)
  if (!amount.ok) return amount
  if (amount.value === 0n) return refuseWith('amount_too_large', 'There is nothing left to claim.')
  const dispute = rules.open(
    {
      id: newUuid(),
      paymentId: payment.id,
      marketplaceId: payment.marketplaceId,
      kind,
      reason: request.reason,
      message: request.message ?? null,
      currency: payment.currency,
      amount: amount.value,
      outOf: left,
      withReturn: request.with_return ?? false,
    },
    context.at,
  )
  if (kind === 'dispute') applyStep(context, pause(payment, context.at, dispute.id))
  else payments.put(context.ws, { ...payment, disputeId: dispute.id })
  saveDispute(context, dispute, 'dispute.opened')
  return accept({ status: 201, body: disputeJson(dispute) })
}

function amountWithin(
  asked: { readonly value: string; readonly currency: string } | undefined,
  payment: Payment,
  left: bigint,
): Result<bigint, Refusal> {
  if (asked === undefined) return accept(left)
  if (asked.currency !== payment.currency) {
    return refuseWith('currency_mismatch', `The payment is in ${payment.currency}.`)
  }
  if (BigInt(asked.value) <= left) return accept(BigInt(asked.value))
  return refuseWith('amount_too_large', 'There is less than this to be had back.', {
    left: left.toString(),
  })
}

interface OnDispute {
  readonly command: DisputeCommand
  readonly caller: Caller
  readonly disputeId: Uuid
  readonly allowed: readonly Role[]
  decide(
    dispute: Dispute,
    context: Context,
    found: { readonly payment: Payment; readonly role: Role },
  ): Result<DisputeStep, Refusal>
}

function onDispute(options: OnDispute): Command {
  const { command, caller, disputeId, allowed } = options
  return {
    name: `dispute_${command}`,
    needs: [needDispute(disputeId), ...needCaller(caller)],
    before: (context) => {
      const dispute = disputes.get(context.ws, disputeId)
      if (dispute !== undefined) runDue(context, dispute.paymentId)
    },
    decide(context) {
      const dispute = disputes.get(context.ws, disputeId)
      const payment = dispute && payments.get(context.ws, dispute.paymentId)
      if (dispute === undefined || payment === undefined || !isVisible(caller, payment)) {
        return refuseWith('not_found', 'There is no such dispute.')
      }
      const role = authorise(context.ws, caller, payment, allowed)
      if (!role.ok) return role
      if (!rules.mayHappen(command, dispute.state)) return wrongState(command, dispute.state)
      const step = options.decide(dispute, context, { payment, role: role.value })
      if (!step.ok) return step
      const status = command === 'offer' ? 201 : 200
      return accept({ status, body: disputeJson(applyDisputeStep(context, step.value)) })
    },
  }
}

const BOTH_SIDES = ['buyer', 'seller'] as const

function sideOf(role: Role): Side {
  if (role === 'buyer' || role === 'seller') return role
  throw new InvariantError(`${role} is no side of a dispute.`)
}

export function makeOffer(caller: Caller, disputeId: Uuid, request: OfferRequest): Command {
  return onDispute({
    command: 'offer',
    caller,
    disputeId,
    allowed: BOTH_SIDES,
    decide(dispute, { at }, { payment, role }) {
      if (role === 'buyer' && dispute.state === 'awaiting_seller') {
        return wrongState('offer', dispute.state)
      }
      const left = leftFor(dispute, payment)
      const amount = amountWithin(request.amount, payment, left)
      if (!amount.ok) return amount
      const offer = {
        by: sideOf(role),
        amount: amount.value,
        outOf: left,
        withReturn: request.with_return ?? false,
        message: request.message ?? null,
        madeAt: at,
      }
      return accept(rules.makeOffer(dispute, offer))
    },
  })
}

export function acceptOffer(caller: Caller, disputeId: Uuid): Command {
  return onDispute({
    command: 'accept',
    caller,
    disputeId,
    allowed: BOTH_SIDES,
    decide(dispute, { at }, { role }) {
      const step = rules.acceptOffer(dispute, sideOf(role), at)
      if (step.ok) return step
      return refuseWith('nothing_to_accept', 'The other side has not made an offer.')
    },
  })
}

/** The buyer takes the dispute back: the time for the confirmation runs on. */
export function withdraw(caller: Caller, disputeId: Uuid): Command {
  return onDispute({
    command: 'withdraw',
    caller,
    disputeId,
    allowed: ['buyer'],
    decide(dispute, context, { payment }) {
      if (dispute.kind === 'dispute') applyStep(context, resume(payment, context.at))
      return accept({
        dispute: rules.close(dispute, 'withdrawn', context.at),
        event: 'dispute.closed',
      })
    },
  })
}

export function returnShipped(
  caller: Caller,
  disputeId: Uuid,
  request: ReturnShippedRequest,
): Command {
  return onDispute({
    command: 'return_shipped',
    caller,
    disputeId,
    allowed: ['buyer'],
    decide: (dispute, { at }) => {
      const parcel = { carrier: request.carrier ?? null, tracking: request.tracking ?? null }
      return accept(rules.shipReturn(dispute, parcel, at))
    },
  })
}

export function returnDelivered(caller: Caller, disputeId: Uuid): Command {
  return onDispute({
    command: 'return_delivered',
    caller,
    disputeId,
    allowed: ['marketplace'],
    decide: (dispute, { at }) => accept(rules.deliverReturn(dispute, at)),
  })
}

export function returnReceived(caller: Caller, disputeId: Uuid): Command {
  return onDispute({
    command: 'return_received',
    caller,
    disputeId,
    allowed: ['seller'],
    decide: (dispute, { at }) => accept(rules.receiveReturn(dispute, at)),
  })
}

export function escalate(caller: Caller, disputeId: Uuid): Command {
  return onDispute({
    command: 'escalate',
    caller,
    disputeId,
    allowed: BOTH_SIDES,
    decide: (dispute) => accept(rules.escalate(dispute)),
  })
}

/** Staff decide what goes back to the buyer; the rest stays with the seller. */
export function decide(caller: Caller, disputeId: Uuid, request: DecideRequest): Command {
  return onDispute({
    command: 'decide',
    caller,
    disputeId,
    allowed: ['operator'],
    decide(dispute, { at }, { payment }) {
      const left = leftFor(dispute, payment)
      const amount = amountWithin(request.amount, payment, left)
      if (!amount.ok) return amount
      const given = { amount: amount.value, outOf: left, reason: request.reason }
      return accept(rules.decide(dispute, given, at))
    },
  })
}

export function appeal(caller: Caller, disputeId: Uuid, request: AppealRequest): Command {
  return onDispute({
    command: 'appeal',
    caller,
    disputeId,
    allowed: BOTH_SIDES,
    decide: (dispute, _context, { role }) =>
      accept(rules.appeal(dispute, sideOf(role), request.reason)),
  })
}
