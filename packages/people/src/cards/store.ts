import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { changeRow } from '../base/change-row.ts'
import type { Expiry } from './expiry.ts'
import type { ProcessorCard } from './processor.ts'

export interface Card {
  readonly id: Uuid
  readonly personId: Uuid
  /** The processor's name for it. */
  readonly ref: string
  readonly fingerprint: string
  readonly brand: string
  readonly last4: string
  readonly expiry: Expiry
  readonly isDefault: boolean
  readonly linkedAt: Instant
  readonly unlinkedAt: Instant | null
}

const COLUMNS = `id, person_id, ref, fingerprint, brand, last4, exp_month, exp_year, is_default,
  linked_at, unlinked_at`

function toCard(row: TextRow): Card {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    ref: r.text(),
    fingerprint: r.text(),
    brand: r.text(),
    last4: r.text(),
    expiry: { month: r.integer(), year: r.integer() },
    isDefault: r.boolean(),
    linkedAt: r.instant(),
    unlinkedAt: r.maybeInstant(),
  }
}

/** Those that are linked, in the order they were. */
export async function listCards(client: Queryable, personId: Uuid): Promise<readonly Card[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.card
     WHERE person_id = $1 AND unlinked_at IS NULL ORDER BY id`,
    [personId],
  )
  return rows.map(toCard)
}

/** Linked, of this person. */
export async function findCard(
  client: Queryable,
  personId: Uuid,
  id: Uuid,
): Promise<Card | undefined> {
  return (await listCards(client, personId)).find((card) => card.id === id)
}

/** Linked, whosever it is. */
export async function findCardBy(
  client: Queryable,
  by: 'ref' | 'fingerprint' | 'id',
  value: string,
): Promise<Card | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.card WHERE ${by} = $1 AND unlinked_at IS NULL`,
    [value],
  )
  return rows.map(toCard)[0]
}

/**
 * What a person without a proof of identity has: level 1 by a verified card, else 0. Also one that
 * has expired counts, as long as it is linked: it proved whose the account is.
 */
export async function levelByCards(client: Queryable, personId: Uuid): Promise<0 | 1> {
  return (await listCards(client, personId)).length > 0 ? 1 : 0
}

export interface NewCard {
  readonly id: Uuid
  readonly personId: Uuid
  readonly card: ProcessorCard
  readonly isDefault: boolean
  readonly now: Instant
  readonly dueAt: Instant | null
}

export async function insertCard(
  client: Queryable,
  { id, personId, card, isDefault, now, dueAt }: NewCard,
): Promise<void> {
  await client.query(
    `INSERT INTO people.card (id, person_id, ref, fingerprint, brand, last4, exp_month, exp_year,
       country, is_default, linked_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      personId,
      card.ref,
      card.fingerprint,
      card.brand,
      card.last4,
      card.expMonth,
      card.expYear,
      card.country,
      isDefault,
      formatInstant(now),
      dueAt && formatInstant(dueAt),
    ],
  )
}

const TABLE = {
  name: 'people.card',
  columns: {
    ref: 'ref',
    expMonth: 'exp_month',
    expYear: 'exp_year',
    isDefault: 'is_default',
    unlinkedAt: 'unlinked_at',
    dueAt: 'due_at',
  },
} as const

export interface CardChange {
  readonly ref?: string
  readonly expiry?: Expiry
  readonly isDefault?: boolean
  readonly unlinkedAt?: Instant
  /** Null: nothing more is to be said. */
  readonly dueAt?: Instant | null
}

export function changeCard(
  client: Queryable,
  id: Uuid,
  { expiry, isDefault, ...plain }: CardChange,
): Promise<void> {
  return changeRow(client, TABLE, id, {
    ...plain,
    ...(expiry === undefined
      ? {}
      : { expMonth: String(expiry.month), expYear: String(expiry.year) }),
    ...(isDefault === undefined ? {} : { isDefault: String(isDefault) }),
  })
}

/** Linked cards of which something is to be said by now. */
export async function listDueCards(client: Queryable, now: Instant): Promise<readonly Uuid[]> {
  const rows = await queryText(
    client,
    'SELECT id FROM people.card WHERE due_at <= $1 ORDER BY due_at LIMIT 100',
    [formatInstant(now)],
  )
  return rows.map((row) => readRow(row).text())
}

/** The processor's name for a person; undefined: it does not know them. */
export async function findHolder(client: Queryable, personId: Uuid): Promise<string | undefined> {
  const rows = await queryText(client, 'SELECT ref FROM people.card_holder WHERE person_id = $1', [
    personId,
  ])
  return rows.map((row) => readRow(row).text())[0]
}

export async function insertHolder(
  client: Queryable,
  personId: Uuid,
  { ref, now }: { readonly ref: string; readonly now: Instant },
): Promise<void> {
  await client.query(
    `INSERT INTO people.card_holder (person_id, ref, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO NOTHING`,
    [personId, ref, formatInstant(now)],
  )
}

/** The processor knows them by this name no more. */
export async function deleteHolder(client: Queryable, personId: Uuid, ref: string): Promise<void> {
  await client.query('DELETE FROM people.card_holder WHERE person_id = $1 AND ref = $2', [
    personId,
    ref,
  ])
}
