import type { OpenItem } from '@danbao/contracts/console'
import type { Rail } from '@danbao/contracts'
import { type Currency, formatInstant, oneOf } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { viewAmount } from '../payments/view.ts'

interface Asked {
  readonly rail: Rail
  readonly currency: Currency
  readonly limit: number
}

/**
 * What a rail has reported and not paid, oldest first: an arrival less what went back, a reversal below
 * zero, a charge that was taken. Of nothing left there is nothing to settle.
 */
export async function listOpenItems(
  client: Queryable,
  { rail, currency, limit }: Asked,
): Promise<readonly OpenItem[]> {
  const rows = await queryText(client, OPEN, [rail, currency, limit])
  return rows.map((row) => {
    const r = readRow(row)
    return {
      kind: oneOf(['deposit', 'charge'] as const, r.text()),
      id: r.text(),
      amount: viewAmount(currency, r.bigint()),
      reference: r.maybeText(),
      at: formatInstant(r.instant()),
    }
  })
}

const OPEN = `
  SELECT * FROM (
    SELECT 'deposit' AS kind, d.id, CASE kind WHEN 'arrival' THEN amount ELSE -amount END
        - coalesce((SELECT sum(r.amount) FROM app.resolution AS r
            WHERE r.deposit_id = d.id AND r.kind = 'return'), 0) AS owed,
      d.key AS reference, d.created_at AS at
    FROM app.deposit AS d WHERE settled_at IS NULL AND rail = $1 AND currency = $2
    UNION ALL
    SELECT 'charge', id, amount, ref, secured_at FROM app.charge
    WHERE state = 'captured' AND settlement_id IS NULL AND $1 = 'card' AND currency = $2) AS item
  WHERE owed <> 0 ORDER BY at, id LIMIT $3`
