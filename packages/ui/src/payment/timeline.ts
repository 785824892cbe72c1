import type { Closer, DisputeView, DueKind, PaymentState, PaymentView } from '@danbao/contracts'

/** A station on the way of a payment's money. */
export type Station =
  | 'paid'
  | 'checked'
  | 'shipped'
  | 'arrived'
  | 'disputed'
  | 'claimed'
  | 'released'
  | 'split'
  | 'refunded'
  | 'cancelled'
  | 'expired'

export interface TimelineStep {
  readonly station: Station
  readonly state: 'done' | 'present' | 'later'
  /** Done: when. Present: until when. Later: when at the latest, where that is known. */
  readonly at: string | null
  /** Of the end: whose doing it was, where that is known. */
  readonly by?: Closer
  /** Beside the usual way: drawn where it left it. */
  readonly aside?: true
}

/** What of a payment its timeline is made of. */
export type TimelinePayment = Pick<
  PaymentView,
  | 'state'
  | 'due'
  | 'paid_at'
  | 'checked_at'
  | 'shipped_at'
  | 'delivered_at'
  | 'closed_at'
  | 'closed_by'
>

/** What of its dispute or claim, the open one or the last. */
export type TimelineDispute = Pick<DisputeView, 'kind' | 'state' | 'opened_at' | 'due_at'>

/** The station that the money waits at, by what comes next by itself. */
const PRESENT: Readonly<Record<DueKind, Station>> = {
  pay: 'paid',
  check: 'checked',
  ship: 'shipped',
  confirmation: 'arrived',
  inspection: 'released',
}

const USUAL: readonly Station[] = ['paid', 'shipped', 'arrived', 'released']

const ENDS: Partial<Record<PaymentState, Station>> = {
  released: 'released',
  split: 'split',
  refunded: 'refunded',
  cancelled: 'cancelled',
  expired: 'expired',
}

/**
 * Where a payment's money was, is and will be. A closed payment tells only what happened to it; an
 * open one also what comes, in the usual order.
 */
export function timelineOf(
  payment: TimelinePayment,
  dispute: TimelineDispute | null = null,
): readonly TimelineStep[] {
  const end = ENDS[payment.state]
  const done = [...doneSteps(payment), ...pastDispute(payment, dispute)].toSorted(earlierFirst)
  if (end !== undefined) {
    return [...done, endStep(end, payment), ...claimSteps(dispute)]
  }
  const present = presentStep(payment, dispute)
  const past = done.filter(({ station }) => station !== present.station)
  const known = new Set([...past, present].map(({ station }) => station))
  const reached = Math.max(...USUAL.map((station, at) => (known.has(station) ? at : -1)))
  const later = USUAL.filter((station, at) => at > reached && !known.has(station))
  return [...past, present, ...later.map((station) => laterStep(station, payment))]
}

function endStep(station: Station, { closed_at, closed_by }: TimelinePayment): TimelineStep {
  const ended = { station, state: 'done', at: closed_at } as const
  return closed_by === null ? ended : { ...ended, by: closed_by }
}

function doneSteps(payment: TimelinePayment): TimelineStep[] {
  const { paid_at, checked_at, shipped_at, delivered_at } = payment
  // A refusal is told by the end itself.
  const checked = payment.closed_at === checked_at ? null : checked_at
  const done = [
    ['paid', paid_at],
    ['checked', checked],
    ['shipped', shipped_at],
    ['arrived', delivered_at],
  ] as const
  return done.flatMap(([station, at]) => (at === null ? [] : [{ station, state: 'done', at }]))
}

/** Steps without a time do not exist among those that are past. */
function earlierFirst(a: TimelineStep, b: TimelineStep): number {
  return Date.parse(a.at ?? '') - Date.parse(b.at ?? '')
}

/** A dispute that is over, or that the payment's end has ended. */
function pastDispute({ state }: TimelinePayment, dispute: TimelineDispute | null): TimelineStep[] {
  if (dispute?.kind !== 'dispute' || state === 'disputed') return []
  return [{ station: 'disputed', state: 'done', at: dispute.opened_at, aside: true }]
}

/** A claim comes after the release and opens it once more. */
function claimSteps(dispute: TimelineDispute | null): TimelineStep[] {
  if (dispute?.kind !== 'claim') return []
  const { state, opened_at, due_at } = dispute
  return state === 'closed'
    ? [{ station: 'claimed', state: 'done', at: opened_at, aside: true }]
    : [{ station: 'claimed', state: 'present', at: due_at, aside: true }]
}

function presentStep({ due }: TimelinePayment, dispute: TimelineDispute | null): TimelineStep {
  // A dispute stops the payment's own clock; what counts is its own.
  if (due === null) {
    return { station: 'disputed', state: 'present', at: dispute?.due_at ?? null, aside: true }
  }
  return { station: PRESENT[due.what], state: 'present', at: due.at }
}

function laterStep(station: Station, { due }: TimelinePayment): TimelineStep {
  // Without a word from the buyer the money is released when the time to confirm is over.
  const at = station === 'released' && due?.what === 'confirmation' ? due.at : null
  return { station, state: 'later', at }
}
