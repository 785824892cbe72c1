import type { Database } from '@danbao/database'
import { type BenchServer, openLedgerDatabase } from './database.ts'
import { ledgerRate, seedAccounts } from './ledger-cells.ts'

/** Ledger transfers per second as the books grow. */
export interface GrowthRates {
  readonly accounts100k: number
  readonly accounts1m: number
  readonly after10mTransfers: number
  /** The dip: the first seconds after a checkpoint on the same books. */
  readonly rightAfterCheckpoint: number
}

const MANY_TRANSFERS = 10_000_000
/**
 * After a checkpoint PostgreSQL writes every page as a whole when it is first touched again. Until
 * the indexes of ten million transfers have been through that, the rate tells of the checkpoint
 * and not of the size of the books.
 */
const WARM_UP_SECONDS = 20

export async function growthCells(server: BenchServer, seconds: number): Promise<GrowthRates> {
  const small = await openLedgerDatabase(server, 'growth_small')
  const few = await seedAccounts(small, 100_000)
  await ledgerRate(small, few, { seconds: WARM_UP_SECONDS, hot: false })
  const accounts100k = await ledgerRate(small, few, { seconds, hot: false })
  await small.close()

  const large = await openLedgerDatabase(server, 'growth_large')
  const many = await seedAccounts(large, 1_000_000)
  await ledgerRate(large, many, { seconds: WARM_UP_SECONDS, hot: false })
  const accounts1m = await ledgerRate(large, many, { seconds, hot: false })
  await fillTransfers(large, MANY_TRANSFERS)
  const rightAfterCheckpoint = await ledgerRate(large, many, { seconds, hot: false })
  await ledgerRate(large, many, { seconds: WARM_UP_SECONDS, hot: false })
  const after10mTransfers = await ledgerRate(large, many, { seconds, hot: false })
  await large.close()
  return { accounts100k, accounts1m, after10mTransfers, rightAfterCheckpoint }
}

/**
 * History that others made before: written by the database itself, with the indexes built after
 * it, which is several times quicker than row by row.
 */
async function fillTransfers({ pool }: Database, count: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`
      SET statement_timeout = 0; SET maintenance_work_mem = '1GB';
      DROP INDEX ledger.transfer_from; DROP INDEX ledger.transfer_to;
      CREATE TEMPORARY TABLE numbered AS
        SELECT row_number() OVER () - 1 AS n, id FROM ledger.account;
      CREATE UNIQUE INDEX ON numbered (n); ANALYZE numbered`)
    await client.query(
      `INSERT INTO ledger.transfer
       SELECT uuidv7(), gen_random_uuid(), a.id, b.id, 1, 'USD', 'history', NULL, NULL,
         now() - (i % 31536000) * interval '1 second', now()
       FROM generate_series(1, $1::bigint) AS i
         JOIN numbered AS a ON a.n = (i * 7919) % 1000000
         JOIN numbered AS b ON b.n = (i * 104729 + 1) % 1000000
       WHERE a.id <> b.id`,
      [count],
    )
    await client.query(`
      CREATE INDEX transfer_from ON ledger.transfer (from_id, occurred_at, id);
      CREATE INDEX transfer_to ON ledger.transfer (to_id, occurred_at, id);
      DROP TABLE numbered; CHECKPOINT`)
    await client.query('VACUUM ANALYZE ledger.transfer')
  } finally {
    client.release(true)
  }
}
