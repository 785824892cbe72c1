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

/** A file with everything that is kept about the person, for the person. */
export function createExportHandlers(deps: PeopleDeps): WalletPart<'exportData'> {
  return {
    async exportData(who, { body: { password } }) {
      const right = await checkPassword(deps, who.personId, password)
      if (!right.ok) return right
      const now = await deps.now()
      const body = await inTransaction(deps.pool, async (client) => {
        // All parts at one moment: a payment is not there without its transfer.
        await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
        return exportPerson(client, deps, right.value, now)
      })
      await keepTrace(deps, who, now)
      return accept({ body })
    },
  }
}

async function exportPerson(
  client: PoolClient,
  { vault }: PeopleDeps,
  person: Person,
  now: Instant,
): Promise<UploadedFile> {
  const sealed = person.documentNumber
  const number = sealed === null ? null : vault.open('document_number', sealed).toString()
  const parts = [
    ['exported_at', JSON.stringify(formatInstant(now))],
    ['document_number', JSON.stringify(number)],
  ]
  for (const [name, sql] of Object.entries(EXPORTED_PARTS)) {
    const query = `SELECT coalesce(json_agg(part), '[]')::text FROM (${sql}) AS part`
    const [json = '[]'] = (await queryText(client, query, [person.id])).map((row) =>
      readRow(row).text(),
    )
    parts.push([name, json])
  }
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
