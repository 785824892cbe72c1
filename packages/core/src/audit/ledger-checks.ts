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
  ('unmatched', 'clearing', 'suspense'),
  ('assign', 'suspense', 'wallet'),
  ('sent_back', 'suspense', 'clearing'),
  ('reversal', 'wallet', 'clearing'),
  ('write_off', 'losses', 'clearing'),
  ('settlement', 'external', 'clearing'),
  ('settlement_back', 'clearing', 'external'),
  ('rail_fee', 'fees', 'clearing'),
  ('pay', 'wallet', 'escrow'),
  ('exchange', 'wallet', 'fx'),
  ('exchange', 'fx', 'escrow'),
  ('coupon', 'promotions', 'escrow'),
  ('refund', 'escrow', 'wallet'),
  ('coupon_return', 'escrow', 'promotions'),
  ('commission', 'escrow', 'fees'),
  ('release', 'escrow', 'proceeds'),
  ('payout', 'proceeds', 'payout_clearing'),
  ('payout_undone', 'payout_clearing', 'proceeds'),
  ('payout_paid', 'payout_clearing', 'external'),
  ('payout_back', 'external', 'payout_clearing'),
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

export const LEDGER_CHECKS: readonly Check[] = [BALANCES, ZERO_SUM, FLOORS, TRANSFER_ROUTES]
