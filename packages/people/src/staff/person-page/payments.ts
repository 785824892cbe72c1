import { type Amount, PAYMENT_STATES } from '@danbao/contracts'
import type { PersonPayment } from '@danbao/contracts/console'
import {
  days,
  encodeId,
  formatInstant,
  type Instant,
  instant,
  oneOf,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

export interface ShownPayment {
  readonly id: Uuid
  readonly view: PersonPayment
}

export interface PaymentsAsked {
  /** Older than this one. */
  readonly after: Uuid | undefined
  readonly limit: number
  /** Only those that are not closed. */
  readonly open?: true
}

/** What a person bought and sold, newest first; one more than asked for where there is one. */
export async function findPayments(
  client: Queryable,
  personId: Uuid,
  { after, limit, open }: PaymentsAsked,
): Promise<readonly ShownPayment[]> {
  const rows = await queryText(
    client,
    `SELECT id, buyer_id = $1, state, currency, amount, in_escrow, description, dispute_id,
       created_at
     FROM app.payment WHERE (buyer_id = $1 OR seller_id = $1) AND ($2::uuid IS NULL OR id < $2)
       ${open === true ? 'AND closed_at IS NULL' : ''}
     ORDER BY id DESC LIMIT $3`,
    [personId, after ?? null, limit + 1],
  )
  return rows.map(toShown)
}

function toShown(row: TextRow): ShownPayment {
  const r = readRow(row)
  const id = r.text()
  const side = r.boolean() ? 'buyer' : 'seller'
  const state = oneOf(PAYMENT_STATES, r.text())
  const currency = r.text()
  const amount = (): Amount => ({ value: r.bigint().toString(), currency })
  const amounts = { amount: amount(), in_escrow: amount() }
  const [description, dispute] = [r.maybeText(), r.maybeText()]
  const view: PersonPayment = {
    id: encodeId('pay', id),
    side,
    state,
    ...amounts,
    description,
    dispute: dispute === null ? null : encodeId('dsp', dispute),
    created_at: formatInstant(r.instant()),
  }
  return { id, view }
}

export async function countOpenPayments(client: Queryable, personId: Uuid): Promise<number> {
  const rows = await queryText(
    client,
    `SELECT count(*) FROM app.payment
     WHERE (buyer_id = $1 OR seller_id = $1) AND closed_at IS NULL`,
    [personId],
  )
  return rows.map((row) => readRow(row).integer())[0] ?? 0
}

const YEAR = days(365)

/** What a person paid as a buyer in the last 365 days, by currency. */
export async function readTurnover(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<Amount[]> {
  const rows = await queryText(
    client,
    `SELECT currency, sum(amount) FROM app.payment WHERE buyer_id = $1 AND paid_at > $2
     GROUP BY currency ORDER BY currency`,
    [personId, formatInstant(instant(now - YEAR))],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const currency = r.text()
    return { value: r.bigint().toString(), currency }
  })
}
