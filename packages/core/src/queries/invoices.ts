import type { Instant, Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import type { PersonCaller } from '../engine/caller.ts'
import { platformAccount } from '../wallets/address.ts'

/** The commission of one seller at one marketplace in one currency and month (UTC). */
export interface InvoiceKey {
  /** `2026-11` */
  readonly month: string
  readonly marketplaceId: Uuid
  readonly currency: string
}

export interface Invoice extends InvoiceKey {
  readonly marketplace: string
  /** Minor units; below zero where more was given back than taken. */
  readonly total: bigint
}

export interface InvoiceWithLines extends Invoice {
  /** Oldest first. */
  readonly lines: readonly InvoiceLine[]
}

export interface InvoiceLine {
  readonly paymentId: Uuid
  readonly reference: string | null
  readonly description: string | null
  readonly at: Instant
  /** Of what it was taken; null: given back after a claim. */
  readonly gross: bigint | null
  /** Minor units; given back: below zero. */
  readonly commission: bigint
}

/**
 * What was taken when payments were closed, and what the fees gave back of it by claims, as the
 * ledger has it: each in the month in which it happened, so that a past month never changes.
 */
const LINES = `
  SELECT payment.id, payment.marketplace_id, payment.currency, payment.reference,
    payment.description, payment.closed_at AS at, payment.to_seller + payment.commission AS gross,
    payment.commission AS commission
  FROM app.payment AS payment
  WHERE payment.seller_id = $1 AND payment.commission > 0 AND payment.closed_at IS NOT NULL
  UNION ALL
  SELECT payment.id, payment.marketplace_id, payment.currency, payment.reference,
    payment.description, given.occurred_at, NULL, -given.amount
  FROM app.payment AS payment
  JOIN ledger.transfer AS given ON given.subject_id = payment.id AND given.from_id = ANY($2::uuid[])
  WHERE payment.seller_id = $1 AND payment.claimed_fees > 0`

const MONTH = `to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')`
const MARKETPLACE = '(SELECT name FROM app.marketplace WHERE id = marketplace_id)'

/** Newest month first. */
export async function listInvoices(
  pool: Pool,
  { personId }: PersonCaller,
): Promise<readonly Invoice[]> {
  const rows = await queryText(
    pool,
    `SELECT ${MONTH}, marketplace_id, currency, ${MARKETPLACE}, sum(commission)
     FROM (${LINES}) AS line GROUP BY 1, 2, 3 ORDER BY 1 DESC, 4, 3`,
    [personId, await readFees(pool)],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const [month, marketplaceId, currency] = [r.text(), r.text(), r.text()]
    return { month, marketplaceId, currency, marketplace: r.text(), total: r.bigint() }
  })
}

/** Undefined: there is no such invoice. */
export async function readInvoice(
  pool: Pool,
  { personId }: PersonCaller,
  key: InvoiceKey,
): Promise<InvoiceWithLines | undefined> {
  const rows = await queryText(
    pool,
    `SELECT ${MARKETPLACE}, id, reference, description, at, gross, commission
     FROM (${LINES}) AS line
     WHERE ${MONTH} = $3 AND marketplace_id = $4 AND currency = $5 ORDER BY at, id`,
    [personId, await readFees(pool), key.month, key.marketplaceId, key.currency],
  )
  const [first] = rows
  if (first === undefined) return undefined
  const lines = rows.map((row) => readLine(row.slice(1)))
  const total = lines.reduce((sum, { commission }) => sum + commission, 0n)
  return { ...key, marketplace: readRow(first).text(), total, lines }
}

function readLine(row: TextRow): InvoiceLine {
  const r = readRow(row)
  return {
    paymentId: r.text(),
    reference: r.maybeText(),
    description: r.maybeText(),
    at: r.instant(),
    gross: r.maybeBigint(),
    commission: r.bigint(),
  }
}

async function readFees(pool: Pool): Promise<Uuid[]> {
  const { currencies } = await loadSettings(pool)
  return [...currencies].map((one) => platformAccount('fees', one).id)
}
