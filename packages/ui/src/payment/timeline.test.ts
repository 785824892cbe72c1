import { describe, expect, it } from 'vitest'
import { type TimelineDispute, type TimelinePayment, timelineOf } from './timeline.ts'

const T = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T12:00:00.000Z`

const fresh: TimelinePayment = {
  state: 'requires_payment',
  due: { what: 'pay', at: T(6) },
  paid_at: null,
  shipped_at: null,
  delivered_at: null,
  checked_at: null,
  closed_at: null,
  closed_by: null,
}
const held = { ...fresh, state: 'held', due: { what: 'ship', at: T(9) }, paid_at: T(2) } as const
const shipped = {
  ...held,
  state: 'shipped',
  due: { what: 'confirmation', at: T(18) },
  shipped_at: T(3),
} as const
const delivered = {
  ...shipped,
  state: 'delivered',
  due: { what: 'inspection', at: T(8) },
  delivered_at: T(5),
} as const

const dispute: TimelineDispute = {
  kind: 'dispute',
  state: 'awaiting_seller',
  opened_at: T(4),
  due_at: T(12),
}

/** `paid+` done, `paid!` present, `paid` later; with the day of its time. */
function told(payment: TimelinePayment, dispute: TimelineDispute | null = null): string {
  const marks = { done: '+', present: '!', later: '' }
  return timelineOf(payment, dispute)
    .map(({ station, state, at }) => `${station}${marks[state]}${at?.slice(8, 10) ?? ''}`)
    .join(' ')
}

describe('the timeline', () => {
  it.each([
    ['waits for its buyer', fresh, 'paid!06 shipped arrived released'],
    [
      'waits for the check',
      { ...held, state: 'verifying', due: { what: 'check', at: T(3) } },
      'paid+02 checked!03 shipped arrived released',
    ],
    ['waits for the seller', held, 'paid+02 shipped!09 arrived released'],
    ['is on its way', shipped, 'paid+02 shipped+03 arrived!18 released18'],
    ['has arrived', delivered, 'paid+02 shipped+03 arrived+05 released!08'],
    [
      'arrived without having been shipped',
      { ...delivered, shipped_at: null },
      'paid+02 arrived+05 released!08',
    ],
    [
      'stands still in a dispute',
      { ...shipped, state: 'disputed', due: null },
      'paid+02 shipped+03 disputed! arrived released',
    ],
  ] as const)('of one that %s', (_name, payment, expected) => {
    expect(told(payment)).toBe(expected)
  })

  it.each([
    ['released', delivered, 'paid+02 shipped+03 arrived+05 released+07'],
    ['released', held, 'paid+02 released+07'],
    ['split', shipped, 'paid+02 shipped+03 split+07'],
    ['refunded', shipped, 'paid+02 shipped+03 refunded+07'],
    ['cancelled', held, 'paid+02 cancelled+07'],
    ['cancelled', fresh, 'cancelled+07'],
    ['expired', fresh, 'expired+07'],
  ] as const)('of a %s one tells what happened, and nothing that will', (state, open, expected) => {
    expect(told({ ...open, state, due: null, closed_at: T(7) })).toBe(expected)
  })

  it('tells when its check was passed, and whose doing the end was', () => {
    const checked = { ...shipped, checked_at: T(2) } as const
    expect(told(checked)).toBe('paid+02 checked+02 shipped+03 arrived!18 released18')
    const ended = { state: 'cancelled', due: null, closed_at: T(7), closed_by: 'operator' } as const
    const steps = timelineOf({ ...held, ...ended, checked_at: T(7) })
    expect(steps.map(({ station }) => station)).toEqual(['paid', 'cancelled'])
    expect(steps.at(-1)).toMatchObject({ by: 'operator' })
  })

  it('counts by the clock of the dispute while it stops that of the payment', () => {
    const disputed = { ...shipped, state: 'disputed', due: null } as const
    expect(told(disputed, dispute)).toBe('paid+02 shipped+03 disputed!12 arrived released')
    expect(told(disputed, { ...dispute, state: 'escalated', due_at: null })).toBe(
      'paid+02 shipped+03 disputed! arrived released',
    )
  })

  it('keeps a dispute that is over where it was, between what came before and after', () => {
    const over = { ...dispute, state: 'closed', due_at: null } as const
    expect(told(shipped, over)).toBe('paid+02 shipped+03 disputed+04 arrived!18 released18')
    const ended = { ...delivered, state: 'split', due: null, closed_at: T(9) } as const
    expect(told(ended, over)).toBe('paid+02 shipped+03 disputed+04 arrived+05 split+09')
  })

  it('goes on after the release when there is a claim', () => {
    const released = { ...delivered, state: 'released', due: null, closed_at: T(8) } as const
    const claim = { ...dispute, kind: 'claim', opened_at: T(10), due_at: T(15) } as const
    const before = 'paid+02 shipped+03 arrived+05 released+08'
    expect(told(released, claim)).toBe(`${before} claimed!15`)
    expect(told(released, { ...claim, state: 'closed', due_at: null })).toBe(`${before} claimed+10`)
  })

  it('marks what lies beside the usual way', () => {
    const aside = timelineOf({ ...shipped, state: 'disputed', due: null }, dispute)
      .filter((step) => step.aside === true)
      .map(({ station }) => station)
    expect(aside).toEqual(['disputed'])
  })
})
