import { NOTICE_KINDS, type NoticeKind } from '@danbao/contracts/wallet'
import type { Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { z } from 'zod'

export type NoticePreferences = Readonly<Record<NoticeKind, boolean>>

/** Until somebody says otherwise: all that concerns them, and no news. */
const DEFAULTS: NoticePreferences = { payments: true, disputes: true, reminders: true, news: false }

const stored = z.partialRecord(z.enum(NOTICE_KINDS), z.boolean())

export async function readNotices(client: Queryable, personId: Uuid): Promise<NoticePreferences> {
  const rows = await queryText(client, 'SELECT notices FROM people.person WHERE id = $1', [
    personId,
  ])
  const [text = '{}'] = rows.map((row) => readRow(row).text())
  return { ...DEFAULTS, ...stored.parse(JSON.parse(text)) }
}

/** Whether a mail of this kind may be sent; those about safety never ask. */
export async function wantsNotice(
  client: Queryable,
  personId: Uuid,
  kind: NoticeKind,
): Promise<boolean> {
  return (await readNotices(client, personId))[kind]
}

export async function saveNotices(
  client: Queryable,
  personId: Uuid,
  notices: NoticePreferences,
): Promise<void> {
  await client.query('UPDATE people.person SET notices = $2 WHERE id = $1', [
    personId,
    JSON.stringify(notices),
  ])
}
