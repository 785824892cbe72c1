import type { SettingsView } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  encodeId,
  formatInstant,
  hours,
  type Instant,
  invariant,
  minutes,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { Reply } from '../base/handling.ts'
import { type Person, readPerson } from '../base/person.ts'
import { findDoneEmailChange, findWaitingEmailChange } from './email-change-store.ts'
import { readNotices } from './notice-preferences.ts'

export const CONFIRM_WITHIN = hours(24)
export const UNDO_WITHIN = hours(72)
export const RESEND_AFTER = minutes(1)
export const PHONE_PURPOSE = 'change_phone'

/** What a change of the settings answers. */
export async function replySettings(
  deps: PeopleDeps,
  personId: Uuid,
): Promise<{ readonly ok: true; readonly value: Reply<SettingsView> }> {
  return accept({ body: await viewSettings(deps.pool, personId, await deps.now()) })
}

export async function viewSettings(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<SettingsView> {
  const person = await readPerson(client, personId)
  invariant(person !== undefined, 'settings are those of a person')
  const account = await readAccount(client, personId)
  const resting = account.restingUntil !== null && account.restingUntil > now
  return {
    object: 'settings',
    account: encodeId('acc', personId),
    email: person.email,
    email_change: await viewEmailChange(client, personId, now),
    email_undo_until: await undoUntil(client, personId, now),
    phone: person.phone,
    phone_change: await viewPhoneChange(client, personId, now),
    language: person.language,
    profile: { ...viewProfile(person), locked: account.level === 2 },
    questions: await readQuestions(client, personId),
    notices: await readNotices(client, personId),
    money_rests_until: resting ? maybeInstant(account.restingUntil) : null,
    registered_at: maybeInstant(person.registeredAt),
  }
}

function viewProfile(person: Person): Omit<SettingsView['profile'], 'locked'> {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    country: person.country,
    region: person.region,
    city: person.city,
    postal_code: person.postalCode,
    street: person.street,
  }
}

async function viewEmailChange(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<SettingsView['email_change']> {
  const change = await findWaitingEmailChange(client, personId)
  if (change === undefined || addDuration(change.mailedAt, CONFIRM_WITHIN) <= now) return null
  return {
    email: change.newEmail,
    requested_at: formatInstant(change.requestedAt),
    expires_at: formatInstant(addDuration(change.mailedAt, CONFIRM_WITHIN)),
    resend_at: formatInstant(addDuration(change.mailedAt, RESEND_AFTER)),
  }
}

async function undoUntil(client: Queryable, personId: Uuid, now: Instant): Promise<string | null> {
  const change = await findDoneEmailChange(client, personId)
  if (change === undefined || change.confirmedAt === null) return null
  const until = addDuration(change.confirmedAt, UNDO_WITHIN)
  return until > now ? formatInstant(until) : null
}

async function viewPhoneChange(
  client: Queryable,
  personId: Uuid,
  now: Instant,
): Promise<SettingsView['phone_change']> {
  const rows = await queryText(
    client,
    `SELECT phone, created_at, expires_at FROM people.code
     WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`,
    [personId, PHONE_PURPOSE, formatInstant(now)],
  )
  const [change = null] = rows.map((row) => {
    const r = readRow(row)
    const [phone, sentAt, expiresAt] = [r.text(), r.instant(), r.instant()]
    return {
      phone,
      expires_at: formatInstant(expiresAt),
      resend_at: formatInstant(addDuration(sentAt, RESEND_AFTER)),
    }
  })
  return change
}

/** What is asked when something was forgotten. */
export async function readQuestions(
  client: Queryable,
  personId: Uuid,
): Promise<{ readonly position: number; readonly question: string }[]> {
  const sql =
    'SELECT position, question FROM people.security_answer WHERE person_id = $1 ORDER BY position'
  return (await queryText(client, sql, [personId])).map((row) => {
    const r = readRow(row)
    return { position: r.integer(), question: r.text() }
  })
}

export interface MoneyAccount {
  readonly level: number
  readonly frozenAt: Instant | null
  readonly restingUntil: Instant | null
}

/** Of the account where the person's money is; it is there once the registration is complete. */
export async function readAccount(client: Queryable, personId: Uuid): Promise<MoneyAccount> {
  const sql = 'SELECT level, frozen_at, resting_until FROM app.account WHERE id = $1'
  const [row] = await queryText(client, sql, [personId])
  if (row === undefined) return { level: 0, frozenAt: null, restingUntil: null }
  const r = readRow(row)
  return { level: r.integer(), frozenAt: r.maybeInstant(), restingUntil: r.maybeInstant() }
}

function maybeInstant(value: Instant | null): string | null {
  return value === null ? null : formatInstant(value)
}
