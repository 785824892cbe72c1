import type { DisputeCase } from '@danbao/contracts/console'
import type { AmountView } from '@danbao/ui'

export type Happening =
  | 'created'
  | 'paid'
  | 'shipped'
  | 'delivered'
  | 'opened'
  | 'offer'
  | 'return_shipped'
  | 'return_delivered'
  | 'return_received'
  | 'escalated'
  | 'decided'
  | 'appealed'
  | 'dispute_closed'

export interface StoryLine {
  readonly at: string
  readonly what: Happening
  readonly by?: 'buyer' | 'seller'
  readonly amount?: AmountView
  readonly with_return?: boolean
  readonly text?: string | null
}

/** What happened, oldest first: of the payment, the offers with their words, the return, the end. */
export function tellStory({
  payment,
  dispute,
  case: waiting,
}: Pick<DisputeCase, 'payment' | 'dispute' | 'case'>): readonly StoryLine[] {
  const { decision, return: goods } = dispute
  const at = (time: string | null, what: Happening): StoryLine[] =>
    time === null ? [] : [{ at: time, what }]
  const offers = dispute.offers.map(
    ({ made_at, by, amount, with_return, message }, index): StoryLine => ({
      at: made_at,
      what: index === 0 ? 'opened' : 'offer',
      by,
      amount,
      with_return,
      text: message,
    }),
  )
  const decided: StoryLine[] =
    decision === null
      ? []
      : [
          {
            at: decision.decided_at,
            what: 'decided',
            amount: decision.amount,
            text: decision.reason,
          },
        ]
  const lines = [
    ...at(payment.created_at, 'created'),
    ...at(payment.paid_at, 'paid'),
    ...at(payment.shipped_at, 'shipped'),
    ...at(payment.delivered_at, 'delivered'),
    ...offers,
    ...at(goods.shipped_at, 'return_shipped'),
    ...at(goods.delivered_at, 'return_delivered'),
    ...at(goods.received_at, 'return_received'),
    ...decided,
    ...brought({ waiting, decision }),
    ...at(dispute.closed_at, 'dispute_closed'),
  ]
  // A stable order: what happened at the same time stays as it stands above.
  return lines.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}

interface Brought {
  readonly waiting: DisputeCase['case']
  readonly decision: DisputeCase['dispute']['decision']
}

/** What brought it to this desk: the escalation, or the appeal with its words. */
function brought({ waiting, decision }: Brought): StoryLine[] {
  const by = decision?.appealed_by ?? null
  if (decision !== null && by !== null) {
    const at = waiting?.opened_at ?? decision.decided_at
    return [{ at, what: 'appealed', by, text: decision.appeal_reason }]
  }
  return waiting === null ? [] : [{ at: waiting.opened_at, what: 'escalated' }]
}
