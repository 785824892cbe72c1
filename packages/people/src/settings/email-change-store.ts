import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

/** A change of address: waiting until the new one confirms; done; or ended (given up, undone). */
export interface EmailChange {
  readonly id: Uuid
  readonly personId: Uuid
  readonly oldEmail: string
  readonly newEmail: string
  readonly requestedAt: Instant
  /** When the link was last sent to the new address. */
  readonly mailedAt: Instant
  readonly confirmedAt: Instant | null
  readonly endedAt: Instant | null
}

const COLUMNS =
  'id, person_id, old_email, new_email, requested_at, mailed_at, confirmed_at, ended_at'

function toEmailChange(row: TextRow): EmailChange {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    oldEmail: r.text(),
    newEmail: r.text(),
    requestedAt: r.instant(),
    mailedAt: r.instant(),
    confirmedAt: r.maybeInstant(),
    endedAt: r.maybeInstant(),
  }
}

export async function readEmailChange(
  client: Queryable,
  id: Uuid,
): Promise<EmailChange | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.email_change WHERE id = $1`
  return (await queryText(client, sql, [id])).map(toEmailChange)[0]
}

/** The one that waits for the new address. */
export async function findWaitingEmailChange(
  client: Queryable,
  personId: Uuid,
): Promise<EmailChange | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.email_change
    WHERE person_id = $1 AND confirmed_at IS NULL AND ended_at IS NULL`
  return (await queryText(client, sql, [personId])).map(toEmailChange)[0]
}

/** The last one that happened and was not undone. */
export async function findDoneEmailChange(
  client: Queryable,
  personId: Uuid,
): Promise<EmailChange | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.email_change
    WHERE person_id = $1 AND confirmed_at IS NOT NULL AND ended_at IS NULL
    ORDER BY id DESC LIMIT 1`
  return (await queryText(client, sql, [personId])).map(toEmailChange)[0]
}

export interface NewEmailChange {
  readonly personId: Uuid
  readonly oldEmail: string
  readonly newEmail: string
  readonly now: Instant
}

export async function insertEmailChange(
  client: Queryable,
  { personId, oldEmail, newEmail, now }: NewEmailChange,
): Promise<Uuid> {
  const id = newUuid()
  await client.query(
    `INSERT INTO people.email_change
       (id, person_id, old_email, new_email, requested_at, mailed_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, personId, oldEmail, newEmail, formatInstant(now)],
  )
  return id
}

export async function markMailed(client: Queryable, id: Uuid, now: Instant): Promise<void> {
  await client.query('UPDATE people.email_change SET mailed_at = $2 WHERE id = $1', [
    id,
    formatInstant(now),
  ])
}

export async function markConfirmed(client: Queryable, id: Uuid, now: Instant): Promise<void> {
  await client.query('UPDATE people.email_change SET confirmed_at = $2 WHERE id = $1', [
    id,
    formatInstant(now),
  ])
}

export interface EndChanges {
  /** This one and all that came after it: what was built on it goes with it. */
  readonly from?: Uuid
  readonly now: Instant
}

/** Those that wait; with `from` also those that happened. */
export async function endEmailChanges(
  client: Queryable,
  personId: Uuid,
  { from, now }: EndChanges,
): Promise<void> {
  await client.query(
    `UPDATE people.email_change SET ended_at = $2
     WHERE person_id = $1 AND ended_at IS NULL
       AND (confirmed_at IS NULL OR ($3::uuid IS NOT NULL AND id >= $3))`,
    [personId, formatInstant(now), from ?? null],
  )
}
