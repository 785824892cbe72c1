import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { queries } from '@danbao/core'
import { formatInstant, type Uuid } from '@danbao/kernel'
import { writePain001 } from '@danbao/rails'
import { queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { accountOf } from '../funding/ways.ts'

export interface PayoutFile {
  readonly name: string
  readonly text: string
}

/**
 * What the bank is told to pay. Its number is that of the batch, so that the bank refuses the same a
 * second time. Undefined: there is no such batch. Null: no account to pay from is connected any more.
 */
export async function writePayoutFile(
  { pool, ways }: Pick<PeopleDeps, 'pool' | 'ways'>,
  batchId: Uuid,
): Promise<PayoutFile | null | undefined> {
  const found = await queries.readPayoutBatch(pool, batchId)
  if (found === undefined) return undefined
  const { number, currency, createdAt } = found.batch
  const from = accountOf(ways.bank, currency)
  if (from === undefined || ways.bank === undefined) return null
  const at = formatInstant(createdAt)
  const text = writePain001({
    messageId: `DANBAO-PAYOUT-${number}`,
    ...{ createdAt: at, day: at.slice(0, 10), currency },
    debtor: { name: ways.bank.holder, iban: from.iban, bic: from.bic },
    orders: found.payouts.map(({ reference, amount, holder, iban, bic }) => ({
      ...{ endToEndId: reference, amount, payee: holder, iban, bic },
      text: `Sales proceeds ${reference}`,
    })),
  })
  return { name: `payouts-${number}-${currency}.pain.001.xml`, text }
}

/**
 * Lays the files where the bank takes them, below `outgoing`. Whole or not at all: a name that does
 * not end so is a file that is still being written. Returns how many there were.
 */
export async function layPayoutFiles(deps: PeopleDeps, folder: string): Promise<number> {
  const sql = `SELECT b.id FROM app.payout_batch AS b
    WHERE NOT EXISTS (SELECT FROM people.payout_file WHERE batch_id = b.id) ORDER BY b.number`
  let count = 0
  for (const row of await queryText(deps.pool, sql)) {
    const id = readRow(row).text()
    const file = await writePayoutFile(deps, id)
    if (file === null || file === undefined) continue
    await layFile(join(folder, 'outgoing'), file)
    await deps.pool.query(
      `INSERT INTO people.payout_file (batch_id, name, laid_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [id, file.name, formatInstant(await deps.now())],
    )
    count += 1
  }
  return count
}

async function layFile(folder: string, { name, text }: PayoutFile): Promise<void> {
  await mkdir(folder, { recursive: true })
  const part = join(folder, `.${name}.part`)
  await writeFile(part, text)
  await rename(part, join(folder, name))
}
