import { disputeView } from '@danbao/contracts'
import { commands } from '@danbao/core'
import { decodeId, invariant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { type Act, callerOf } from './act.ts'
import { changePayment } from './change.ts'

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
  const change = (who: PersonVisitor, done: Act) => changePayment(deps, who, done, paymentOf)
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

/** The payment that a dispute is over. */
function paymentOf(dispute: unknown): Uuid {
  const paymentId = decodeId('pay', disputeView.parse(dispute).payment)
  invariant(paymentId.ok, 'A dispute is over a payment.')
  return paymentId.value
}
