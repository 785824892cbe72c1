import type { UploadedFile } from '@danbao/contracts'
import { accept, formatInstant, type Instant } from '@danbao/kernel'
import { inTransaction, type PoolClient, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { type Person, readPerson } from '../base/person.ts'
import { notifyPerson } from '../messages/index.ts'
import { checkPassword } from '../base/passwords.ts'
import { DATA_EXPORTED } from './mails.ts'
import { EXPORTED_PARTS } from './exported-parts.ts'
import { listShownPayments, openParts } from './opened-parts.ts'

/** A file with everything that is kept about the person, for the person. */
export function createExportHandlers(deps: PeopleDeps): WalletPart<'exportData'> {
  return {
    async exportData(who, { body: { password } }) {
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      const now = await deps.now()
      const payments = await listShownPayments(deps, who.personId)
      const parts = await inTransaction(deps.pool, async (client) => {
        // All parts at one moment: a transfer is not there without its balance.
        await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        return readParts(client, deps, right.value)
      })
      await keepTrace(deps, who, now)
      const at = ['exported_at', JSON.stringify(formatInstant(now))] as const
      return accept({ body: toFile([at, ...parts, ['payments', JSON.stringify(payments)]]) })
    },
  }
}

type Part = readonly [name: string, json: string]

async function readParts(
  client: PoolClient,
  deps: PeopleDeps,
  person: Person,
): Promise<readonly Part[]> {
  const sealed = person.documentNumber
  const number = sealed === null ? null : deps.vault.open('document_number', sealed).toString()
  const parts: Part[] = [['document_number', JSON.stringify(number)]]
  for (const [name, sql] of Object.entries(EXPORTED_PARTS)) {
    const query = `SELECT coalesce(json_agg(part), '[]')::text FROM (${sql}) AS part`
    const [row] = await queryText(client, query, [person.id])
    parts.push([name, row === undefined ? '[]' : readRow(row).text()])
  }
  const opened = await openParts(client, deps, person.id)
  for (const [name, rows] of Object.entries(opened)) parts.push([name, JSON.stringify(rows)])
  return parts
}

function toFile(parts: readonly Part[]): UploadedFile {
  const text = `{\n${parts.map(([name, json]) => `"${name}": ${json}`).join(',\n')}\n}\n`
  return { mediaType: 'application/json', bytes: Buffer.from(text) }
}

async function keepTrace(deps: PeopleDeps, who: PersonVisitor, now: Instant): Promise<void> {
  await inTransaction(deps.pool, async (client) => {
    const person = await readPerson(client, who.personId)
    if (person === undefined) return
    const { id: personId } = person
    await recordHistory(client, { personId, kind: 'data_exported', visit: who, now })
    await notifyPerson(client, deps, person, { ...DATA_EXPORTED(deps), now })
  })
}
