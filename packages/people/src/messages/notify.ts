import type { Instant } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { Person } from '../base/person.ts'
import type { Mail, MessageValues, Sms } from './define.ts'
import { type QueueDeps, queueMail, queueSms } from './queue.ts'

export interface Notice {
  readonly mail: Mail
  readonly sms?: Sms
  readonly values?: MessageValues
  readonly now: Instant
}

/**
 * Tells a person what happened to their account, by every way they can be reached: whoever took
 * over one of them does not keep the news from the owner.
 */
export async function notifyPerson(
  client: Queryable,
  deps: QueueDeps,
  { email, phone, language }: Pick<Person, 'email' | 'phone' | 'language'>,
  { mail, sms, values = {}, now }: Notice,
): Promise<void> {
  await queueMail(client, deps, { to: email, language, mail, values, now })
  if (sms === undefined || phone === null) return
  await queueSms(client, deps, { to: phone, language, sms, values, now })
}
