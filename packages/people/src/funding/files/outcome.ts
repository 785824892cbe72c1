import type { Answer } from '@danbao/core'

/** What became of an entry of a rail's file. */
export const OUTCOMES = [
  'credited',
  'suspense',
  'reversed',
  'paid_out',
  'payout_returned',
  'rate',
  'known',
  'other',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What is not open needs nobody. Throws where the core has refused to take it in. */
export function outcomeOf({ status, body }: Answer, done: 'credited' | 'reversed'): Outcome {
  if (status >= 400) throw new Error(`What a rail told could not be taken in: ${body}`)
  const answer: unknown = JSON.parse(body)
  const isObject = typeof answer === 'object' && answer !== null
  return isObject && 'open' in answer && answer.open === '0' ? done : 'suspense'
}
