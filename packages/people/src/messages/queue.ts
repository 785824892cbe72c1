import { formatInstant, type Instant, invariant, newUuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { Language } from '../base/person.ts'
import { type Content, sealContent } from './content.ts'
import type { Mail, MessageValues, Sms } from './define.ts'
import { renderMail, renderSms } from './render.ts'

export type QueueDeps = Pick<PeopleDeps, 'vault' | 'publicUrl' | 'supportEmail'>

interface Addressed {
  readonly to: string
  readonly language: Language
  readonly values?: MessageValues
  readonly now: Instant
  /** Not sent any more after this, as with a code that has expired. Default: it stays good. */
  readonly goodUntil?: Instant
}

export interface QueuedMail extends Addressed {
  readonly mail: Mail
}

export interface QueuedSms extends Addressed {
  readonly sms: Sms
}

/**
 * Writes a mail now and sends it soon after the transaction of `client` is committed. Every mail
 * can say `{support}`: where to write to us.
 */
export async function queueMail(
  client: Queryable,
  { vault, supportEmail: support }: QueueDeps,
  { to, language, mail, values = {}, now, goodUntil }: QueuedMail,
): Promise<void> {
  // Two addresses or a header in one would send what is private to somebody else.
  invariant(/^[^\s\p{Cc}<>,;:"()]+@[^\s\p{Cc}<>,;:"()@]+$/u.test(to), 'a mail has one address')
  const rendered = renderMail(mail, language, { support, ...values })
  const content = { channel: 'mail', ...rendered, goodUntil } as const
  await insertMessage(client, { to, now, channel: 'mail', content: sealContent(vault, content) })
}

/** Writes an SMS now and sends it soon after the transaction of `client` is committed. */
export async function queueSms(
  client: Queryable,
  { vault, publicUrl }: QueueDeps,
  { to, language, sms, values = {}, now, goodUntil }: QueuedSms,
): Promise<void> {
  invariant(/^\+[1-9]\d{1,14}$/.test(to), 'an SMS goes to an E.164 number')
  const text = renderSms(sms, language, values, { publicUrl })
  const content = sealContent(vault, { channel: 'sms', text, goodUntil })
  await insertMessage(client, { to, now, channel: 'sms', content })
}

interface NewMessage {
  readonly to: string
  readonly now: Instant
  readonly channel: Content['channel']
  readonly content: Buffer
}

async function insertMessage(
  client: Queryable,
  { to, now, channel, content }: NewMessage,
): Promise<void> {
  await client.query(
    `INSERT INTO people.message (id, channel, recipient, content, created_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [newUuid(), channel, to, content, formatInstant(now)],
  )
}
