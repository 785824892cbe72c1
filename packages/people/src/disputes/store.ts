import { DISPUTE_STATES, type DisputeState, type Refusal } from '@danbao/contracts'
import { EVIDENCE_KINDS, type EvidenceKind, type EvidenceView } from '@danbao/contracts/wallet'
import {
  encodeId,
  formatInstant,
  type Instant,
  oneOf,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import type { Vault } from '../base/vault.ts'
import { fromBytea } from '../base/tokens.ts'

export type Side = 'buyer' | 'seller'

/** A dispute and who its two sides are. */
export interface Disputed {
  readonly id: Uuid
  readonly paymentId: Uuid
  readonly state: DisputeState
  readonly buyerId: Uuid | null
  readonly sellerId: Uuid
}

export async function findDisputed(client: Queryable, id: Uuid): Promise<Disputed | undefined> {
  const rows = await queryText(
    client,
    `SELECT d.id, d.payment_id, d.state, p.buyer_id, p.seller_id
     FROM app.dispute AS d JOIN app.payment AS p ON p.id = d.payment_id WHERE d.id = $1`,
    [id],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return {
      id: r.text(),
      paymentId: r.text(),
      state: oneOf(DISPUTE_STATES, r.text()),
      buyerId: r.maybeText(),
      sellerId: r.text(),
    }
  })[0]
}

/** Undefined: they are no party of it, and may not even know that it is there. */
export function sideOf({ buyerId, sellerId }: Disputed, personId: Uuid): Side | undefined {
  if (personId === buyerId) return 'buyer'
  return personId === sellerId ? 'seller' : undefined
}

/** A piece of evidence without its bytes. */
export interface Evidence {
  readonly id: Uuid
  readonly disputeId: Uuid
  readonly personId: Uuid
  readonly side: Side
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly note: string | null
  readonly bytes: number
  readonly createdAt: Instant
}

const COLUMNS = 'id, dispute_id, person_id, side, kind, media_type, note, bytes, created_at'

function toEvidence(row: TextRow): Evidence {
  const r = readRow(row)
  return {
    id: r.text(),
    disputeId: r.text(),
    personId: r.text(),
    side: oneOf(['buyer', 'seller'], r.text()),
    kind: oneOf(EVIDENCE_KINDS, r.text()),
    mediaType: r.text(),
    note: r.maybeText(),
    bytes: r.integer(),
    createdAt: r.instant(),
  }
}

/** Oldest first. */
export async function listEvidence(
  client: Queryable,
  disputeId: Uuid,
): Promise<readonly Evidence[]> {
  const sql = `SELECT ${COLUMNS} FROM people.evidence WHERE dispute_id = $1 ORDER BY id`
  return (await queryText(client, sql, [disputeId])).map(toEvidence)
}

export async function findEvidence(client: Queryable, id: Uuid): Promise<Evidence | undefined> {
  const sql = `SELECT ${COLUMNS} FROM people.evidence WHERE id = $1`
  return (await queryText(client, sql, [id])).map(toEvidence)[0]
}

export type NewEvidence = Omit<Evidence, 'bytes'> & {
  readonly content: Uint8Array
  /** A small JPEG; null for videos. */
  readonly preview: Uint8Array | null
}

const SEALED_AS = 'evidence'

export async function insertEvidence(
  client: Queryable,
  vault: Vault,
  one: NewEvidence,
): Promise<void> {
  const seal = (bytes: Uint8Array): Buffer => vault.seal(SEALED_AS, bytes)
  await client.query(
    `INSERT INTO people.evidence (id, dispute_id, person_id, side, kind, media_type, note, bytes,
       content, preview, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.id,
      one.disputeId,
      one.personId,
      one.side,
      one.kind,
      one.mediaType,
      one.note,
      one.content.length,
      seal(one.content),
      one.preview === null ? null : seal(one.preview),
      formatInstant(one.createdAt),
    ],
  )
}

export type Size = 'whole' | 'preview'

/** As it was sent, a picture as it was made anew; undefined: there is no preview of it. */
export async function readEvidence(
  client: Queryable,
  vault: Vault,
  { id, mediaType }: Pick<Evidence, 'id' | 'mediaType'>,
  size: Size,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const column = size === 'whole' ? 'content' : 'preview'
  const rows = await queryText(client, `SELECT ${column} FROM people.evidence WHERE id = $1`, [id])
  const sealed = rows.map((row) => readRow(row).maybeText())[0] ?? null
  if (sealed === null) return undefined
  const bytes = vault.open(SEALED_AS, fromBytea(sealed))
  return { mediaType: size === 'preview' ? 'image/jpeg' : mediaType, bytes }
}

export function viewEvidence(one: Evidence): EvidenceView {
  return {
    id: encodeId('evd', one.id),
    side: one.side,
    kind: one.kind,
    media_type: one.mediaType,
    bytes: one.bytes,
    note: one.note,
    has_preview: one.kind !== 'video',
    created_at: formatInstant(one.createdAt),
  }
}

/** Also of one that belongs to others: it must not be told apart. */
export function noSuchFile(): Result<never, Refusal> {
  return { ok: false, refusal: { code: 'not_found', detail: 'There is no such file.' } }
}
