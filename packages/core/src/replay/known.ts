import { newUuid, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'

/** Everything that earlier runs left, by the references it is recognised by. */
export interface Known {
  readonly accounts: ReadonlyMap<string, Uuid>
  /** Payments that have come to their end. */
  readonly closed: ReadonlySet<string>
}

const NAME = 'replay'

/** The marketplace whose orders are replayed; made when it is missing. */
export async function openMarketplace(pool: Pool): Promise<Uuid> {
  await pool.query(
    `INSERT INTO app.marketplace (id, name, created_at)
     SELECT $1, $2, clock_stands_at FROM app.setting ON CONFLICT (name) DO NOTHING`,
    [newUuid(), NAME],
  )
  const [row = []] = await queryText(pool, 'SELECT id FROM app.marketplace WHERE name = $1', [NAME])
  return readRow(row).text()
}

export async function loadKnown(pool: Pool, marketplaceId: Uuid): Promise<Known> {
  const accounts = await queryText(
    pool,
    'SELECT reference, id FROM app.account WHERE marketplace_id = $1 AND reference IS NOT NULL',
    [marketplaceId],
  )
  const closed = await queryText(
    pool,
    `SELECT reference FROM app.payment
     WHERE marketplace_id = $1 AND reference IS NOT NULL AND closed_at IS NOT NULL`,
    [marketplaceId],
  )
  return {
    accounts: new Map(
      accounts.map((row) => {
        const r = readRow(row)
        return [r.text(), r.text()]
      }),
    ),
    closed: new Set(closed.map((row) => readRow(row).text())),
  }
}
