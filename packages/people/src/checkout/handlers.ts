import { type Amount, quoteView, type Refusal, topUpView } from '@danbao/contracts'
import type { WalletCheckout } from '@danbao/contracts/wallet'
import { commands } from '@danbao/core'
import {
  accept,
  decodeId,
  encodeId,
  invariant,
  newUuid,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, Visitor, WalletPart } from '../base/handling.ts'
import { identify } from '../identify.ts'
import { giveUpCardPayment, goOn, payByCard } from '../card-payments/index.ts'
import { act, authorise, type Authorised, beginAuthorisation, callerOf } from '../payments/index.ts'
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
): WalletPart<
  | 'getCheckout'
  | 'quoteCheckout'
  | 'beginCheckoutPasskey'
  | 'payCheckout'
  | 'advanceCharge'
  | 'giveUpCharge'
  | 'topUpAtOnce'
> {
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

    async quoteCheckout(who, { params: { id }, body: { from } }) {
      const shown = await showPayable(id, who)
      if (!shown.ok) return shown
      const command = commands.createQuote(callerOf(who), { checkout: encodeId('chk', id), from })
      const done = await act(deps, who, { command, key: newUuid(), what: ['quote', id, from] })
      return done.ok ? accept({ body: quoteView.parse(done.value) }) : done
    },

    async beginCheckoutPasskey(who, { params: { id }, body }) {
      const shown = await showPayable(id, who)
      if (!shown.ok) return shown
      const begun = await beginAuthorisation(deps, who, authorisedBy(id, body))
      return begun.ok ? accept({ body: begun.value }) : begun
    },

    async payCheckout(who, { params: { id }, body }) {
      const { authorisation, ...asked } = body
      const before = await showPayable(id, who)
      if (!before.ok) return before
      const agreed = await authorise(deps, who, {
        authorisation,
        authorised: authorisedBy(id, body),
      })
      if (!agreed.ok) return agreed
      const taken = await take(deps, who, { id, key: body.key })
      if (!taken.ok) return taken
      const paid = await payBy(deps, who, { ...asked, id })
      return paid.ok ? show(id, who) : paid
    },

    async advanceCharge(who, { params: { id } }) {
      const gone = await goOn(deps, who, id)
      return gone.ok ? show(id, who) : gone
    },

    async giveUpCharge(who, { params: { id } }) {
      await giveUpCardPayment(deps, who.personId, id)
      return show(id, who)
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
  readonly total: Amount
  readonly payments: readonly string[]
  readonly card?: { readonly id: string; readonly amount: Amount } | undefined
  readonly quote?: string | undefined
}

/** What an authorisation is bound to: the sum, who gets it, and what pays it. */
function authorisedBy(
  id: Uuid,
  { total, payments, card, quote }: Pick<Payable, 'total' | 'payments' | 'card' | 'quote'>,
): Authorised {
  return ['pay', id, total, payments, card ?? null, quote ?? null]
}

/** First the checkout becomes theirs, which may be repeated. */
function take(
  deps: PeopleDeps,
  who: PersonVisitor,
  { id, key }: Pick<Payable, 'id' | 'key'>,
): Promise<Result<unknown, Refusal>> {
  const command = commands.takeCheckout(callerOf(who), id)
  return act(deps, who, { command, key: `take_${key}`, what: ['take', id] })
}

/** Then exactly what was shown is paid. */
async function payBy(
  deps: PeopleDeps,
  who: PersonVisitor,
  { id, key, total, payments, card, quote }: Payable,
): Promise<Result<unknown, Refusal>> {
  if (card !== undefined) {
    const byCard = { id: decode('crd', card.id), amount: card.amount }
    return payByCard(deps, who, { checkoutId: id, key, total, payments, card: byCard })
  }
  const known = await readKnown(deps.pool, who.sessionId, await deps.now())
  const shown = {
    total: BigInt(total.value),
    payments: payments.map((text) => decode('pay', text)),
    known,
  }
  const request = quote === undefined ? {} : { quote }
  const command = commands.payCheckout(callerOf(who), id, request, shown)
  return act(deps, who, { command, key, what: ['pay', id, total, payments, quote ?? null] })
}

function decode(prefix: 'pay' | 'crd', text: string): Uuid {
  const decoded = decodeId(prefix, text)
  invariant(decoded.ok, 'Requests are parsed before they are handled.')
  return decoded.value
}
