import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { changeAccount, forgetNames } from '@danbao/core'
import { type PoolClient, queryText, readRow } from '@danbao/database'
import { changePerson, type Person } from '../base/person.ts'
import { endSessions } from '../base/sessions.ts'
import { closeCase, voidApprovals } from '../base/staff-case.ts'
import { findHolder, orderRemoval } from '../cards/index.ts'
import { eraseDocuments } from '../identity/index.ts'

/** What a closed account is called where others still see it: in their payments. */
const CLOSED_NAME = 'Closed account'

/**
 * Erases what a closed account is not kept for. What the law against money laundering wants kept for
 * five years stays: name, country, the document's type, number and fingerprint, the approved
 * identity check with its pictures, the consent, the payments and transfers, what staff did, and
 * what happened when (without addresses and devices). All else goes: e-mail (free for a new account
 * at once), phone, postal address, passwords, answers, second factors, devices, sessions, links,
 * messages, cards, bank accounts, what was said in recoveries, pictures that proved nothing. The
 * person is locked.
 */
export async function erasePerson(client: PoolClient, person: Person, now: Instant): Promise<void> {
  const { id } = person
  await endSessions(client, { owner: { personId: id }, now })
  await eraseMessages(client, person)
  await eraseCases(client, id, now)
  await forgetCards(client, id, now)
  for (const sql of ERASING) await client.query(sql, [id])
  const email = `${id}@closed.invalid`
  await changePerson(client, id, { ...NOTHING, email, closedAt: now })
  await changeAccount(client, id, { name: CLOSED_NAME, email, frozenAt: now, closedAt: now })
}

const NOTHING = {
  phone: null,
  region: null,
  city: null,
  postalCode: null,
  street: null,
  passwordHash: null,
  paymentPasswordHash: null,
} as const

const ERASING = [
  `UPDATE people.person SET notices = '{}' WHERE id = $1`,
  'DELETE FROM people.security_answer WHERE person_id = $1',
  'DELETE FROM people.former_secret WHERE person_id = $1',
  'DELETE FROM people.former_detail WHERE person_id = $1',
  'DELETE FROM people.passkey WHERE person_id = $1',
  'DELETE FROM people.totp WHERE owner_id = $1',
  'DELETE FROM people.linked_identity WHERE person_id = $1',
  'DELETE FROM people.notification WHERE person_id = $1',
  'DELETE FROM people.session WHERE person_id = $1',
  'DELETE FROM people.device WHERE person_id = $1',
  'DELETE FROM people.code WHERE person_id = $1',
  `DELETE FROM people.link WHERE subject_id = $1
     OR subject_id IN (SELECT id FROM people.email_change WHERE person_id = $1)
     OR subject_id IN (SELECT id FROM people.recovery WHERE person_id = $1)`,
  'DELETE FROM people.payout_schedule WHERE person_id = $1',
  'DELETE FROM people.bank_account WHERE person_id = $1',
  'DELETE FROM people.email_change WHERE person_id = $1',
  `UPDATE people.recovery SET claims = NULL, old_email = NULL, new_email = NULL
   WHERE person_id = $1`,
  `UPDATE people.history SET ip = NULL, user_agent = NULL,
     detail = detail - 'email' - 'phone' - 'device' WHERE person_id = $1`,
  `DELETE FROM people.throttle WHERE key LIKE '%:' || $1::uuid::text`,
]

/** They are unlinked already; the processor is told to forget the person too. */
async function forgetCards(client: PoolClient, personId: Uuid, now: Instant): Promise<void> {
  const ref = await findHolder(client, personId)
  if (ref !== undefined) await orderRemoval(client, { kind: 'holder', ref, now })
  for (const table of ['card_setup', 'card', 'card_holder']) {
    await client.query(`DELETE FROM people.${table} WHERE person_id = $1`, [personId])
  }
}

async function eraseMessages(client: PoolClient, { email, phone }: Person): Promise<void> {
  await client.query('DELETE FROM people.message WHERE lower(recipient) = lower($1)', [email])
  await client.query('DELETE FROM people.message WHERE recipient = $1', [phone])
}

/** Nobody goes on working on what is about to be nobody's. */
async function eraseCases(client: PoolClient, personId: Uuid, now: Instant): Promise<void> {
  const at = formatInstant(now)
  await client.query(
    `UPDATE people.recovery SET state = 'stopped', due_at = NULL, ended_at = $2
     WHERE person_id = $1 AND ended_at IS NULL`,
    [personId, at],
  )
  await client.query(
    `UPDATE people.identity_check SET state = 'withdrawn', decided_at = $2, due_at = NULL,
       reading = CASE reading WHEN 'under_way' THEN 'not_yet' ELSE reading END
     WHERE person_id = $1 AND decided_at IS NULL`,
    [personId, at],
  )
  await client.query(
    `UPDATE people.identity_check SET due_at = NULL WHERE person_id = $1 AND due_at IS NOT NULL`,
    [personId],
  )
  await client.query(
    `UPDATE people.identity_check SET data = NULL WHERE person_id = $1 AND state <> 'approved'`,
    [personId],
  )
  const sql = 'SELECT subject_id FROM people.staff_case WHERE person_id = $1 AND closed_at IS NULL'
  for (const row of await queryText(client, sql, [personId])) {
    const subjectId = readRow(row).text()
    await closeCase(client, subjectId, now)
    await voidApprovals(client, subjectId)
  }
  await eraseUselessDocuments(client, personId, now)
}

async function eraseUselessDocuments(
  client: PoolClient,
  personId: Uuid,
  now: Instant,
): Promise<void> {
  const rows = await queryText(
    client,
    `SELECT DISTINCT subject_id FROM people.document
     WHERE person_id = $1 AND erased_at IS NULL AND subject_id NOT IN (
       SELECT id FROM people.identity_check WHERE person_id = $1 AND state = 'approved')`,
    [personId],
  )
  for (const row of rows) await eraseDocuments(client, { subjectId: readRow(row).text(), now })
}

/** When the law does not want it any more: payments stay, and nobody knows whose they were. */
export async function eraseTheRest(
  client: PoolClient,
  personId: Uuid,
  now: Instant,
): Promise<void> {
  await changePerson(client, personId, {
    givenName: null,
    familyName: null,
    country: null,
    documentType: null,
    documentNumber: null,
    documentFingerprint: null,
    refundConsentText: null,
  })
  await client.query('UPDATE people.identity_check SET data = NULL WHERE person_id = $1', [
    personId,
  ])
  await client.query('DELETE FROM people.history WHERE person_id = $1', [personId])
  await forgetNames(client, personId)
  await eraseDocuments(client, { personId, now })
}
