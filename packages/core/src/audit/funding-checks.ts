import type { Check } from './check.ts'

/**
 * What is open at each rail: what it has reported and not yet paid, less what went back; and what
 * went back on it and is not covered. In suspense is what waits for staff, in the payout clearing
 * what is on its way to somebody's bank.
 */
const OPEN_ITEMS: Check = {
  name: 'clearing_is_sum_of_open_items',
  over: ['ledger.account', 'app.charge', 'app.deposit', 'app.payout'],
  sql: `
    WITH item AS (
      SELECT 'clearing_card' AS code, currency, -amount AS value FROM app.charge
      WHERE secured_at IS NOT NULL AND settlement_id IS NULL
      UNION ALL
      SELECT 'clearing_' || rail, currency,
        CASE kind WHEN 'arrival' THEN -amount ELSE amount END
          + coalesce((SELECT sum(amount) FROM app.resolution AS r
              WHERE r.deposit_id = d.id AND r.kind = 'return'), 0)
      FROM app.deposit AS d WHERE settled_at IS NULL
      UNION ALL
      SELECT 'clearing_' || rail, currency, -open FROM app.deposit WHERE kind = 'reversal'
      UNION ALL
      SELECT 'suspense', currency, open FROM app.deposit WHERE kind = 'arrival'
      UNION ALL
      SELECT 'payout_clearing', currency, amount FROM app.payout WHERE ended_at IS NULL),
    open AS (SELECT code, currency, sum(value) AS balance FROM item GROUP BY code, currency)
    SELECT account.id AS account, code, currency, account.balance, open.balance AS open
    FROM ledger.account FULL JOIN open USING (code, currency)
    WHERE (account.id IS NULL OR code LIKE 'clearing\\_%' OR code IN ('suspense', 'payout_clearing'))
      AND coalesce(account.balance, 0) IS DISTINCT FROM coalesce(open.balance, 0)`,
}

/** What the payments got of a charge is all of it, and came by these transfers. */
const CHARGES: Check = {
  name: 'charges_have_their_transfers',
  over: ['app.charge', 'ledger.transfer'],
  sql: `
    WITH posted AS (
      SELECT part.charge_id AS id, sum(part.amount) AS parts, sum(transfer.amount) AS moved,
        bool_and(part.amount = transfer.amount AND part.currency = transfer.currency
          AND left(transfer.to_id::text, 32) = left(part.account_id::text, 32)) AS alike
      FROM (SELECT p.*, c.currency, c.account_id FROM app.charge_part AS p
          JOIN app.charge AS c ON c.id = p.charge_id) AS part
      FULL JOIN (SELECT * FROM ledger.transfer WHERE code = 'charge') AS transfer
        ON transfer.subject_id = part.payment_id
      GROUP BY part.charge_id)
    SELECT id AS charge, charge.amount, charge.state, posted.parts, posted.moved
    FROM app.charge FULL JOIN posted USING (id)
    WHERE (charge.secured_at IS NOT NULL) <> (posted.id IS NOT NULL)
      OR charge.id IS NULL
      OR (posted.id IS NOT NULL AND (posted.parts, posted.moved, posted.alike)
        IS DISTINCT FROM (charge.amount, charge.amount, true))`,
}

/** A wallet has its owner's id but for the last four digits, which tell kind and currency. */
const CREDITS: Check = {
  name: 'credits_have_their_transfers',
  over: ['app.credit', 'ledger.transfer'],
  sql: `
    WITH posted AS (
      SELECT subject_id AS id, count(*) AS transfers, min(amount) AS amount,
        min(currency) AS currency, min(left(to_id::text, 32)) AS owner
      FROM ledger.transfer WHERE code IN ('top_up', 'assign') GROUP BY subject_id)
    SELECT id AS credit, credit.amount, credit.currency, posted.transfers, posted.amount AS posted
    FROM app.credit FULL JOIN posted USING (id)
    WHERE (posted.transfers, posted.amount, posted.currency, posted.owner)
      IS DISTINCT FROM (1, credit.amount, credit.currency, left(credit.account_id::text, 32))`,
}

/** What was credited of a top-up is what it says has arrived. */
const TOP_UPS: Check = {
  name: 'top_ups_agree_with_credits',
  over: ['app.top_up', 'app.credit'],
  sql: `
    WITH credited AS (
      SELECT top_up_id AS id, sum(amount) AS arrived, min(currency) AS currency,
        count(DISTINCT currency) AS currencies, min(account_id::text) AS owner,
        count(DISTINCT account_id) AS owners
      FROM app.credit WHERE top_up_id IS NOT NULL GROUP BY top_up_id)
    SELECT id AS top_up, top_up.arrived, credited.arrived AS credited
    FROM app.top_up FULL JOIN credited USING (id)
    WHERE top_up.id IS NULL OR top_up.arrived <> coalesce(credited.arrived, 0)
      OR (credited.id IS NOT NULL AND (credited.currency, credited.currencies, credited.owner,
        credited.owners) IS DISTINCT FROM (top_up.currency, 1, top_up.account_id::text, 1))`,
}

/**
 * All of a deposit is somewhere: credited, given to somebody, sent back, or open; and the rail's
 * money came and went by its own transfers. Made at once in a sandbox, a credit has no deposit and
 * its settlement beside it.
 */
const DEPOSITS: Check = {
  name: 'deposits_have_their_transfers',
  over: ['app.deposit', 'app.credit', 'ledger.transfer'],
  sql: `
    WITH said AS (
      SELECT d.id, d.kind, d.doubt, d.amount, d.open, d.fee,
        d.settled_at IS NOT NULL AND d.settlement_id IS NULL AS settled,
        coalesce((SELECT sum(amount) FROM app.credit WHERE deposit_id = d.id), 0) AS credited
      FROM app.deposit AS d
      UNION ALL
      SELECT id, 'at once', NULL, amount, 0, 0, true, amount FROM app.credit
      WHERE deposit_id IS NULL),
    posted AS (
      SELECT subject_id AS id,
        coalesce(sum(amount) FILTER (WHERE code = 'settlement'), 0) AS paid,
        coalesce(sum(amount) FILTER (WHERE code = 'rail_fee'), 0) AS fee,
        coalesce(sum(amount) FILTER (WHERE code = 'settlement_back'), 0) AS back,
        coalesce(sum(amount) FILTER (WHERE code = 'unmatched'), 0) AS unmatched,
        coalesce(sum(amount) FILTER (WHERE code = 'sent_back'), 0) AS sent_back
      FROM ledger.transfer
      WHERE code IN ('settlement', 'rail_fee', 'settlement_back', 'unmatched', 'sent_back')
        AND subject_id NOT IN (SELECT id FROM app.settlement)
      GROUP BY subject_id)
    SELECT id AS deposit, kind, amount, open, credited, paid, unmatched, sent_back
    FROM said FULL JOIN posted USING (id)
    WHERE said.id IS NULL OR NOT CASE kind
      WHEN 'reversal' THEN coalesce(back, 0) = CASE WHEN settled THEN amount ELSE 0 END
      ELSE
        coalesce(paid, 0) = CASE WHEN settled THEN amount - said.fee ELSE 0 END
        AND coalesce(posted.fee, 0) = CASE WHEN settled THEN said.fee ELSE 0 END
        AND coalesce(unmatched, 0) = CASE WHEN doubt IS NULL THEN 0 ELSE amount END
        AND amount = credited + open + coalesce(sent_back, 0)
      END`,
}

/** What a rail paid and kept is what it had reported. */
const SETTLEMENTS: Check = {
  name: 'settlements_cover_their_items',
  over: ['app.settlement', 'app.deposit', 'app.charge', 'ledger.transfer'],
  sql: `
    WITH item AS (
      SELECT settlement_id AS id, rail, currency,
        CASE kind WHEN 'arrival' THEN amount - coalesce((SELECT sum(amount) FROM app.resolution AS r
          WHERE r.deposit_id = d.id AND r.kind = 'return'), 0) ELSE -amount END AS value
      FROM app.deposit AS d WHERE settlement_id IS NOT NULL
      UNION ALL
      SELECT settlement_id, 'card', currency, amount FROM app.charge
      WHERE settlement_id IS NOT NULL),
    covered AS (SELECT id, min(rail) AS rail, min(currency) AS currency, sum(value) AS value,
      count(DISTINCT (rail, currency)) AS kinds FROM item GROUP BY id),
    posted AS (
      SELECT subject_id AS id, coalesce(sum(amount) FILTER (WHERE code = 'settlement'), 0) AS paid,
        coalesce(sum(amount) FILTER (WHERE code = 'rail_fee'), 0) AS fee
      FROM ledger.transfer WHERE subject_id IN (SELECT id FROM app.settlement) GROUP BY subject_id)
    SELECT id AS settlement, said.paid, said.fee, covered.value, posted.paid AS posted
    FROM app.settlement AS said FULL JOIN covered USING (id) FULL JOIN posted USING (id)
    WHERE (covered.rail, covered.currency, covered.value, covered.kinds, posted.paid, posted.fee)
      IS DISTINCT FROM (said.rail, said.currency, said.paid + said.fee, 1, said.paid, said.fee)`,
}

/**
 * A payout has left the proceeds and, by its state, is on its way, with the bank, or back. A batch is
 * what went to the bank together.
 */
const PAYOUTS: Check = {
  name: 'payouts_have_their_transfers',
  over: ['app.payout', 'ledger.transfer'],
  sql: `
    WITH posted AS (
      SELECT subject_id AS id, min(currency) AS currency, count(DISTINCT currency) AS currencies,
        coalesce(sum(amount) FILTER (WHERE code = 'payout'), 0) AS out,
        coalesce(sum(amount) FILTER (WHERE code = 'payout_paid'), 0) AS paid,
        coalesce(sum(amount) FILTER (WHERE code = 'payout_back'), 0) AS back,
        coalesce(sum(amount) FILTER (WHERE code = 'payout_undone'), 0) AS undone,
        min(left(CASE code WHEN 'payout' THEN from_id::text WHEN 'payout_undone' THEN to_id::text END, 32)) AS owner,
        max(left(CASE code WHEN 'payout' THEN from_id::text WHEN 'payout_undone' THEN to_id::text END, 32)) AS last_owner
      FROM ledger.transfer WHERE code IN ('payout', 'payout_paid', 'payout_back', 'payout_undone')
      GROUP BY subject_id)
    SELECT id AS payout, said.state, said.amount, out, paid, back, undone
    FROM app.payout AS said FULL JOIN posted USING (id)
    WHERE (posted.currency, currencies, out, paid, back, undone, owner, last_owner)
      IS DISTINCT FROM (said.currency, 1, said.amount,
        CASE WHEN said.paid_at IS NULL THEN 0 ELSE said.amount END,
        CASE WHEN said.state = 'returned' AND said.paid_at IS NOT NULL THEN said.amount ELSE 0 END,
        CASE WHEN said.state IN ('returned', 'refused', 'cancelled') THEN said.amount ELSE 0 END,
        left(said.account_id::text, 32), left(said.account_id::text, 32))`,
}

const PAYOUT_BATCHES: Check = {
  name: 'payout_batches_add_up',
  over: ['app.payout', 'app.payout_batch'],
  sql: `
    WITH part AS (
      SELECT batch_id AS id, sum(amount) AS amount, count(*) AS count, min(currency) AS currency,
        max(currency) AS last_currency
      FROM app.payout WHERE batch_id IS NOT NULL GROUP BY batch_id)
    SELECT id AS batch, said.amount, said.count, part.amount AS parts
    FROM app.payout_batch AS said FULL JOIN part USING (id)
    WHERE (part.amount, part.count, part.currency, part.last_currency)
      IS DISTINCT FROM (said.amount, said.count, said.currency, said.currency)`,
}

export const FUNDING_CHECKS: readonly Check[] = [
  OPEN_ITEMS,
  CHARGES,
  CREDITS,
  TOP_UPS,
  DEPOSITS,
  SETTLEMENTS,
  PAYOUTS,
  PAYOUT_BATCHES,
]
