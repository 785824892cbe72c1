import { OWN_BOOKS } from '../base/own-books.ts'

/**
 * What a person gets of each table, by their id: all that is about them, in minor units as text
 * where it is money. What is sealed is opened elsewhere. Hashes of secrets and tokens are of no use
 * to anybody and stay, and so does what staff wrote for each other.
 */
export const EXPORTED_PARTS: Readonly<Record<string, string>> = {
  person: `SELECT id, email, language, given_name, family_name, country, region, city, postal_code,
      street, document_type, phone, refund_consent_text, refund_consent_at, notices,
      email_confirmed_at, registered_at, created_at FROM people.person WHERE id = $1`,
  account: `SELECT name, email, level, created_at, frozen_at, resting_until
    FROM app.account WHERE id = $1`,
  security_questions: `SELECT position, question FROM people.security_answer
    WHERE person_id = $1 ORDER BY position`,
  sessions: `SELECT id, kind, ip, user_agent, created_at, last_seen_at, expires_at, ended_at
    FROM people.session WHERE person_id = $1 ORDER BY id`,
  devices: `SELECT user_agent, created_at, last_seen_at FROM people.device
    WHERE person_id = $1 ORDER BY id`,
  passkeys: `SELECT name, synced, created_at, last_used_at FROM people.passkey
    WHERE person_id = $1 ORDER BY id`,
  authenticator_apps: 'SELECT created_at, confirmed_at FROM people.totp WHERE owner_id = $1',
  marketplace_sign_ins: `SELECT provider_id, subject, email, linked_at, last_used_at
    FROM people.linked_identity WHERE person_id = $1`,
  cards: `SELECT brand, last4, exp_month, exp_year, country, is_default, linked_at, unlinked_at
    FROM people.card WHERE person_id = $1 ORDER BY id`,
  history: `SELECT kind, detail, ip, user_agent, at FROM people.history
    WHERE person_id = $1 ORDER BY id`,
  messages: `SELECT channel, recipient, created_at, sent_at FROM people.message
    WHERE recipient IN (SELECT email FROM people.person WHERE id = $1
      UNION SELECT phone FROM people.person WHERE id = $1) ORDER BY id`,
  email_changes: `SELECT old_email, new_email, requested_at, confirmed_at, ended_at
    FROM people.email_change WHERE person_id = $1 ORDER BY id`,
  former_details: `SELECT kind, CASE kind WHEN 'phone' THEN value ELSE jsonb_path_query_array(
        value, '$[*].question') END AS value, replaced_at
    FROM people.former_detail WHERE person_id = $1 ORDER BY id`,
  closures: `SELECT state, wish, reason, requested_at, ended_at FROM people.closure
    WHERE person_id = $1 ORDER BY id`,
  staff_cases: `SELECT kind, opened_at, due_at, closed_at FROM people.staff_case
    WHERE person_id = $1 ORDER BY id`,
  balances: `SELECT code, currency, balance::text FROM ledger.account ${OWN_BOOKS}`,
  transfers: `WITH own AS (SELECT id FROM ledger.account ${OWN_BOOKS})
    SELECT id, set_id, from_id, to_id, amount::text, currency, code, subject_id, occurred_at
    FROM ledger.transfer
    WHERE from_id IN (SELECT id FROM own) OR to_id IN (SELECT id FROM own) ORDER BY id`,
  disputes: `SELECT d.id, d.payment_id, d.kind, d.state, d.outcome, d.reason, d.message,
      d.currency, d.claimed::text, d.document, d.opened_at, d.closed_at
    FROM app.dispute AS d JOIN app.payment AS p ON p.id = d.payment_id
    WHERE p.buyer_id = $1 OR p.seller_id = $1 ORDER BY d.id`,
  notifications: `SELECT kind, payment_id, currency, amount::text, part::text, due_at, created_at,
      read_at FROM people.notification WHERE person_id = $1 ORDER BY position`,
  top_ups: `SELECT id, rail, currency, amount::text, arrived::text, fee::text, state, created_at,
      ended_at FROM app.top_up WHERE account_id = $1 ORDER BY id`,
  bank_accounts: `SELECT holder, iban, bic, added_at, removed_at FROM people.bank_account
    WHERE person_id = $1 ORDER BY id`,
  payouts: `SELECT id, currency, amount::text, state, reference, holder, iban, bic, reason, created_at,
      paid_at, ended_at FROM app.payout WHERE account_id = $1 ORDER BY id`,
}
