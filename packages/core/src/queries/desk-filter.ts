import {
  AGES,
  type Age,
  type DeskFilter,
  HOURS_LEFT,
  type HoursLeft,
} from '@danbao/contracts/console'
import { addDuration, days, formatInstant, hours, type Instant } from '@danbao/kernel'
import type { Condition } from '@danbao/database'
import { requestId } from '../commands/create-payment.ts'
import { CLOSED_STATES } from '../payments/payment.ts'

/** From which day on each age counts; each ends where the next begins. */
const AGE_STARTS: Readonly<Record<Age, number>> = {
  '0-2': 0,
  '3-7': 3,
  '8-14': 8,
  '15-30': 15,
  '31': 31,
}
export const HOUR_STARTS: Readonly<Record<HoursLeft, number>> = {
  '0-2': 0,
  '2-6': 2,
  '6-12': 6,
  '12': 12,
}
export const AGE_HOURS = AGES.map((age) => AGE_STARTS[age] * 24)

/** Which of the spans an interval falls into, from 0 on, by the hours at which they begin. */
export function placeAmong(interval: string, [, ...starts]: readonly number[]): string {
  const bounds = starts.map((start) => `interval '${start} hours'`)
  return `width_bucket(${interval}, ARRAY[${bounds.join(', ')}])`
}

/**
 * Payments that may hold money, found by the few rows that are open: those with a timer, and those
 * whose clock a dispute has stopped.
 */
const OPEN = `SELECT subject_id FROM app.timer WHERE kind = 'payment'
  UNION ALL SELECT payment_id FROM app.dispute WHERE state <> 'closed'`
export const HELD = `payment.in_escrow > 0 AND payment.id IN (${OPEN})`

/** What the clock gives to the seller. */
export const RELEASES = `payment.due_kind IN ('confirmation', 'inspection')`

/** What staff have not looked at yet. */
export const WAITING = `payment.state = 'verifying'
  AND payment.id IN (SELECT payment_id FROM app.payment_check WHERE decided_at IS NULL)`

/** The last ones of the overview, today among them. */
export const DAYS = 30
/** Until `later`. */
export const DUE_DAYS = 7

/** The beginning of today, by UTC, or of a day before or after. */
export function dayStart(now: Instant, later = 0): string {
  return `${formatInstant(addDuration(now, days(later))).slice(0, 10)}T00:00:00.000Z`
}

/** What a filter says, of rows of `payment`: the same for a list as for each figure. */
export function conditionsOf(filter: DeskFilter, now: Instant): readonly Condition[] {
  const { marketplace } = filter
  return [
    [inState(filter.state), filter.state],
    ['payment.currency = ?', filter.currency],
    ['payment.marketplace_id = ?', marketplace && requestId('mkt', marketplace)],
    ...heldFor(filter.held, now),
    [during('payment.paid_at', DAY), startOf(filter.paid_on)],
    [`payment.to_seller > 0 AND ${during('payment.closed_at', DAY)}`, startOf(filter.released_on)],
    ...dueOn(filter.due_on, now),
    ...disputed(filter, now),
    ...checked(filter, now),
  ]
}

/** Few payments are in an open state: these are found without a walk through all that are over. */
function inState(state: DeskFilter['state']): string {
  const over = state === undefined || CLOSED_STATES.has(state)
  return over ? 'payment.state = ?' : `payment.state = ? AND payment.id IN (${OPEN})`
}

const DAY = '24 hours'
const WEEK = '168 hours'

/** A span from an instant on. In hours: a day of some zones has others. */
const during = (column: string, span: string): string =>
  `${column} >= ?::timestamptz AND ${column} < ?::timestamptz + interval '${span}'`

const startOf = (day: string | undefined): string | undefined => day && `${day}T00:00:00.000Z`

/** Between the beginning of this one and the beginning of the next. */
function spanOf<K extends string>(
  starts: Readonly<Record<K, number>>,
  keys: readonly K[],
  chosen: K,
): { readonly from: number; readonly until: number | undefined } {
  const next = keys[keys.indexOf(chosen) + 1]
  return { from: starts[chosen], until: next === undefined ? undefined : starts[next] }
}

/** As old as that: `sql` compares when it began with the instant. */
function agedBetween(
  age: Age | undefined,
  now: Instant,
  sql: (comparison: string) => string,
): readonly Condition[] {
  if (age === undefined) return []
  const { from, until } = spanOf(AGE_STARTS, AGES, age)
  return [
    [sql('<= ?'), daysBefore(now, from)],
    [sql('> ?'), until === undefined ? undefined : daysBefore(now, until)],
  ]
}

function daysBefore(now: Instant, count: number): string {
  return formatInstant(addDuration(now, days(-count)))
}

function heldFor(age: DeskFilter['held'], now: Instant): readonly Condition[] {
  return agedBetween(age, now, (comparison) => `${HELD} AND payment.paid_at ${comparison}`)
}

function dueOn(day: DeskFilter['due_on'], now: Instant): readonly Condition[] {
  const timed = (due: string): string =>
    `${RELEASES} AND payment.id IN (SELECT subject_id FROM app.timer WHERE ${due})`
  return day === 'later'
    ? [[timed('due_at >= ?'), dayStart(now, DUE_DAYS)]]
    : [[timed(during('due_at', DAY)), startOf(day)]]
}

const withDispute = (sql: string): string =>
  `payment.id IN (SELECT payment_id FROM app.dispute WHERE ${sql})`

/** One dispute of a payment is open at a time: two conditions are about the same. */
function disputed(filter: DeskFilter, now: Instant): readonly Condition[] {
  return [
    [withDispute(`state <> 'closed' AND state = ?`), filter.dispute],
    ...agedBetween(filter.dispute_age, now, (comparison) =>
      withDispute(`state <> 'closed' AND opened_at ${comparison}`),
    ),
    [withDispute(during('opened_at', WEEK)), startOf(filter.opened_week)],
    [withDispute(during('closed_at', WEEK)), startOf(filter.closed_week)],
  ]
}

function checked({ check, check_left: left }: DeskFilter, now: Instant): readonly Condition[] {
  const checks = (sql: string): string =>
    `payment.id IN (SELECT payment_id FROM app.payment_check WHERE ${sql})`
  const recent = check && dayStart(now, 1 - DAYS)
  return [
    [checks('verdict = ?'), check],
    [checks('decided_at >= ?'), recent],
    ...leftBetween(left, now),
  ]
}

/** What is late belongs to the most urgent. */
function leftBetween(left: HoursLeft | undefined, now: Instant): readonly Condition[] {
  if (left === undefined) return []
  const { from, until } = spanOf(HOUR_STARTS, HOURS_LEFT, left)
  const at = (count: number | undefined): string | undefined =>
    count === undefined ? undefined : formatInstant(addDuration(now, hours(count)))
  return [
    [`${WAITING} AND payment.due_at >= ?`, from === 0 ? undefined : at(from)],
    [`${WAITING} AND payment.due_at < ?`, at(until)],
  ]
}
