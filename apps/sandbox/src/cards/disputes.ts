import { refusal } from './api-error.ts'
import { writeLine } from './charges.ts'
import { newId } from './ids.ts'
import { DISPUTE_FEE, moveBalance } from './ledger.ts'
import { outcomeOfMethod } from './payment-methods.ts'
import type { Charge, Dispute } from './payment-records.ts'
import type { State } from './state.ts'

/** How long the shop has to prove that the payment was right. */
const TIME_TO_ANSWER_S = 9 * 24 * 60 * 60
/** After the payment, by a card that is known for it. */
const SOON_S = 2

export const DISPUTE_REASONS = [
  'fraudulent',
  'product_not_received',
  'product_unacceptable',
  'duplicate',
  'general',
] as const
export type DisputeReason = (typeof DISPUTE_REASONS)[number]

const NETWORK_CODES: Readonly<Record<DisputeReason, string>> = {
  fraudulent: '10.4',
  product_not_received: '13.1',
  product_unacceptable: '13.3',
  duplicate: '12.6.1',
  general: '13.7',
}

export function planDispute(state: State, { id, payment_method: method }: Charge): void {
  if (outcomeOfMethod(state, method).later !== 'chargeback') return
  state.due.plan(id, state.now() + SOON_S, () => {
    const isOpenToIt = !state.charges.get(id).disputed && !state.charges.get(id).refunded
    if (isOpenToIt) openDispute(state, id, 'fraudulent')
  })
}

/** The holder of the card takes the money back. Throws ApiError when it can not be done. */
export function openDispute(state: State, chargeId: string, reason: DisputeReason): Dispute {
  const charge = state.charges.get(chargeId)
  const amount = charge.amount_captured - charge.amount_refunded
  if (!charge.captured || charge.disputed || amount === 0) {
    throw refusal(`Charge ${chargeId} can not be charged back.`)
  }
  const id = newId('du')
  const created = state.now()
  const taken = moveBalance(state, {
    type: 'adjustment',
    amount: -amount,
    fee: DISPUTE_FEE,
    currency: charge.currency,
    source: id,
    description: `Chargeback withdrawal for ${chargeId}`,
  })
  const { brand } = charge.payment_method_details.card
  const dispute = state.disputes.add({
    id,
    object: 'dispute',
    created,
    amount,
    balance_transactions: [taken],
    charge: chargeId,
    currency: charge.currency,
    evidence: {},
    evidence_details: {
      due_by: created + TIME_TO_ANSWER_S,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: NETWORK_CODES[reason],
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: 'card',
      card: { brand, case_type: 'chargeback', network_reason_code: NETWORK_CODES[reason] },
    },
    reason,
    status: 'needs_response',
  })
  const disputed = state.charges.change(chargeId, { disputed: true })
  writeLine(state, disputed, 'chargeback', amount)
  state.due.plan(id, created + TIME_TO_ANSWER_S, () => void decideDispute(state, id, 'lost'))
  state.tell('charge.dispute.created', dispute)
  state.tell('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

export interface GivenEvidence {
  readonly evidence: Readonly<Record<string, string>>
  readonly isSubmitted: boolean
}

/** Two words that decide at once, as in Stripe's own sandbox. */
const DECIDING = { winning_evidence: 'won', losing_evidence: 'lost' } as const

/** Throws ApiError when the bank has decided, or waits for nothing more. */
export function giveEvidence(state: State, id: string, given: GivenEvidence): Dispute {
  const dispute = state.disputes.get(id)
  if (dispute.status !== 'needs_response') {
    throw refusal(`This dispute has a status of ${dispute.status}: evidence changes nothing more.`)
  }
  const evidence = { ...dispute.evidence, ...given.evidence }
  const { isSubmitted } = given
  const updated = state.disputes.change(id, {
    evidence,
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: Object.keys(evidence).length > 0,
      submission_count: isSubmitted ? 1 : 0,
    },
    ...(isSubmitted ? { status: 'under_review' as const } : {}),
  })
  if (isSubmitted) state.due.drop(id)
  state.tell('charge.dispute.updated', updated)
  const word = evidence['uncategorized_text']
  if (!isSubmitted || (word !== 'winning_evidence' && word !== 'losing_evidence')) return updated
  return decideDispute(state, id, DECIDING[word])
}

/** The bank's last word, or the shop gives in. Throws ApiError when there was one. */
export function decideDispute(state: State, id: string, status: 'won' | 'lost'): Dispute {
  const dispute = state.disputes.get(id)
  if (dispute.status === 'won' || dispute.status === 'lost') {
    throw refusal(`This dispute is already closed: it was ${dispute.status}.`)
  }
  state.due.drop(id)
  const details = {
    ...dispute.evidence_details,
    past_due: state.now() >= dispute.evidence_details.due_by,
  }
  const closed = state.disputes.change(id, { status, evidence_details: details })
  if (status === 'won') return giveBack(state, closed)
  state.tell('charge.dispute.closed', closed)
  return closed
}

function giveBack(state: State, dispute: Dispute): Dispute {
  const { id, amount, currency, charge: chargeId } = dispute
  const returned = moveBalance(state, {
    type: 'adjustment',
    amount,
    fee: -DISPUTE_FEE,
    currency,
    source: id,
    description: `Chargeback reversal for ${chargeId}`,
  })
  const won = state.disputes.change(id, {
    balance_transactions: [...dispute.balance_transactions, returned],
  })
  writeLine(state, state.charges.get(chargeId), 'chargeback_undone', amount)
  state.tell('charge.dispute.funds_reinstated', won)
  state.tell('charge.dispute.closed', won)
  return won
}
