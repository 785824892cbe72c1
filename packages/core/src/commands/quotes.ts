import type { CreateQuoteRequest, QuoteView, Refusal } from '@danbao/contracts'
import {
  accept,
  addDuration,
  allocateByLargestRemainder,
  encodeId,
  formatInstant,
  invariant,
  newUuid,
  parseCurrency,
  type Result,
  seconds,
  type Uuid,
} from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import { needPayment } from '../disputes/store.ts'
import { runDue } from '../disputes/run-due.ts'
import { settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command, Context } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { WorkingSet } from '../engine/working-set.ts'
import { type Quote, quotes } from '../exchange/quote-store.ts'
import { priceExchange } from '../exchange/rates.ts'
import { needRates, ratesOf } from '../exchange/store.ts'
import { authorise, isVisible, needCaller } from '../payments/authority.ts'
import { ownPart, type Payment } from '../payments/payment.ts'
import { checkoutsToLock, payments } from '../payments/store.ts'
import { viewAmount } from '../payments/view.ts'
import { escrowOf, platformAccount, walletOf } from '../wallets/address.ts'
import { requestId } from './create-payment.ts'

/** Rates move; a promise to exchange at one is short. */
const VALID_FOR = seconds(60)

/** The buyer asks what a payment or checkout costs out of a wallet in another currency. */
export function createQuote(caller: Caller, request: CreateQuoteRequest): Command {
  const paymentId = request.payment && requestId('pay', request.payment)
  const checkoutId = request.checkout && requestId('chk', request.checkout)
  return {
    name: 'create_quote',
    needs: [
      needRates,
      ...needCaller(caller),
      ...(paymentId === undefined ? [] : [needPayment(paymentId)]),
      ...(checkoutId === undefined
        ? []
        : [(ws: WorkingSet) => checkoutsToLock.want(ws, checkoutId)]),
    ],
    before: (context) => {
      for (const { id, checkoutId: of } of payments.all(context.ws)) {
        if (id === paymentId || (of !== null && of === checkoutId)) runDue(context, id)
      }
    },
    decide(context) {
      const unpaid = payments
        .all(context.ws)
        .filter(
          (payment) =>
            (payment.id === paymentId ||
              (checkoutId !== undefined && payment.checkoutId === checkoutId)) &&
            payment.state === 'requires_payment' &&
            (isVisible(caller, payment) || isOpenTo(caller, payment)),
        )
      const [first] = unpaid
      if (first === undefined || totalOwn(unpaid) === 0n) {
        return refuseWith('not_found', 'There is nothing to be paid under this id.')
      }
      const role = isOpenTo(caller, first)
        ? accept('buyer')
        : authorise(context.ws, caller, first, ['buyer'])
      if (!role.ok) return role
      const buyerId = first.buyerId ?? personOf(caller)
      invariant(buyerId !== null, 'A buyer is a person.')
      const asked = { from: request.from, subjectId: checkoutId ?? first.id, buyerId }
      const quote = quoteFor(context, unpaid, asked)
      if (!quote.ok) return quote
      quotes.put(context.ws, quote.value)
      return accept({ status: 201, body: JSON.stringify(viewQuote(quote.value)) })
    },
  }
}

/** Of a checkout that nobody has, everybody may ask the price before they take it on. */
function isOpenTo(caller: Caller, { buyerId, checkoutId }: Payment): boolean {
  return caller.kind === 'person' && buyerId === null && checkoutId !== null
}

interface Asked extends Pick<Quote, 'subjectId' | 'buyerId'> {
  readonly from: string
}

function quoteFor(
  { ws, at }: Context,
  unpaid: readonly Payment[],
  { from, subjectId, buyerId }: Asked,
): Result<Quote, Refusal> {
  const pays = parseCurrency(from)
  const [first] = unpaid
  if (!pays.ok || first === undefined || pays.value === first.currency) {
    return refuseWith('currency_mismatch', 'Name the currency of another wallet.', {
      field: 'from',
    })
  }
  const { currencies, spreadBps } = settingsOf(ws)
  if (!currencies.has(pays.value)) {
    return refuseWith('currency_not_enabled', `${from} is not enabled here.`)
  }
  const buys = totalOwn(unpaid)
  const wanted = { from: pays.value, to: first.currency, buys, spreadBps }
  const exchange = priceExchange(ratesOf(ws), wanted)
  if (exchange === undefined) {
    return refuseWith('rate_unavailable', `There is no rate from ${from} to ${first.currency}.`)
  }
  return accept({
    id: newUuid(),
    subjectId,
    buyerId,
    walletId: walletOf(buyerId, pays.value).id,
    paysCurrency: pays.value,
    pays: exchange.pays,
    buysCurrency: first.currency,
    buys,
    rate: exchange.rate,
    rateDay: exchange.day,
    spreadBps,
    expiresAt: addDuration(at, VALID_FOR),
    createdAt: at,
  })
}

function totalOwn(unpaid: readonly Payment[]): bigint {
  return unpaid.reduce((sum, payment) => sum + ownPart(payment), 0n)
}

/** The exchange that pays: wallet A → fx A and fx B → escrow B, for each payment its share. */
export function quotedSource(
  { ws, at }: Context,
  unpaid: readonly Payment[],
  quoteText: string,
  subjectId: Uuid,
): Result<readonly (readonly Posting[])[], Refusal> {
  const quote = quotes.get(ws, requestId('quo', quoteText))
  const [first] = unpaid
  if (quote === undefined || quote.subjectId !== subjectId || first?.buyerId !== quote.buyerId) {
    return refuseWith('not_found', 'There is no such quote for this payment.')
  }
  if (quote.expiresAt <= at || quote.buys !== totalOwn(unpaid)) {
    return refuseWith('quote_expired', 'This quote is no longer valid. Ask for a new one.')
  }
  const wallet = walletOf(quote.buyerId, quote.paysCurrency)
  ws.books.want(wallet.id)
  const available = ws.books.balance(wallet)
  if (available < quote.pays) {
    return refuseWith('insufficient_funds', 'The wallet does not hold enough to pay this.', {
      currency: quote.paysCurrency,
      needed: quote.pays.toString(),
      available: available.toString(),
    })
  }
  const shares = allocateByLargestRemainder(quote.pays, unpaid.map(ownPart))
  return accept(unpaid.map((payment, index) => exchange(payment, quote, shares[index] ?? 0n)))
}

function exchange(payment: Payment, quote: Quote, share: bigint): readonly Posting[] {
  const wallet = walletOf(quote.buyerId, quote.paysCurrency)
  const escrow = escrowOf(payment.id, payment.currency)
  return [
    {
      from: wallet,
      to: platformAccount('fx', quote.paysCurrency),
      amount: share,
      code: 'exchange',
    },
    {
      from: platformAccount('fx', payment.currency),
      to: escrow,
      amount: ownPart(payment),
      code: 'exchange',
    },
  ].filter((posting) => posting.amount > 0n)
}

function viewQuote(quote: Quote): QuoteView {
  return {
    id: encodeId('quo', quote.id),
    object: 'quote',
    pays: viewAmount(quote.paysCurrency, quote.pays),
    buys: viewAmount(quote.buysCurrency, quote.buys),
    rate: quote.rate,
    rate_date: quote.rateDay,
    spread_bps: quote.spreadBps,
    expires_at: formatInstant(quote.expiresAt),
  }
}
