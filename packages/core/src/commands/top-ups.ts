import type { Refusal, StartTopUpRequest, TopUpRail } from '@danbao/contracts'
import {
  accept,
  addDuration,
  type Currency,
  currency,
  newUuid,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { createRf } from '@danbao/rails'
import { needLockedAccount } from '../accounts/store.ts'
import { settingsOf } from '../clock/settings.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import type { Command, Context, Done } from '../engine/command.ts'
import { refuseWith } from '../engine/refusal.ts'
import { setTimer } from '../engine/timers.ts'
import {
  needMonth,
  needNumber,
  needReferencedTopUp,
  needTopUp,
  numberFor,
  railId,
  referencedTopUp,
  topUps,
  usedThisMonth,
  useMonth,
} from '../funding/store.ts'
import { end, type TopUp } from '../funding/top-up.ts'
import { viewTopUp } from '../funding/view.ts'
import { boundBroken, feeOf, WAYS } from '../funding/ways.ts'
import { LIMIT_CURRENCY } from '../limits/limits.ts'
import { convert } from '../exchange/rates.ts'
import { needRates, ratesOf } from '../exchange/store.ts'
import { checkActing, needCaller, ONLY_PEOPLE, ownAccount } from '../payments/authority.ts'
import { requestId } from './create-payment.ts'

/** What else a rail needs to know; kept with the top-up. */
export type TopUpDetails = Readonly<Record<string, string>>

/**
 * A person announces money. What bounds there are is decided here, before anything is paid: by the
 * rail, and for boletos by the month.
 */
export function startTopUp(
  caller: Caller,
  request: StartTopUpRequest,
  details: TopUpDetails = {},
): Command {
  const accountId = requestId('acc', request.account)
  const id = newUuid()
  return {
    name: 'start_top_up',
    needs: [needLockedAccount(accountId), needRates, needNumber(id), needMonth(accountId)],
    decide(context) {
      const { ws, at } = context
      const marketplaceId = caller.kind === 'marketplace' ? caller.marketplaceId : null
      const person = ownAccount(ws, caller, accountId)
      if (!person.ok) return person
      if (person.value.frozenAt !== null) {
        return refuseWith('account_frozen', 'The account is frozen: no new money is asked for.')
      }
      const of = currency(request.amount.currency)
      const amount = BigInt(request.amount.value)
      const base = baseOf(context, { rail: request.rail, of, amount, accountId })
      if (!base.ok) return base
      const number = numberFor(ws, id) ?? 0n
      const reference = referenceOf(request.rail, number)
      const topUp: TopUp = {
        ...{ id, accountId, marketplaceId, rail: request.rail, currency: of, amount, arrived: 0n },
        fee: feeOf(WAYS[request.rail], amount),
        base: base.value,
        state: 'awaiting',
        number,
        reference,
        referenceId: reference === null ? null : railId(request.rail, reference),
        details: JSON.stringify(details),
        createdAt: at,
        expiresAt: addDuration(at, WAYS[request.rail].waits),
        endedAt: null,
      }
      topUps.put(ws, topUp)
      if (request.rail === 'boleto') useMonth(ws, accountId, base.value)
      setTimer(ws, id, 'top_up', topUp.expiresAt)
      return answer(topUp, 201)
    },
  }
}

/** The person lets it be. Money that still comes waits for staff. */
export function cancelTopUp(caller: Caller, id: Uuid): Command {
  return onTopUp('cancel_top_up', caller, id, (topUp, { ws, at }) => {
    if (topUp.arrived > 0n) {
      return refuseWith('wrong_state', 'Part of the money is here already.', { state: topUp.state })
    }
    const cancelled = end(topUp, 'cancelled', at)
    topUps.put(ws, cancelled)
    setTimer(ws, id, 'top_up', null)
    return answer(cancelled)
  })
}

/**
 * The person has sent a money transfer and tells its number: from now on a file of the rail is
 * matched with it. One number is one person's, also against somebody who saw it.
 */
export function declareTopUp(
  caller: Caller,
  id: Uuid,
  { secret, details }: { readonly secret: string; readonly details: TopUpDetails },
): Command {
  const referenceId = railId('western_union', secret)
  const command = onTopUp('declare_top_up', caller, id, (topUp, { ws }) => {
    if (topUp.rail !== 'western_union') {
      return refuseWith('wrong_state', 'Only a money transfer has such a number.')
    }
    const holder = referencedTopUp(ws, referenceId)
    if (holder !== undefined && holder.id !== id) {
      return refuseWith('reference_in_use', 'This number has been told already.')
    }
    // The number itself is a bearer's claim: its hash is enough to know it again.
    const declared = {
      ...topUp,
      reference: referenceId,
      referenceId,
      details: merged(topUp, details),
    }
    topUps.put(ws, declared)
    return answer(declared)
  })
  return { ...command, needs: [...command.needs, needReferencedTopUp(referenceId)] }
}

/** The time for its money is over. Whoever comes late finds nothing to do. */
export function topUpDue(id: Uuid): Command {
  return {
    name: 'top_up_due',
    needs: [needTopUp(id)],
    before: (context) => expireWhenDue(context, topUps.get(context.ws, id)),
    decide: () => accept({ status: 200, body: '' }),
  }
}

/** At the instant at which it was due, whenever it is noticed. */
export function expireWhenDue({ ws, at }: Context, topUp: TopUp | undefined): void {
  if (topUp?.state !== 'awaiting' || topUp.expiresAt === null || topUp.expiresAt > at) return
  topUps.put(ws, end(topUp, 'expired', topUp.expiresAt))
  setTimer(ws, topUp.id, 'top_up', null)
}

function merged(topUp: TopUp, details: TopUpDetails): string {
  const before: unknown = JSON.parse(topUp.details)
  return JSON.stringify({ ...(typeof before === 'object' ? before : {}), ...details })
}

function onTopUp(
  name: string,
  caller: Caller,
  id: Uuid,
  decide: (topUp: TopUp, context: Context) => Result<Done, Refusal>,
): Command {
  return {
    name,
    needs: [needTopUp(id), ...needCaller(caller)],
    before: (context) => expireWhenDue(context, topUps.get(context.ws, id)),
    decide(context) {
      if (personOf(caller) === null) return refuseWith('not_allowed', ONLY_PEOPLE)
      const topUp = topUps.get(context.ws, id)
      if (topUp === undefined || personOf(caller) !== topUp.accountId) {
        return refuseWith('not_found', 'There is no such top-up.')
      }
      const acting = checkActing(context.ws, caller)
      if (acting !== undefined) return acting
      if (topUp.state !== 'awaiting') {
        const members = { state: topUp.state }
        return refuseWith('wrong_state', `The top-up is ${topUp.state}.`, members)
      }
      return decide(topUp, context)
    },
  }
}

interface Wanted {
  readonly rail: TopUpRail
  readonly of: Currency
  readonly amount: bigint
  readonly accountId: Uuid
}

function baseOf({ ws }: Context, wanted: Wanted): Result<bigint, Refusal> {
  const { rail, of, amount, accountId } = wanted
  const way = WAYS[rail]
  if (!settingsOf(ws).currencies.has(of) || way.currencies?.has(of) === false) {
    return refuseWith('currency_not_enabled', `${of} does not come in this way.`)
  }
  const base = convert(ratesOf(ws), amount, of, LIMIT_CURRENCY)
  if (base === undefined) {
    return refuseWith('rate_unavailable', `There is no rate from ${of} to ${LIMIT_CURRENCY}.`)
  }
  const broken = boundBroken(way, base, usedThisMonth(ws, accountId))
  if (broken === undefined) return accept(base)
  const { bound, value } = broken
  return refuseWith('out_of_bounds', BOUND_TEXTS[bound], {
    bound,
    currency: LIMIT_CURRENCY,
    value: value.toString(),
  })
}

const BOUND_TEXTS = {
  least: 'This is less than comes in this way at once.',
  most: 'This is more than comes in this way at once.',
  month: 'This is more than still comes in this way this month.',
} as const

/** Without 0, 1, I and O, which people mistake for each other. */
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function referenceOf(rail: TopUpRail, number: bigint): string | null {
  if (rail === 'western_union') return null
  if (rail !== 'bank_transfer') return number.toString()
  let body = ''
  for (let rest = number; rest > 0n; rest /= 32n) body = readable(rest % 32n) + body
  return createRf(`T${body.padStart(6, '2')}`)
}

function readable(digit: bigint): string {
  return READABLE.charAt(Number.parseInt(digit.toString(), 10))
}

function answer(topUp: TopUp, status: Done['status'] = 200): Result<Done, Refusal> {
  return accept({ status, body: JSON.stringify(viewTopUp(topUp)) })
}
