import { disputeView, type Refusal } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import { accept, decodeId, invariant, type Result } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { type Act, act, callerOf } from './act.ts'
import { showPayment } from './show.ts'

type DisputeRoute =
  | 'openDispute'
  | 'makeOffer'
  | 'acceptOffer'
  | 'withdrawDispute'
  | 'reportReturnShipped'
  | 'confirmReturnReceived'
  | 'escalateDispute'
  | 'appealDecision'

/** What the two sides of a dispute do. Whose turn it is, the money core decides. */
export function createDisputeHandlers(deps: PeopleDeps): WalletPart<DisputeRoute> {
  const change = changeDispute(deps)
  return {
    openDispute(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.openDispute(callerOf(who), id, request)
      return change(who, { command, key, what: ['dispute', id, request] })
    },

    makeOffer(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.makeOffer(callerOf(who), id, request)
      return change(who, { command, key, what: ['offer', id, request] })
    },

    acceptOffer: (who, { params: { id }, body: { key } }) =>
      change(who, { command: commands.acceptOffer(callerOf(who), id), key, what: ['accept', id] }),

    withdrawDispute: (who, { params: { id }, body: { key } }) =>
      change(who, { command: commands.withdraw(callerOf(who), id), key, what: ['withdraw', id] }),

    reportReturnShipped(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.returnShipped(callerOf(who), id, request)
      return change(who, { command, key, what: ['return_shipped', id, request] })
    },

    confirmReturnReceived(who, { params: { id }, body: { key } }) {
      const command = commands.returnReceived(callerOf(who), id)
      return change(who, { command, key, what: ['return_received', id] })
    },

    escalateDispute: (who, { params: { id }, body: { key } }) =>
      change(who, { command: commands.escalate(callerOf(who), id), key, what: ['escalate', id] }),

    appealDecision(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.appeal(callerOf(who), id, request)
      return change(who, { command, key, what: ['appeal', id, request] })
    },
  }
}

/** Carries it out and shows the payment that the dispute is over, as it became. */
function changeDispute(deps: PeopleDeps) {
  return async (
    who: PersonVisitor,
    change: Act,
  ): Promise<Result<Reply<OwnPaymentDetail>, Refusal>> => {
    const done = await act(deps, who, change)
    if (!done.ok) return done
    const paymentId = decodeId('pay', disputeView.parse(done.value).payment)
    invariant(paymentId.ok, 'A dispute is over a payment.')
    const shown = await showPayment(deps, who, paymentId.value)
    return shown.ok ? accept({ body: shown.value }) : shown
  }
}
