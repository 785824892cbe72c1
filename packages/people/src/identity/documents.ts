import { DOCUMENT_SIDES, type DocumentSide } from '@danbao/contracts/wallet'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { fromBytea } from '../base/tokens.ts'
import type { Picture } from './pictures/take-picture.ts'

/** A picture that is kept, without its bytes. */
export interface StoredDocument {
  readonly id: Uuid
  readonly personId: Uuid
  readonly subjectId: Uuid
  readonly side: DocumentSide
  readonly width: number
  readonly height: number
  readonly createdAt: Instant
}

interface Whose {
  readonly personId: Uuid
  /** The identity check or recovery it is sent for. */
  readonly subjectId: Uuid
  readonly side: DocumentSide
}

/**
 * Keeps the picture of a document; an earlier one of the same side counts no more. Making it anew
 * takes seconds: `takePicture` comes before the transaction.
 */
export async function keepDocument(
  client: Queryable,
  { vault, now }: Pick<PeopleDeps, 'vault' | 'now'>,
  { personId, subjectId, side, picture }: Whose & { readonly picture: Picture },
): Promise<{ readonly id: Uuid }> {
  const id = newUuid()
  const present = await now()
  await setAside(client, { subjectId, side, now: present })
  await client.query(
    `INSERT INTO people.document
       (id, person_id, subject_id, side, content, preview, width, height, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      personId,
      subjectId,
      side,
      vault.seal(SEALED_AS, picture.jpeg),
      vault.seal(SEALED_AS, picture.preview),
      picture.width,
      picture.height,
      formatInstant(present),
    ],
  )
  return { id }
}

/** Counts no more; it is kept until the subject's pictures are erased. */
export async function setAside(
  client: Queryable,
  { subjectId, side, now }: Omit<Whose, 'personId'> & { readonly now: Instant },
): Promise<void> {
  await client.query(
    `UPDATE people.document SET replaced_at = $3
     WHERE subject_id = $1 AND side = $2 AND replaced_at IS NULL`,
    [subjectId, side, formatInstant(now)],
  )
}

const SEALED_AS = 'document'
const COLUMNS = 'id, person_id, subject_id, side, width, height, created_at'

function toDocument(row: Parameters<typeof readRow>[0]): StoredDocument {
  const r = readRow(row)
  return {
    id: r.text(),
    personId: r.text(),
    subjectId: r.text(),
    side: oneOf(DOCUMENT_SIDES, r.text()),
    width: r.integer(),
    height: r.integer(),
    createdAt: r.instant(),
  }
}

/** Those that count, in the order of their sides. */
export async function listDocuments(
  client: Queryable,
  subjectId: Uuid,
): Promise<readonly StoredDocument[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.document
     WHERE subject_id = $1 AND replaced_at IS NULL AND erased_at IS NULL`,
    [subjectId],
  )
  const place = ({ side }: StoredDocument): number => DOCUMENT_SIDES.indexOf(side)
  return rows.map(toDocument).toSorted((one, other) => place(one) - place(other))
}

/** Of this person; somebody else's does not exist. */
export async function findDocument(
  client: Queryable,
  id: Uuid,
  personId?: Uuid,
): Promise<StoredDocument | undefined> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.document
     WHERE id = $1 AND erased_at IS NULL AND ($2::uuid IS NULL OR person_id = $2)`,
    [id, personId ?? null],
  )
  return rows.map(toDocument)[0]
}

/** The JPEG, opened; undefined when it was erased meanwhile. */
export async function readImage(
  client: Queryable,
  { vault }: Pick<PeopleDeps, 'vault'>,
  id: Uuid,
  size: 'whole' | 'preview',
): Promise<Buffer | undefined> {
  const column = size === 'whole' ? 'content' : 'preview'
  const rows = await queryText(client, `SELECT ${column} FROM people.document WHERE id = $1`, [id])
  const sealed = rows.map((row) => readRow(row).maybeText())[0] ?? null
  return sealed === null ? undefined : vault.open(SEALED_AS, fromBytea(sealed))
}

export interface Erasure {
  readonly personId?: Uuid
  readonly subjectId?: Uuid
  readonly side?: DocumentSide
  readonly now: Instant
}

/** Of a person or a subject. That there was a document stays known, its content is gone. */
export async function eraseDocuments(
  client: Queryable,
  { personId, subjectId, side, now }: Erasure,
): Promise<void> {
  await client.query(
    `UPDATE people.document SET content = NULL, preview = NULL, erased_at = $1,
       replaced_at = coalesce(replaced_at, $1)
     WHERE erased_at IS NULL AND ($2::uuid IS NOT NULL OR $3::uuid IS NOT NULL)
       AND ($2::uuid IS NULL OR person_id = $2) AND ($3::uuid IS NULL OR subject_id = $3)
       AND ($4::text IS NULL OR side = $4)`,
    [formatInstant(now), personId ?? null, subjectId ?? null, side ?? null],
  )
}
