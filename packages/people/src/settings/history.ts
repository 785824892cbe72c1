import type { HistoryEntryView } from '@danbao/contracts/wallet'
import { accept, decodeId, encodeId, formatInstant, refuse, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import { z } from 'zod'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'

const DEFAULT_LIMIT = 50

/** What happened to the account, for its owner: newest first. */
export function createHistoryHandlers(deps: PeopleDeps): WalletPart<'listHistory'> {
  return {
    async listHistory({ personId }, { query: { cursor, limit = DEFAULT_LIMIT } }) {
      const before = cursor === undefined ? undefined : decodeId('his', cursor)
      if (before?.ok === false) {
        return refuse({ code: 'invalid_cursor', detail: 'Use a cursor as it was given.' })
      }
      const found = await readHistory(deps.pool, personId, {
        before: before?.value ?? null,
        limit: limit + 1,
      })
      const data = found.slice(0, limit)
      const next = found.length > limit ? (data.at(-1)?.id ?? null) : null
      return accept({ body: { object: 'list', data, next_cursor: next } })
    },
  }
}

interface HistoryPage {
  readonly before: Uuid | null
  readonly limit: number
}

async function readHistory(
  pool: Pool,
  personId: Uuid,
  { before, limit }: HistoryPage,
): Promise<HistoryEntryView[]> {
  const rows = await queryText(
    pool,
    `SELECT id, kind, detail, ip, user_agent, at FROM people.history
     WHERE person_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [personId, before, limit],
  )
  return rows.map(toEntry)
}

const storedDetail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

function toEntry(row: TextRow): HistoryEntryView {
  const r = readRow(row)
  return {
    id: encodeId('his', r.text()),
    object: 'history_entry',
    kind: r.text(),
    detail: storedDetail.parse(JSON.parse(r.text())),
    ip: r.maybeText(),
    user_agent: r.maybeText(),
    at: formatInstant(r.instant()),
  }
}
