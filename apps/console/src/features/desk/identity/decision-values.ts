import type { DecideIdentityRequest } from '@danbao/contracts/console'
import type { IdentityReason } from '@danbao/contracts/wallet'

export const SIDES = ['front', 'back', 'selfie'] as const

/** What is chosen in the form; empty: nothing yet. */
export type DecisionValues = Readonly<
  Record<'decision' | 'reason' | 'words', string> & Record<(typeof SIDES)[number], boolean>
>

export const NOTHING: DecisionValues = {
  decision: '',
  reason: '',
  words: '',
  front: false,
  back: false,
  selfie: false,
}

export const REASONS: readonly IdentityReason[] = [
  'unreadable',
  'not_genuine',
  'wrong_document',
  'expired',
  'under_age',
  'name_mismatch',
  'data_mismatch',
  'selfie_mismatch',
  'other',
]

/** The request of a form that was filled in. */
export function requestOf(values: DecisionValues, version: number): DecideIdentityRequest {
  const said = values.words.trim()
  const common = { version, ...(said === '' ? {} : { words: said }) }
  if (values.decision === 'approve') return { ...common, decision: 'approve' }
  const reason = REASONS.find((one) => one === values.reason) ?? 'other'
  if (values.decision === 'refuse') return { ...common, decision: 'refuse', reason }
  const sides = SIDES.filter((side) => values[side])
  return { ...common, decision: 'ask_again', reason, sides }
}
