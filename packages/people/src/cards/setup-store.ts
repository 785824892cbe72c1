import { formatInstant, type Instant, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { changeRow } from '../base/change-row.ts'

/** `in_use`: the card belongs to another account; `over`: nothing came of it. */
export const SETUP_STATES = ['open', 'linked', 'in_use', 'over'] as const
export type SetupState = (typeof SETUP_STATES)[number]

/** A person who was sent to the processor's page to add a card. */
export interface CardSetup {
  readonly id: Uuid
  readonly personId: Uuid
  /** Null: the processor has not answered yet. */
  readonly ref: string | null
  readonly state: SetupState
  readonly cardId: Uuid | null
  /** A path of the wallet to go on to. */
  readonly next: string | null
  readonly createdAt: Instant
}

const COLUMNS = 'id, person_id, ref, state, card_id, next, created_at'

function toSetup(row: TextRow): CardSetup {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    ref: r.maybeText(),
    state: oneOf(SETUP_STATES, r.text()),
    cardId: r.maybeText(),
    next: r.maybeText(),
    createdAt: r.instant(),
  }
}

export async function readSetup(
  client: Queryable,
  id: Uuid,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<CardSetup | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.card_setup WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  )
  return rows.map(toSetup)[0]
}

export interface NewSetup {
  readonly id: Uuid
  readonly personId: Uuid
  readonly next: string | null
  readonly now: Instant
  readonly dueAt: Instant
}

export async function insertSetup(
  client: Queryable,
  { id, personId, next, now, dueAt }: NewSetup,
): Promise<void> {
  await client.query(
    `INSERT INTO people.card_setup (id, person_id, next, created_at, due_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, personId, next, formatInstant(now), formatInstant(dueAt)],
  )
}

const TABLE = {
  name: 'people.card_setup',
  columns: {
    ref: 'ref',
    state: 'state',
    cardId: 'card_id',
    endedAt: 'ended_at',
    dueAt: 'due_at',
  },
} as const

export interface SetupChange {
  readonly ref?: string
  readonly state?: SetupState
  readonly cardId?: Uuid
  readonly endedAt?: Instant
  readonly dueAt?: Instant | null
}

export function changeSetup(client: Queryable, id: Uuid, change: SetupChange): Promise<void> {
  return changeRow(client, TABLE, id, { ...change })
}

export async function listDueSetups(client: Queryable, now: Instant): Promise<readonly Uuid[]> {
  const rows = await queryText(
    client,
    'SELECT id FROM people.card_setup WHERE due_at <= $1 ORDER BY due_at LIMIT 20',
    [formatInstant(now)],
  )
  return rows.map((row) => readRow(row).text())
}

/** Says when it is asked again, before it is asked: one that fails does not keep the others waiting. */
export async function putOffSetup(client: Queryable, id: Uuid, until: Instant): Promise<void> {
  await client.query(`UPDATE people.card_setup SET due_at = $2 WHERE id = $1 AND state = 'open'`, [
    id,
    formatInstant(until),
  ])
}
