import { type Refusal, topUpView } from '@danbao/contracts'
import type { WalletCheckout } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import {
  accept,
  decodeId,
  encodeId,
  invariant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, Visitor, WalletPart } from '../base/handling.ts'
import { identify } from '../identify.ts'
import { act, authorise, beginAuthorisation, callerOf } from '../payments/index.ts'
import { readKnown } from '../payment-checks/index.ts'
import { showCheckout, type Viewer } from './show.ts'

const NOT_FOUND: Refusal = {
  code: 'not_found',
  detail: 'There is no such checkout, or it belongs to somebody else.',
}

type Shown = Result<Reply<WalletCheckout>, Refusal>

/** The page on which somebody pays what a shop has put together. */
export function createCheckoutHandlers(
  deps: PeopleDeps,
): WalletPart<'getCheckout' | 'beginCheckoutPasskey' | 'payCheckout' | 'topUpAtOnce'> {
  const show = async (id: Uuid, viewer: Viewer | undefined): Promise<Shown> => {
    const body = await showCheckout(deps, id, viewer)
    return body === undefined ? refuse(NOT_FOUND) : accept({ body })
  }
  /** A page that is shown to somebody who may not pay it is none to them. */
  const showPayable = async (id: Uuid, who: PersonVisitor): Promise<Shown> => {
    const shown = await show(id, who)
    return shown.ok && shown.value.body.viewer === null ? refuse(NOT_FOUND) : shown
  }
  return {
    getCheckout: async (visitor, { params }) => show(params.id, await signedInAs(deps, visitor)),

    async beginCheckoutPasskey(who, { params: { id }, body }) {
      const shown = await showPayable(id, who)
      if (!shown.ok) return shown
      const begun = await beginAuthorisation(deps, who, ['pay', id, body.total, body.payments])
      return begun.ok ? accept({ body: begun.value }) : begun
    },

    async payCheckout(who, { params: { id }, body }) {
      const { key, total, payments, authorisation } = body
      const before = await showPayable(id, who)
      if (!before.ok) return before
      const agreed = await authorise(deps, who, {
        authorisation,
        authorised: ['pay', id, total, payments],
      })
      if (!agreed.ok) return agreed
      const paid = await takeAndPay(deps, who, { id, key, total, payments })
      return paid.ok ? show(id, who) : paid
    },

    async topUpAtOnce(who, { body: { key, amount } }) {
      const account = encodeId('acc', who.personId)
      const command = commands.topUp(callerOf(who), { account, amount })
      const done = await act(deps, who, { command, key, what: ['top_up', amount] })
      if (!done.ok) return done
      const { id, amount: credited } = topUpView.parse(done.value)
      return accept({ body: { object: 'top_up', id, amount: credited } })
    },
  }
}

async function signedInAs(deps: PeopleDeps, visitor: Visitor): Promise<Viewer | undefined> {
  const who = await identify(deps, 'person', visitor)
  return who.ok && 'personId' in who.value ? who.value : undefined
}

interface Payable {
  readonly id: Uuid
  readonly key: string
  readonly total: { readonly value: string; readonly currency: string }
  readonly payments: readonly string[]
}

/** First the checkout becomes theirs, which may be repeated; then exactly what was shown is paid. */
async function takeAndPay(
  deps: PeopleDeps,
  who: PersonVisitor,
  { id, key, total, payments }: Payable,
): Promise<Result<unknown, Refusal>> {
  const caller = callerOf(who)
  const take = commands.takeCheckout(caller, id)
  const taken = await act(deps, who, { command: take, key: `take_${key}`, what: ['take', id] })
  if (!taken.ok) return taken
  const known = await readKnown(deps.pool, who.sessionId, await deps.now())
  const shown = { total: BigInt(total.value), payments: payments.map(paymentId), known }
  const pay = commands.payCheckout(caller, id, {}, shown)
  return act(deps, who, { command: pay, key, what: ['pay', id, total, payments] })
}

function paymentId(text: string): Uuid {
  const decoded = decodeId('pay', text)
  invariant(decoded.ok, 'Requests are parsed before they are handled.')
  return decoded.value
}
