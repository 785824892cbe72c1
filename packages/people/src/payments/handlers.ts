import { commands, queries } from '@danbao/core'
import { accept, formatInstant, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { type Act, callerOf } from './act.ts'
import { authorise, type Authorised, beginAuthorisation } from './authorise.ts'
import { changePayment } from './change.ts'
import { listPayments, showPayment } from './show.ts'

type PaymentRoute =
  | 'getSelling'
  | 'listOwnPayments'
  | 'getOwnPayment'
  | 'beginConfirmPasskey'
  | 'confirmPayment'
  | 'extendPayment'
  | 'cancelPayment'
  | 'shipPayment'
  | 'refundPayment'

/** A person's payments, as buyer and as seller. What may be done, the money core decides. */
export function createPaymentHandlers(deps: PeopleDeps): WalletPart<PaymentRoute> {
  const change = (who: PersonVisitor, id: Uuid, done: Act) =>
    changePayment(deps, who, done, () => id)
  return {
    async getSelling(who) {
      const outlook = await queries.readOutlook(deps.pool, callerOf(who))
      const at = formatInstant(await deps.now())
      return accept({ body: { object: 'selling', at, ...outlook } })
    },
    async listOwnPayments(who, { query }) {
      const found = await listPayments(deps, who, query)
      return found.ok ? accept({ body: found.value }) : found
    },

    async getOwnPayment(who, { params }) {
      const shown = await showPayment(deps, who, params.id)
      return shown.ok ? accept({ body: shown.value }) : shown
    },

    async beginConfirmPasskey(who, { params: { id } }) {
      const shown = await showPayment(deps, who, id)
      if (!shown.ok) return shown
      const begun = await beginAuthorisation(deps, who, releaseOf(id))
      return begun.ok ? accept({ body: begun.value }) : begun
    },

    async confirmPayment(who, { params: { id }, body }) {
      const { key, authorisation } = body
      // Who is no party of it is told so before a password is tried.
      const shown = await showPayment(deps, who, id)
      if (!shown.ok) return shown
      const agreed = await authorise(deps, who, { authorisation, authorised: releaseOf(id) })
      if (!agreed.ok) return agreed
      const command = commands.confirm(callerOf(who), id)
      return change(who, id, { command, key, what: ['confirm', id] })
    },

    extendPayment: (who, { params: { id }, body: { key } }) =>
      change(who, id, { command: commands.extend(callerOf(who), id), key, what: ['extend', id] }),

    cancelPayment(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.cancel(callerOf(who), id, request)
      return change(who, id, { command, key, what: ['cancel', id, request] })
    },

    shipPayment(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.ship(callerOf(who), id, request)
      return change(who, id, { command, key, what: ['ship', id, request] })
    },

    refundPayment(who, { params: { id }, body: { key, ...request } }) {
      const command = commands.refund(callerOf(who), id, request)
      return change(who, id, { command, key, what: ['refund', id, request] })
    },
  }
}

/** The seller gets what is in escrow of this payment: that is all there is to agree to. */
function releaseOf(paymentId: Uuid): Authorised {
  return ['release', paymentId]
}
