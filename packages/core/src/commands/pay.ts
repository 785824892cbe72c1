import type { PayRequest, Refusal } from '@danbao/contracts'
import { accept, invariant, type Result, type Uuid } from '@danbao/kernel'
import type { Posting } from '@danbao/ledger'
import { spendingBlock } from '../accounts/account.ts'
import { accounts, needLockedAccount } from '../accounts/store.ts'
import type { Charge } from '../charges/charge.ts'
import { chargedSource } from '../charges/charged-source.ts'
import { type Settings, settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command, Context, Need } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import type { WorkingSet } from '../engine/working-set.ts'
import { checkLimits, LIMIT_CURRENCY } from '../limits/limits.ts'
import { convert } from '../exchange/rates.ts'
import { needQuote } from '../exchange/quote-store.ts'
import { needRates, ratesOf } from '../exchange/store.ts'
import { needUsage, usageOf } from '../limits/store.ts'
import { applyStep } from '../payments/apply-step.ts'
import { buyerOf, type LimitUse, ownPart, type Payment } from '../payments/payment.ts'
import { secure } from '../payments/steps.ts'
import { checkPayments } from '../risk/check-payment.ts'
import type { KnownOfPayer } from '../risk/facts.ts'
import { needRiskFacts } from '../risk/load.ts'
import { walletOf } from '../wallets/address.ts'
import { needWalletOfPayment } from '../wallets/store.ts'
import { requestId } from './create-payment.ts'
import { answerPayment, onPayment } from './on-payment.ts'
import { quotedSource } from './quotes.ts'

/** The buyer pays one payment that stands alone. `known`: what only the wallet's side knows. */
export function pay(
  caller: Caller,
  paymentId: Uuid,
  request: PayRequest,
  known?: KnownOfPayer,
): Command {
  return onPayment({
    command: 'pay',
    caller,
    paymentId,
    allowed: ['buyer'],
    needs: [needWalletOfPayment(paymentId), ...needsOfPaying(caller, request, paymentId)],
    decide(payment, context) {
      if (payment.checkoutId !== null) {
        return refuseWith('pay_by_checkout', 'This payment is paid together with its checkout.')
      }
      const paid = payAll(context, [payment], { request, subjectId: paymentId, known })
      return paid.ok ? answerPayment(paid.value[0] ?? payment) : paid
    },
  })
}

/** The buyer's row is locked so that two payments at once can not both use the last of a limit. */
export function needsOfPaying(caller: Caller, request: PayRequest, subjectId: Uuid): Need[] {
  const quote = request.quote === undefined ? [] : [needQuote(requestId('quo', request.quote))]
  const person = personOf(caller)
  if (person === null) return quote
  return [
    ...quote,
    needLockedAccount(person),
    needUsage(person),
    needRiskFacts(person, subjectId),
    needRates,
  ]
}

const BLOCKED = {
  account_frozen: 'The account is frozen: nothing can be spent. Refunds still come in.',
  account_resting:
    'The account was recovered a short while ago: for 24 hours nothing can be spent.',
} as const

export interface Authorisation {
  readonly request: PayRequest
  /** The payment or checkout that was authorised. */
  readonly subjectId: Uuid
  readonly known?: KnownOfPayer | undefined
  /** What a card pays of it, or all. */
  readonly charge?: Charge | undefined
}

/**
 * One authorisation over payments of one buyer in one currency: the limits count the total, the
 * wallet must hold all of it, and all are secured or none.
 */
export function payAll(
  context: Context,
  unpaid: readonly Payment[],
  authorisation: Authorisation,
): Result<readonly Payment[], Refusal> {
  const { ws, at } = context
  const { known } = authorisation
  const [first] = unpaid
  invariant(first !== undefined, 'There is something to pay.')
  const buyer = accounts.get(ws, buyerOf(first))
  invariant(buyer !== undefined, 'The buyer was loaded with the authority.')
  const blocked = spendingBlock(buyer, at)
  if (blocked !== undefined) return refuseWith(blocked, BLOCKED[blocked])
  const settings = settingsOf(ws)
  const limits = limitUses(ws, unpaid, settings)
  if (!limits.ok) return limits
  const base = limits.value.reduce((sum, use) => sum + use.base, 0n)
  const exceeded = settings.limits && checkLimits(buyer.level, usageOf(ws, buyer.id), base)
  if (exceeded) return { ok: false, refusal: exceeded }
  const source = sourceOf(context, unpaid, authorisation)
  if (!source.ok) return source
  const checked = checkPayments(context, { buyer, payments: unpaid, limits: limits.value, known })
  const check = checked?.outcome === 'check'
  return accept(
    unpaid.map((payment, index) => {
      const limit = limits.value[index] ?? NO_LIMIT
      return applyStep(
        context,
        secure(payment, at, { check, limit, source: source.value?.[index] ?? null }),
      )
    }),
  )
}

type Sources = readonly (readonly Posting[])[]

/** Where the money comes from: the wallet, the wallet in another currency, or a card. */
function sourceOf(
  context: Context,
  unpaid: readonly Payment[],
  { request, subjectId, charge }: Authorisation,
): Result<Sources | undefined, Refusal> {
  if (charge !== undefined) return chargedSource(context, unpaid, charge)
  if (request.quote === undefined) return walletSource(context, unpaid)
  return quotedSource(context, unpaid, request.quote, subjectId)
}

const NO_LIMIT: LimitUse = { base: 0n, counted: 0n }

/** The buyer's own parts at the day's rate; refunds will give room back at this rate. */
function limitUses(
  ws: WorkingSet,
  unpaid: readonly Payment[],
  settings: Settings,
): Result<readonly LimitUse[], Refusal> {
  const uses: LimitUse[] = []
  for (const payment of unpaid) {
    const base = settings.limits
      ? convert(ratesOf(ws), ownPart(payment), payment.currency, LIMIT_CURRENCY)
      : 0n
    if (base === undefined) {
      return refuseWith(
        'rate_unavailable',
        `There is no rate from ${payment.currency} to ${LIMIT_CURRENCY}, so limits can not be checked.`,
      )
    }
    uses.push({ base, counted: base })
  }
  return accept(uses)
}

function walletSource({ ws }: Context, unpaid: readonly Payment[]): Result<undefined, Refusal> {
  const [first] = unpaid
  invariant(first !== undefined, 'There is something to pay.')
  const wallet = walletOf(buyerOf(first), first.currency)
  const needed = unpaid.reduce((sum, payment) => sum + ownPart(payment), 0n)
  const available = ws.books.balance(wallet)
  if (needed <= available) return accept(undefined)
  return refuseWith('insufficient_funds', 'The wallet does not hold enough to pay this.', {
    currency: first.currency,
    needed: needed.toString(),
    available: available.toString(),
  })
}
