import type { StaffRef } from '@danbao/contracts/console'
import { formatInstant, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { findMember, refOf } from '../../staff/index.ts'

export type Round = 1 | 2

/** Who gave the first decision, or tried to: the last of them. */
export async function readFirst(client: Queryable, disputeId: Uuid): Promise<readonly Uuid[]> {
  const sql = `SELECT staff_id FROM people.dispute_ruling
    WHERE dispute_id = $1 AND round = 1 ORDER BY given_at DESC`
  return (await queryText(client, sql, [disputeId])).map((row) => readRow(row).text())
}

export async function readFirstRef(client: Queryable, disputeId: Uuid): Promise<StaffRef | null> {
  const [id] = await readFirst(client, disputeId)
  const member = id === undefined ? undefined : await findMember(client, id)
  return member === undefined ? null : refOf(member)
}

export interface Ruling {
  readonly disputeId: Uuid
  readonly staffId: Uuid
  readonly round: Round
  readonly now: Instant
}

/**
 * Keeps who decides, before it is carried out: a crash between the two leaves nobody who could
 * decide upon the appeal against their own decision. False: they gave another decision on it.
 */
export async function keepRuling(client: Queryable, ruling: Ruling): Promise<boolean> {
  const { disputeId, staffId, round, now } = ruling
  const rows = await queryText(
    client,
    `INSERT INTO people.dispute_ruling (dispute_id, staff_id, round, given_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (dispute_id, staff_id) DO UPDATE SET given_at = dispute_ruling.given_at
     RETURNING round`,
    [disputeId, staffId, String(round), formatInstant(now)],
  )
  return rows.some((row) => readRow(row).integer() === round)
}

/** It was carried out. True the first time. */
export async function endRuling(
  client: Queryable,
  { disputeId, staffId, now }: Omit<Ruling, 'round'>,
): Promise<boolean> {
  const rows = await queryText(
    client,
    `UPDATE people.dispute_ruling SET done_at = $3
     WHERE dispute_id = $1 AND staff_id = $2 AND done_at IS NULL RETURNING round`,
    [disputeId, staffId, formatInstant(now)],
  )
  return rows.length > 0
}
