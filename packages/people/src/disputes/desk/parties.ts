import type { DisputeParty } from '@danbao/contracts/console'
import { encodeId, formatInstant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

/** Who somebody is, and how their disputes went on either side. */
export async function readParty(client: Queryable, id: Uuid): Promise<DisputeParty | undefined> {
  const rows = await queryText(
    client,
    `SELECT a.id, a.name, a.level, a.frozen_at IS NOT NULL, a.has_login, a.created_at
     FROM app.account AS a WHERE a.id = $1`,
    [id],
  )
  const [head] = rows.map(toHead)
  if (head === undefined) return undefined
  return {
    ...head,
    as_buyer: await readHistory(client, 'buyer_id', id),
    as_seller: await readHistory(client, 'seller_id', id),
  }
}

function toHead(row: TextRow): Omit<DisputeParty, 'as_buyer' | 'as_seller'> {
  const r = readRow(row)
  return {
    id: encodeId('acc', r.text()),
    name: r.text(),
    level: r.integer(),
    frozen: r.boolean(),
    has_wallet: r.boolean(),
    since: formatInstant(r.instant()),
  }
}

/** Of a side's paid payments, by their indexes. */
async function readHistory(
  client: Queryable,
  side: 'buyer_id' | 'seller_id',
  id: Uuid,
): Promise<DisputeParty['as_buyer']> {
  const rows = await queryText(
    client,
    `SELECT count(d.id), count(DISTINCT p.id),
       count(d.id) FILTER (WHERE d.outcome IN ('refunded', 'split', 'granted')),
       count(d.id) FILTER (WHERE d.outcome IN ('released', 'dismissed')),
       count(d.id) FILTER (WHERE d.outcome = 'withdrawn')
     FROM app.payment AS p LEFT JOIN app.dispute AS d ON d.payment_id = p.id
     WHERE p.${side} = $1 AND p.paid_at IS NOT NULL`,
    [id],
  )
  const [counts] = rows.map((row) => {
    const r = readRow(row)
    return {
      disputes: r.integer(),
      payments: r.integer(),
      to_buyer: r.integer(),
      to_seller: r.integer(),
      withdrawn: r.integer(),
    }
  })
  return counts ?? { disputes: 0, payments: 0, to_buyer: 0, to_seller: 0, withdrawn: 0 }
}
