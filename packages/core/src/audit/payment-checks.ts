import { type Check, halfEven } from './check.ts'

const CLOSED = `('released', 'split', 'refunded', 'cancelled', 'expired')`

const SUMS: Check = {
  name: 'payments_add_up',
  over: ['app.payment'],
  sql: `
    SELECT id AS payment, state, amount, secured, in_escrow, to_seller, commission, to_buyer,
      to_promotions, charged_back
    FROM app.payment
    WHERE secured <> to_seller + commission + to_buyer + to_promotions + charged_back + in_escrow
      OR secured <> CASE WHEN paid_at IS NULL THEN 0 ELSE amount END`,
}

const CLOSED_ESCROW: Check = {
  name: 'closed_payments_hold_nothing',
  over: ['app.payment'],
  sql: `
    SELECT payment.id AS payment, state, in_escrow, account.balance, closed_at
    FROM app.payment LEFT JOIN ledger.account ON account.id = payment.id
    WHERE (state IN ${CLOSED}) <> (closed_at IS NOT NULL)
      OR (state IN ${CLOSED} AND (in_escrow <> 0 OR coalesce(account.balance, 0) <> 0))
      OR (state NOT IN ${CLOSED} AND state <> 'requires_payment' AND in_escrow = 0)`,
}

/** What the ledger says each payment's money did, in the words of the payment's own columns. */
const LEDGER: Check = {
  name: 'payments_agree_with_ledger',
  over: ['app.payment', 'ledger.transfer'],
  sql: `
    WITH posted AS (
      SELECT payment.id,
        sum(t.amount) FILTER (WHERE t.to_id = payment.id) AS secured,
        sum(CASE payment.id WHEN t.to_id THEN t.amount WHEN t.from_id THEN -t.amount END)
          AS in_escrow,
        sum(t.amount) FILTER (WHERE t.code = 'coupon') AS coupon,
        sum(t.amount) FILTER (WHERE t.code = 'release' AND t.to_id = proceeds_id) AS to_seller,
        sum(t.amount) FILTER (WHERE t.code = 'commission') AS commission,
        sum(t.amount) FILTER (WHERE t.code = 'refund' AND t.to_id = wallet_id) AS to_buyer,
        sum(t.amount) FILTER (WHERE t.code = 'coupon_return') AS to_promotions,
        sum(t.amount) FILTER (WHERE t.code = 'chargeback' AND t.from_id = payment.id)
          AS charged_back,
        sum(t.amount) FILTER (WHERE t.code LIKE 'claim%') AS claimed,
        sum(t.amount) FILTER (WHERE t.code LIKE 'claim%' AND t.from_id <> proceeds_id)
          AS claimed_fees,
        sum(t.amount) FILTER (WHERE t.code LIKE 'claim%' AND t.to_id = wallet_id)
          AS claimed_to_buyer
      FROM app.payment LEFT JOIN ledger.transfer AS t ON t.subject_id = payment.id
      GROUP BY payment.id)
    SELECT payment.id AS payment, state,
      concat_ws(' ', payment.secured, payment.in_escrow, payment.to_seller, payment.commission,
        payment.to_buyer, payment.to_promotions, payment.charged_back, payment.claimed,
        payment.claimed_fees, payment.claimed_to_buyer) AS stored,
      concat_ws(' ', coalesce(posted.secured, 0), coalesce(posted.in_escrow, 0),
        coalesce(posted.to_seller, 0), coalesce(posted.commission, 0),
        coalesce(posted.to_buyer, 0), coalesce(posted.to_promotions, 0),
        coalesce(posted.charged_back, 0), coalesce(posted.claimed, 0),
        coalesce(posted.claimed_fees, 0), coalesce(posted.claimed_to_buyer, 0)) AS posted,
      account.balance AS escrow
    FROM app.payment
    JOIN posted ON posted.id = payment.id
    LEFT JOIN ledger.account ON account.id = payment.id
    WHERE payment.secured <> coalesce(posted.secured, 0)
      OR payment.in_escrow <> coalesce(posted.in_escrow, 0)
      OR payment.in_escrow <> coalesce(account.balance, 0)
      OR CASE WHEN payment.secured > 0 THEN payment.coupon ELSE 0 END <> coalesce(posted.coupon, 0)
      OR payment.to_seller <> coalesce(posted.to_seller, 0)
      OR payment.commission <> coalesce(posted.commission, 0)
      OR payment.to_buyer <> coalesce(posted.to_buyer, 0)
      OR payment.to_promotions <> coalesce(posted.to_promotions, 0)
      OR payment.charged_back <> coalesce(posted.charged_back, 0)
      OR payment.claimed <> coalesce(posted.claimed, 0)
      OR payment.claimed_fees <> coalesce(posted.claimed_fees, 0)
      OR payment.claimed_to_buyer <> coalesce(posted.claimed_to_buyer, 0)`,
}

/** Promotions have got back floor(R × C / T) of what went back, before and after the release. */
const COUPONS: Check = {
  name: 'coupons_go_back_in_proportion',
  over: ['app.payment'],
  sql: `
    SELECT id AS payment, state, amount, coupon, to_buyer, to_promotions, claimed, claimed_to_buyer
    FROM app.payment
    WHERE to_promotions + claimed - claimed_to_buyer
      <> div((to_buyer + to_promotions + claimed)::numeric * coupon, amount)`,
}

const COMMISSIONS: Check = {
  name: 'commission_follows_the_rule',
  over: ['app.payment'],
  sql: `
    SELECT id AS payment, state, to_seller, commission, commission_basis_points, commission_fixed
    FROM app.payment, LATERAL (SELECT (to_seller + commission)::numeric AS gross) AS release
    WHERE commission <> least(gross,
      ${halfEven('gross * commission_basis_points', '10000')} + commission_fixed)`,
}

const CLAIMS: Check = {
  name: 'claims_stay_within_the_release',
  over: ['app.payment'],
  sql: `
    SELECT id AS payment, state, to_seller, commission, claimed, claimed_fees, claimed_to_buyer
    FROM app.payment, LATERAL (SELECT to_seller + commission AS gross) AS release
    WHERE claimed NOT BETWEEN 0 AND gross
      OR claimed_to_buyer NOT BETWEEN 0 AND claimed
      OR claimed_fees <> CASE WHEN gross = 0 THEN 0
        ELSE div(commission::numeric * claimed, gross) END`,
}

/** One set of transfers empties the escrow and one event tells it, under any concurrency. */
const CLOSINGS: Check = {
  name: 'payments_close_once',
  over: ['app.payment', 'ledger.transfer', 'app.event'],
  sql: `
    WITH emptied AS (
      SELECT subject_id AS id, count(DISTINCT set_id) AS sets FROM ledger.transfer
      WHERE code IN ('release', 'commission') OR once LIKE 'close %' GROUP BY subject_id),
    told AS (
      SELECT subject_id AS id, count(*) AS events FROM app.event
      WHERE type IN ('payment.released', 'payment.split', 'payment.refunded', 'payment.cancelled',
        'payment.expired') GROUP BY subject_id)
    SELECT id AS payment, state, secured, emptied.sets, told.events
    FROM app.payment FULL JOIN emptied USING (id) FULL JOIN told USING (id)
    WHERE coalesce(emptied.sets, 0)
        IS DISTINCT FROM CASE WHEN closed_at IS NOT NULL AND secured > 0 THEN 1 ELSE 0 END
      OR coalesce(told.events, 0) IS DISTINCT FROM (closed_at IS NOT NULL)::int`,
}

/** Of the base as much counts as is left of the buyer's own part. */
const LIMITS: Check = {
  name: 'limits_count_what_is_kept',
  over: ['app.payment'],
  sql: `
    SELECT id AS payment, state, amount, coupon, to_buyer, claimed_to_buyer, limit_base,
      limit_counted
    FROM app.payment, LATERAL (SELECT (amount - coupon)::numeric AS own,
      limit_base::numeric * (amount - coupon - to_buyer - claimed_to_buyer) AS kept) AS part
    WHERE limit_counted NOT BETWEEN 0 AND limit_base
      OR limit_counted <> CASE WHEN own = 0 THEN limit_base
        ELSE ${halfEven('kept', 'own')} END`,
}

export const PAYMENT_CHECKS: readonly Check[] = [
  SUMS,
  CLOSED_ESCROW,
  LEDGER,
  COUPONS,
  COMMISSIONS,
  CLAIMS,
  CLOSINGS,
  LIMITS,
]
