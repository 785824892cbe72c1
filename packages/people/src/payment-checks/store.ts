import { CHECK_ENDS, type CheckDecision, type CheckEnd } from '@danbao/contracts/console'
import { formatInstant, type Instant, newUuid, oneOf, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { z } from 'zod'

/** One of the payments that were paid together and looked at. Amounts in minor units. */
export interface Checked {
  readonly paymentId: Uuid
  readonly buyerId: Uuid
  readonly sellerName: string
  readonly currency: string
  readonly amount: bigint
  readonly coupon: bigint
  readonly score: number
  readonly hits: readonly StoredHit[]
  readonly paidAt: Instant
  /** Null: it waits. */
  readonly ended: CheckEnd | null
}

const storedHit = z.object({
  code: z.string(),
  points: z.number().int(),
  clears: z.boolean(),
  figures: z.object({
    amount: z.string().optional(),
    count: z.number().int().optional(),
    days: z.number().int().optional(),
    of: z.number().int().optional(),
    country: z.string().optional(),
    other: z.string().optional(),
  }),
})
export type StoredHit = z.infer<typeof storedHit>

function toChecked(row: TextRow): Checked {
  const r = readRow(row)
  return {
    paymentId: r.text(),
    buyerId: r.text(),
    sellerName: r.text(),
    currency: r.text(),
    amount: r.bigint(),
    coupon: r.bigint(),
    score: r.integer(),
    hits: storedHit.array().parse(JSON.parse(r.text())),
    paidAt: r.instant(),
    ended: maybeEnd(r.maybeText()),
  }
}

function maybeEnd(verdict: string | null): CheckEnd | null {
  return verdict === null ? null : oneOf(CHECK_ENDS, verdict)
}

/** All that were paid together with this one, which is the first; empty: it never waited. */
export async function readChecked(client: Queryable, leaderId: Uuid): Promise<readonly Checked[]> {
  const rows = await queryText(
    client,
    `SELECT p.id, p.buyer_id, s.name, p.currency, p.amount, p.coupon, c.score, c.hits::text,
       c.assessed_at, c.verdict
     FROM app.payment_check AS c JOIN app.payment AS p ON p.id = c.payment_id
     JOIN app.account AS s ON s.id = p.seller_id
     WHERE c.leader_id = $1 AND c.outcome = 'check' ORDER BY p.id`,
    [leaderId],
  )
  return rows.map(toChecked)
}

/** What staff decided about payments that were paid together. */
export interface Decision {
  readonly id: Uuid
  readonly leaderId: Uuid
  readonly decision: CheckDecision
  readonly reason: string
  readonly staffId: Uuid
  readonly at: Instant
  readonly state: 'open' | 'done' | 'overtaken'
}

const COLUMNS = 'd.id, d.leader_id, d.decision, d.reason, d.decided_by, d.decided_at, d.state'

function toDecision(row: TextRow): Decision {
  const r = readRow(row)
  return {
    id: r.text(),
    leaderId: r.text(),
    decision: oneOf(['approve', 'refuse', 'ask_identity'], r.text()),
    reason: r.text(),
    staffId: r.text(),
    at: r.instant(),
    state: oneOf(['open', 'done', 'overtaken'], r.text()),
  }
}

/** The newest first. */
export async function listDecisions(
  client: Queryable,
  leaderId: Uuid,
): Promise<readonly Decision[]> {
  const sql = `SELECT ${COLUMNS} FROM people.payment_decision AS d
    WHERE d.leader_id = $1 ORDER BY d.id DESC`
  return (await queryText(client, sql, [leaderId])).map(toDecision)
}

export type NewDecision = Omit<Decision, 'id' | 'state'>

/** The decision that is to be carried out from now on. */
export async function insertDecision(client: Queryable, made: NewDecision): Promise<Decision> {
  const decision: Decision = { ...made, id: newUuid(), state: 'open' }
  const { id, leaderId, reason, staffId, at } = decision
  await client.query(
    `INSERT INTO people.payment_decision (id, leader_id, decision, reason, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, leaderId, decision.decision, reason, staffId, formatInstant(at)],
  )
  return decision
}

/** True for whoever ends it: of two that carry it out one tells the buyer. */
export async function endDecision(
  client: Queryable,
  id: Uuid,
  { state, now }: { readonly state: 'done' | 'overtaken'; readonly now: Instant },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE people.payment_decision SET state = $2, ended_at = $3 WHERE id = $1 AND state = 'open'`,
    [id, state, formatInstant(now)],
  )
  return rowCount === 1
}

const AT_ONCE = 200

/** What is to be carried out: decisions, and identities that were asked for and are proved now. */
export async function findToCarryOut(client: Queryable): Promise<readonly Decision[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM people.payment_decision AS d
     JOIN app.payment AS p ON p.id = d.leader_id JOIN app.account AS a ON a.id = p.buyer_id
     WHERE d.state = 'open' AND (d.decision <> 'ask_identity' OR a.level = 2)
     ORDER BY d.id LIMIT ${AT_ONCE}`,
  )
  return rows.map(toDecision)
}
