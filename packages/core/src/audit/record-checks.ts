import type { Check } from './check.ts'

/** What is due and the clock does not know would never happen. */
const TIMERS: Check = {
  name: 'timers_are_what_is_due',
  over: ['app.timer', 'app.payment', 'app.dispute', 'app.top_up'],
  sql: `
    WITH due AS (
      SELECT id, 'payment' AS kind, due_at FROM app.payment WHERE due_at IS NOT NULL
      UNION ALL
      SELECT id, 'dispute', due_at FROM app.dispute WHERE due_at IS NOT NULL
      UNION ALL
      SELECT id, 'top_up', expires_at FROM app.top_up WHERE state = 'awaiting')
    SELECT coalesce(due.id, timer.subject_id) AS subject, due.kind AS kind, due.due_at AS due_at,
      timer.kind AS timer_kind, timer.due_at AS timer_at
    FROM due FULL JOIN app.timer ON timer.subject_id = due.id
    WHERE (due.kind, due.due_at) IS DISTINCT FROM (timer.kind, timer.due_at)`,
}

/** A dispute holds the money of a payment that is disputed; a claim is over money released. */
const DISPUTES: Check = {
  name: 'disputed_payments_have_one_dispute',
  over: ['app.payment', 'app.dispute'],
  sql: `
    WITH open AS (
      SELECT payment_id, count(*) FILTER (WHERE kind = 'dispute') AS disputes,
        count(*) FILTER (WHERE kind = 'claim') AS claims, min(id::text) AS last
      FROM app.dispute WHERE state <> 'closed' GROUP BY payment_id)
    SELECT coalesce(payment.id, payment_id) AS payment, payment.state, payment.dispute_id,
      open.disputes, open.claims
    FROM app.payment FULL JOIN open ON open.payment_id = payment.id
    WHERE (payment.state = 'disputed' OR open.payment_id IS NOT NULL)
      AND ((open.disputes, open.claims) IS DISTINCT FROM CASE payment.state
          WHEN 'disputed' THEN (1::bigint, 0::bigint)
          WHEN 'released' THEN (0::bigint, 1::bigint)
          WHEN 'split' THEN (0::bigint, 1::bigint) END
        OR open.last IS DISTINCT FROM payment.dispute_id::text)`,
}

/**
 * Ids of events are made under the lock of the payment and rise with time, so the greatest is the
 * last; it carries its state along, because joining and parsing millions of bodies takes minutes.
 * In both objects `state` stands before any text that people wrote.
 */
const EVENTS: Check = {
  name: 'events_tell_the_present_state',
  over: ['app.payment', 'app.dispute', 'app.event'],
  sql: `
    WITH last AS (
      SELECT subject_id AS id, max(
        (id || ' ' || split_part(split_part(body, '"state":"', 2), '"', 1)) COLLATE "C") AS told
      FROM app.event WHERE type LIKE 'payment.%' OR type LIKE 'dispute.%' GROUP BY subject_id),
    subject AS (
      SELECT id, state FROM app.payment UNION ALL SELECT id, state FROM app.dispute)
    SELECT id AS subject, subject.state, split_part(told, ' ', 2) AS told,
      split_part(told, ' ', 1) AS event
    FROM subject FULL JOIN last USING (id)
    WHERE subject.state IS DISTINCT FROM split_part(told, ' ', 2)`,
}

/** Staff see what waits by its check: one that is missing would wait until the clock ends it. */
const CHECKS: Check = {
  name: 'what_waits_for_staff_has_a_check',
  over: ['app.payment', 'app.payment_check'],
  sql: `
    SELECT payment.id AS payment, payment.state, c.outcome, c.verdict
    FROM app.payment LEFT JOIN app.payment_check AS c ON c.payment_id = payment.id
    WHERE (payment.state = 'verifying') <> (c.payment_id IS NOT NULL AND c.decided_at IS NULL)`,
}

export const RECORD_CHECKS: readonly Check[] = [TIMERS, DISPUTES, EVENTS, CHECKS]
