import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText } from '@danbao/database'
import type { Charge, ChargeState } from './charge.ts'
import { CHARGE_COLUMNS, readCharge } from './store.ts'

/** What a buyer has authorised, before the processor is asked. */
export interface NewCharge {
  readonly accountId: Uuid
  readonly checkoutId: Uuid
  readonly cardId: Uuid
  readonly currency: string
  readonly amount: bigint
  /** Of the form: pressed twice it is the same charge, unless that came to nothing. */
  readonly key: string
  /** JSON. */
  readonly agreed: string
  readonly now: Instant
  /** When it is gone on with, should nobody do so before. */
  readonly dueAt: Instant
}

/** What came to nothing is not remembered: the same button asks anew. */
const SAME_PRESS = `account_id = $1 AND key = $2 AND state NOT IN ('declined', 'cancelled')`

/**
 * Writes it down, or finds the one that the same press of the button has made. What another one of
 * the same buyer has begun for this checkout is cancelled: one card at a time is asked.
 */
export async function startCharge(client: Queryable, charge: NewCharge): Promise<Charge> {
  const { accountId, checkoutId, key } = charge
  const present = await findBy(client, SAME_PRESS, [accountId, key])
  if (present !== undefined) return present
  const at = formatInstant(charge.now)
  await client.query(
    `UPDATE app.charge SET state = 'cancelled', reason = 'another_one', due_at = $3
     WHERE account_id = $1 AND checkout_id = $2 AND state IN ('started', 'authorised')`,
    [accountId, checkoutId, at],
  )
  await client.query(
    `INSERT INTO app.charge (id, account_id, checkout_id, card_id, currency, amount, key, agreed,
       state, created_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'started', $9, $10)
     ON CONFLICT (account_id, key) WHERE state NOT IN ('declined', 'cancelled') DO NOTHING`,
    [
      newUuid(),
      accountId,
      checkoutId,
      charge.cardId,
      charge.currency,
      charge.amount,
      key,
      charge.agreed,
      at,
      formatInstant(charge.dueAt),
    ],
  )
  const made = await findBy(client, SAME_PRESS, [accountId, key])
  if (made === undefined) throw new Error('a charge that was written down is there')
  return made
}

export function findCharge(client: Queryable, id: Uuid): Promise<Charge | undefined> {
  return findBy(client, 'id = $1', [id])
}

/** The last one of a buyer for a checkout, whatever became of it. */
export function findLastCharge(
  client: Queryable,
  accountId: Uuid,
  checkoutId: Uuid,
): Promise<Charge | undefined> {
  return findBy(client, 'account_id = $1 AND checkout_id = $2', [accountId, checkoutId])
}

async function findBy(
  client: Queryable,
  condition: string,
  values: readonly string[],
): Promise<Charge | undefined> {
  const sql = `SELECT ${CHARGE_COLUMNS} FROM app.charge WHERE ${condition} ORDER BY id DESC LIMIT 1`
  return (await queryText(client, sql, values)).map(readCharge)[0]
}

export interface ChargeStep {
  readonly from: ChargeState
  readonly to: ChargeState
  readonly ref?: string
  readonly reason?: string
  readonly bankUrl?: string
  /** Null: nothing more is to be done. */
  readonly dueAt: Instant | null
}

/** Takes a step that moves no money. False: it was in another state by then. */
export async function stepCharge(
  client: Queryable,
  id: Uuid,
  { from, to, ref, reason, bankUrl, dueAt }: ChargeStep,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE app.charge SET state = $3, ref = coalesce($4, ref), reason = coalesce($5, reason),
       due_at = $6, bank_url = coalesce($7, bank_url) WHERE id = $1 AND state = $2`,
    [id, from, to, ref ?? null, reason ?? null, dueAt && formatInstant(dueAt), bankUrl ?? null],
  )
  return rowCount === 1
}

/** Those that are to be gone on with, by whoever sweeps. */
export async function listDueCharges(client: Queryable, now: Instant): Promise<readonly Charge[]> {
  const sql = `SELECT ${CHARGE_COLUMNS} FROM app.charge
    WHERE due_at <= $1 ORDER BY due_at LIMIT 20`
  return (await queryText(client, sql, [formatInstant(now)])).map(readCharge)
}

/** Says when it is tried again, before it is tried: whatever happens, it is not tried without end. */
export async function putOffCharge(client: Queryable, id: Uuid, until: Instant): Promise<void> {
  await client.query(
    'UPDATE app.charge SET tries = tries + 1, due_at = $2 WHERE id = $1 AND due_at IS NOT NULL',
    [id, formatInstant(until)],
  )
}

/** Whether a card is asked to pay at this moment, or its money is still to be taken. */
export async function hasOpenCharge(client: Queryable, cardId: Uuid): Promise<boolean> {
  const rows = await queryText(
    client,
    `SELECT 1 FROM app.charge
     WHERE card_id = $1 AND state IN ('started', 'authorised', 'secured') LIMIT 1`,
    [cardId],
  )
  return rows.length > 0
}
