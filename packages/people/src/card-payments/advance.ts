import type { Refusal } from '@danbao/contracts'
import { charges, commands } from '@danbao/core'
import {
  accept,
  addDuration,
  decodeId,
  encodeId,
  invariant,
  minutes,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import {
  type CardProcessor,
  type ChargeOutcome,
  findCardBy,
  findHolder,
  refreshCard,
} from '../cards/index.ts'
import { callerOf, carryOut } from '../payments/index.ts'
import { agreed } from './agreed.ts'

type Charge = charges.Charge

/** So long somebody may take to confirm at their bank. */
const CONFIRM_WITHIN = minutes(30)
const LOOK_AGAIN = minutes(2)

/**
 * Goes on with a charge as far as it can: the bank is asked, the money is secured in escrow, and
 * only then taken. Each step is safe to take twice and by several at once: the browser, an event
 * of the processor and the sweep all end here. Answers the charge as it stands, or why it ended
 * without a payment. Throws ProcessorAwayError.
 */
export async function advanceCharge(
  deps: PeopleDeps,
  processor: CardProcessor,
  id: Uuid,
): Promise<Result<Charge, Refusal>> {
  let ended: Refusal | undefined
  // Never more than: asked, authorised, secured, captured.
  for (let step = 0; step < 5; step += 1) {
    const charge = await charges.findCharge(deps.pool, id)
    if (charge === undefined) return refuse(NO_CHARGE)
    const before = charge.state
    switch (before) {
      case 'started':
        ended = await ask(deps, processor, charge)
        break
      case 'authorised':
        ended = await secure(deps, charge)
        break
      case 'secured':
        await processor.capture(nameOf(charge))
        await charges.stepCharge(deps.pool, id, { from: before, to: 'captured', dueAt: null })
        break
      case 'cancelled':
        if (charge.dueAt !== null) await letGo(deps, processor, charge)
        return refuse(ended ?? CANCELLED)
      case 'declined':
        return refuse(declined(charge))
      case 'captured':
        return accept(charge)
    }
    const after = await charges.findCharge(deps.pool, id)
    if (after?.state === before) return accept(after)
  }
  throw new Error(`charge ${id} does not come to an end`)
}

const NO_CHARGE: Refusal = { code: 'not_found', detail: 'There is no such card payment.' }
const CANCELLED: Refusal = {
  code: 'wrong_state',
  detail: 'This card payment was given up. Nothing was taken from the card.',
  members: { state: 'cancelled' },
}

function declined({ reason }: Charge): Refusal {
  return {
    code: 'card_declined',
    detail: 'The bank has refused. Nothing was charged.',
    members: { reason: reason ?? 'refused' },
  }
}

function nameOf({ id, ref }: Charge): string {
  invariant(ref !== null, `charge ${id} was authorised, so the processor has a name for it`)
  return ref
}

/** Asks the bank, or what it has said meanwhile. */
async function ask(
  deps: PeopleDeps,
  processor: CardProcessor,
  charge: Charge,
): Promise<Refusal | undefined> {
  const { id, ref, accountId } = charge
  const now = await deps.now()
  if (ref === null) {
    const card = await findCardBy(deps.pool, 'id', charge.cardId)
    const holder = await findHolder(deps.pool, accountId)
    if (card === undefined || holder === undefined) return giveUp(deps, charge, 'card_gone')
    const outcome = await processor.charge({
      id,
      holder,
      card: card.ref,
      amount: charge.amount,
      currency: charge.currency,
      returnUrl: walletUrl(deps, `checkout/${encodeId('chk', charge.checkoutId)}`),
    })
    if (outcome === undefined) {
      await refreshCard(deps, processor, card.ref)
      return giveUp(deps, charge, 'card_gone')
    }
    return note(deps, charge, outcome)
  }
  const outcome = await processor.readCharge(ref)
  const isWaiting = outcome.state === 'needs_bank' || outcome.state === 'waiting'
  if (isWaiting && now >= charge.createdAt + CONFIRM_WITHIN) {
    return giveUp(deps, charge, 'not_confirmed')
  }
  return note(deps, charge, outcome)
}

async function giveUp(
  { pool, now }: PeopleDeps,
  { id }: Charge,
  reason: 'card_gone' | 'not_confirmed',
): Promise<Refusal> {
  const dueAt = await now()
  await charges.stepCharge(pool, id, { from: 'started', to: 'cancelled', reason, dueAt })
  return { code: 'card_declined', detail: GIVEN_UP[reason], members: { reason } }
}

const GIVEN_UP = {
  card_gone: 'The card processor does not know this card any more: it was unlinked.',
  not_confirmed: 'The bank had no answer for half an hour. Nothing was charged.',
} as const

async function note(
  { pool, now: clock }: PeopleDeps,
  { id }: Charge,
  outcome: ChargeOutcome,
): Promise<undefined> {
  const now = await clock()
  const { ref, state } = outcome
  const from = 'started'
  const step = ((): Parameters<typeof charges.stepCharge>[2] => {
    switch (state) {
      case 'authorised':
      case 'captured':
        return { from, to: 'authorised', ref, dueAt: now }
      case 'declined':
        return { from, to: 'declined', ref, reason: outcome.reason, dueAt: null }
      case 'cancelled':
        return { from, to: 'cancelled', ref, reason: 'by_processor', dueAt: now }
      case 'waiting':
        return { from, to: 'started', ref, dueAt: addDuration(now, LOOK_AGAIN) }
      case 'needs_bank': {
        const dueAt = addDuration(now, LOOK_AGAIN)
        return { from, to: 'started', ref, bankUrl: outcome.url, dueAt }
      }
    }
  })()
  if (await charges.stepCharge(pool, id, step)) return
  // It was given up while the bank was asked: what the bank holds now is let go.
  await charges.stepCharge(pool, id, { from: 'cancelled', to: 'cancelled', ref, dueAt: now })
}

/** Into escrow, by the rules that hold for every payment; what they refuse is let go. */
async function secure(deps: PeopleDeps, charge: Charge): Promise<Refusal | undefined> {
  const { id, accountId, checkoutId } = charge
  const { total, payments, known } = agreed.parse(JSON.parse(charge.agreed))
  const shown = { total: BigInt(total), payments: payments.map(paymentId), known, charge: id }
  const caller = callerOf({ personId: accountId })
  const command = commands.payCheckout(caller, checkoutId, {}, shown)
  const paid = await carryOut(deps, 'charge', { command, key: id, what: ['charge', id] })
  if (paid.ok) return undefined
  const step = { from: 'authorised', to: 'cancelled', reason: paid.refusal.code } as const
  await charges.stepCharge(deps.pool, id, { ...step, dueAt: await deps.now() })
  return paid.refusal
}

function paymentId(text: string): Uuid {
  const decoded = decodeId('pay', text)
  invariant(decoded.ok, 'What was agreed was parsed before it was kept.')
  return decoded.value
}

/** Nothing is taken for what was given up, also when its name was never written down. */
async function letGo(deps: PeopleDeps, processor: CardProcessor, charge: Charge): Promise<void> {
  const { id, accountId } = charge
  const holder = await findHolder(deps.pool, accountId)
  const found = holder === undefined ? undefined : await processor.findCharge(holder, id)
  const ref = charge.ref ?? found
  if (ref !== undefined) await processor.cancelCharge(ref)
  await charges.stepCharge(deps.pool, id, { from: 'cancelled', to: 'cancelled', dueAt: null })
}
