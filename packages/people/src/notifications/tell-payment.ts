import type { EventType, PaymentView } from '@danbao/contracts'
import { type Instant, invariant, parseInstant } from '@danbao/kernel'
import type { Draft, Stage, Subject } from './told.ts'

/** What the two people of a payment are told of one of its events; nothing for most of them. */
export function tellPayment(
  { type, at }: { readonly type: EventType; readonly at: string },
  view: PaymentView,
  moved: Pick<Subject, 'toBuyer' | 'toSeller'>,
): readonly Draft[] {
  const due = view.due === null ? null : readInstant(view.due.at)
  const both = (kind: Both): Draft[] => [
    { kind: `buyer_${kind}`, to: 'buyer', due },
    { kind: `seller_${kind}`, to: 'seller', due },
  ]
  switch (type) {
    case 'payment.verifying':
      return mark(both('checking'), 'buyer')
    case 'payment.held':
      return tellHeld(view.paid_at === at, due)
    case 'payment.shipped':
      return mark(both('shipped'), 'seller')
    case 'payment.delivered':
      return both('arrived')
    case 'payment.extended':
      return mark(both('extended'), 'buyer')
    case 'payment.dispute_withdrawn':
      return mark(both('withdrawn'), 'buyer')
    case 'payment.expired':
      return [{ kind: 'buyer_expired', to: 'buyer' }]
    case 'payment.released':
    case 'payment.split':
    case 'payment.refunded':
    case 'payment.partially_refunded':
    case 'payment.cancelled':
      return tellMoney(type, view, moved)
    default:
      return []
  }
}

type Both = 'checking' | 'shipped' | 'arrived' | 'extended' | 'withdrawn'

/** Which side did it. */
function mark(drafts: readonly Draft[], by: Draft['to']): readonly Draft[] {
  return drafts.map((draft) => (draft.to === by ? { ...draft, own: true } : draft))
}

/** Paid just now, or the check is passed: that is not what the buyer does. */
function tellHeld(paidNow: boolean, due: Instant | null): readonly Draft[] {
  const buyer: Draft = paidNow
    ? { kind: 'buyer_paid', to: 'buyer', due, own: true }
    : { kind: 'buyer_checked', to: 'buyer', due }
  return [buyer, { kind: 'seller_paid', to: 'seller', due }]
}

function tellMoney(
  type: EventType,
  view: PaymentView,
  { toBuyer, toSeller }: Pick<Subject, 'toBuyer' | 'toSeller'>,
): readonly Draft[] {
  if (view.paid_at === null) return [{ kind: 'buyer_dropped', to: 'buyer' }]
  const tell = (kind: Ending): readonly Draft[] => [
    { kind: `buyer_${kind}`, to: 'buyer', part: toBuyer },
    { kind: `seller_${kind}`, to: 'seller', part: ENDS_WITH_BUYER.has(kind) ? toBuyer : toSeller },
  ]
  if (type === 'payment.released') return tell('released')
  if (type === 'payment.split') return tell('split')
  if (type === 'payment.refunded') return tell('refunded')
  return tell(type === 'payment.cancelled' ? 'cancelled' : 'part_refunded')
}

type Ending = 'released' | 'split' | 'refunded' | 'cancelled' | 'part_refunded'
const ENDS_WITH_BUYER: ReadonlySet<Ending> = new Set(['refunded', 'cancelled', 'part_refunded'])

/** How far the payment had come when the event happened. */
export function stageOf(view: PaymentView): Stage {
  return {
    state: view.state,
    paidAt: maybeInstant(view.paid_at),
    shippedAt: maybeInstant(view.shipped_at),
    deliveredAt: maybeInstant(view.delivered_at),
    closedAt: maybeInstant(view.closed_at),
    dueAt: view.due === null ? null : readInstant(view.due.at),
  }
}

function maybeInstant(text: string | null): Instant | null {
  return text === null ? null : readInstant(text)
}

export function readInstant(text: string): Instant {
  const parsed = parseInstant(text)
  invariant(parsed.ok, 'an event tells its times as the core writes them')
  return parsed.value
}
