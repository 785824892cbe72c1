import { randomUUID } from 'node:crypto'
import { newId } from './ids.ts'
import type { Authentication, ThreeDSecure } from './records.ts'
import type { State } from './state.ts'

/** How long a bank waits for the person. */
const PATIENCE_S = 10 * 60

/** Asks the person by the bank's page, at `/cards/bank/` and its id. */
export function openAuthentication(
  state: State,
  intent: string,
  return_url: string | null,
): Authentication {
  const created = state.now()
  const id = newId('auth')
  dropAuthentications(state, intent)
  return state.authentications.add({
    id,
    created,
    intent,
    state: 'open',
    expires_at: created + PATIENCE_S,
    return_url,
  })
}

/** What was asked before does not count any more. */
export function dropAuthentications(state: State, intent: string): void {
  for (const one of state.authentications.list()) {
    if (one.intent === intent) state.authentications.remove(one.id)
  }
}

export type BankAnswer = 'approved' | 'refused' | 'timed_out'

/** Undefined: nothing is asked any more. An answer that comes too late is none. */
export function answerAuthentication(
  state: State,
  id: string,
  answer: BankAnswer,
): (Authentication & { readonly state: BankAnswer }) | undefined {
  const asked = state.authentications.find(id)
  if (asked === undefined || asked.state !== 'open') return undefined
  const result = state.now() >= asked.expires_at ? 'timed_out' : answer
  const answered = { ...asked, state: result }
  state.authentications.change(id, { state: result })
  return answered
}

export function showThreeDSecure(answer: BankAnswer, brand: string): ThreeDSecure {
  const isApproved = answer === 'approved'
  return {
    authentication_flow: 'challenge',
    electronic_commerce_indicator: isApproved ? (brand === 'mastercard' ? '02' : '05') : null,
    exemption_indicator: null,
    result: isApproved ? 'authenticated' : 'failed',
    result_reason: isApproved ? null : answer === 'refused' ? 'rejected' : 'abandoned',
    transaction_id: randomUUID(),
    version: '2.2.0',
  }
}
