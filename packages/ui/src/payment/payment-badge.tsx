import type { PaymentState } from '@danbao/contracts'
import { Badge, HeldBadge } from '../parts/badge.tsx'
import { useWords } from '../words/use-words.ts'
import { paymentStateWords } from './state-words.ts'

const SEALED: ReadonlySet<PaymentState> = new Set(['verifying', 'held', 'shipped', 'delivered'])

/** The state in a word; the seal says that the money is held. */
export function PaymentBadge({ state }: { readonly state: PaymentState }) {
  const say = useWords(paymentStateWords)
  if (SEALED.has(state)) return <HeldBadge>{say(state)}</HeldBadge>
  return <Badge kind={kindOf(state)}>{say(state)}</Badge>
}

function kindOf(state: PaymentState): 'neutral' | 'success' | 'attention' {
  if (state === 'disputed' || state === 'requires_payment') return 'attention'
  return state === 'released' ? 'success' : 'neutral'
}
