import type { Check } from './check.ts'

/**
 * Also finds transfers that name an account that does not exist, or one in another currency: they
 * form a balance for which there is no row.
 */
const BALANCES: Check = {
  name: 'balances_follow_from_transfers',
  over: ['ledger.account', 'ledger.transfer'],
  sql: `
    WITH side AS (
      SELECT from_id AS id, currency, -amount AS change FROM ledger.transfer
      UNION ALL
      SELECT to_id, currency, amount FROM ledger.transfer),
    recomputed AS (
      SELECT id, currency, sum(change) AS balance FROM side GROUP BY id, currency)
    SELECT id AS account, currency, account.code,
      account.balance AS stored, recomputed.balance AS recomputed
    FROM ledger.account FULL JOIN recomputed USING (id, currency)
    WHERE account.balance IS DISTINCT FROM coalesce(recomputed.balance, 0)`,
}

const ZERO_SUM: Check = {
  name: 'balances_sum_to_zero',
  over: ['ledger.account'],
  sql: `
    SELECT currency, sum(balance) AS sum FROM ledger.account
    GROUP BY currency HAVING sum(balance) <> 0`,
}

/**
 * Only a debt lowers a floor, and each credit raises it again, so that the floor of proceeds is
 * always min(0, balance). An account of a kind that is not listed here has no right to exist.
 */
const FLOORS: Check = {
  name: 'balances_keep_their_floors',
  over: ['ledger.account'],
  sql: `
    SELECT id AS account, code, currency, balance, floor FROM ledger.account
    WHERE balance < floor OR NOT CASE
      WHEN code IN ('wallet', 'escrow') THEN floor IS NOT DISTINCT FROM 0
      WHEN code = 'proceeds' THEN floor IS NOT DISTINCT FROM least(0, balance)
      WHEN code IN ('fees', 'promotions', 'fx', 'losses', 'suspense', 'payout_clearing', 'external')
        OR code LIKE 'clearing\\_%' THEN floor IS NULL
      ELSE false END`,
}

/** What each code says it moves, from which kind of account to which. */
const ROUTES = `(VALUES
  ('top_up', 'clearing', 'wallet'),
  ('charge', 'clearing', 'wallet'),
  ('settlement', 'external', 'clearing'),
  ('pay', 'wallet', 'escrow'),
  ('exchange', 'wallet', 'fx'),
  ('exchange', 'fx', 'escrow'),
  ('coupon', 'promotions', 'escrow'),
  ('refund', 'escrow', 'wallet'),
  ('coupon_return', 'escrow', 'promotions'),
  ('commission', 'escrow', 'fees'),
  ('release', 'escrow', 'proceeds'),
  ('claim', 'proceeds', 'wallet'),
  ('claim_coupon', 'proceeds', 'promotions'),
  ('claim_coupon', 'fees', 'promotions'),
  ('claim_commission', 'fees', 'wallet'))`

const TRANSFER_ROUTES: Check = {
  name: 'transfers_take_known_routes',
  over: ['ledger.transfer'],
  sql: `
    WITH kind AS (
      SELECT id, CASE WHEN code LIKE 'clearing\\_%' THEN 'clearing' ELSE code END AS kind
      FROM ledger.account)
    SELECT transfer.id AS transfer, code, source.kind AS from_kind, target.kind AS to_kind
    FROM ledger.transfer
    JOIN kind AS source ON source.id = from_id
    JOIN kind AS target ON target.id = to_id
    WHERE (code, source.kind, target.kind) NOT IN ${ROUTES}`,
}

/**
 * Top-ups of a sandbox arrive and are settled together, so that they leave nothing open. What cards
 * have paid the processor still owes.
 */
const OPEN_ITEMS: Check = {
  name: 'clearing_is_sum_of_open_items',
  over: ['ledger.account', 'app.charge'],
  sql: `
    WITH open AS (
      SELECT 'clearing_card' AS code, currency, -sum(amount) AS balance FROM app.charge
      WHERE secured_at IS NOT NULL GROUP BY currency)
    SELECT account.id AS account, code, currency, account.balance, open.balance AS open
    FROM ledger.account FULL JOIN open USING (code, currency)
    WHERE (account.id IS NULL OR code LIKE 'clearing\\_%' OR code IN ('suspense', 'payout_clearing'))
      AND account.balance IS DISTINCT FROM coalesce(open.balance, 0)`,
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
const TOP_UPS: Check = {
  name: 'top_ups_have_their_transfers',
  over: ['app.top_up'],
  sql: `
    WITH posted AS (
      SELECT subject_id AS id, count(*) AS transfers, count(DISTINCT set_id) AS sets,
        count(*) FILTER (WHERE code = 'top_up') AS arrivals,
        min(amount) AS least, max(amount) AS most, min(currency) AS currency,
        min(left(to_id::text, 32)) FILTER (WHERE code = 'top_up') AS owner
      FROM ledger.transfer WHERE code IN ('top_up', 'settlement') GROUP BY subject_id)
    SELECT id AS top_up, top_up.amount, top_up.currency,
      posted.transfers, posted.sets, posted.least, posted.most
    FROM app.top_up FULL JOIN posted USING (id)
    WHERE (posted.transfers, posted.sets, posted.arrivals, posted.least, posted.most,
        posted.currency, posted.owner)
      IS DISTINCT FROM (2, 1, 1, top_up.amount, top_up.amount,
        top_up.currency, left(top_up.account_id::text, 32))`,
}

export const LEDGER_CHECKS: readonly Check[] = [
  BALANCES,
  ZERO_SUM,
  FLOORS,
  TRANSFER_ROUTES,
  OPEN_ITEMS,
  CHARGES,
  TOP_UPS,
]
