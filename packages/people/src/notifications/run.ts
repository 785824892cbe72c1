import { invariant, type Instant, type Uuid } from '@danbao/kernel'
import {
  DatabaseError,
  inTransaction,
  type PoolClient,
  type Queryable,
  queryText,
  readRow,
} from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { type Person, readPerson } from '../base/person.ts'
import { queueMail } from '../messages/index.ts'
import { wantsNotice } from '../settings/index.ts'
import { writeMail } from './mails.ts'
import { readEvents, tellEvent } from './read-events.ts'
import { readEndedPayouts } from './read-payouts.ts'
import { readReminders } from './read-reminders.ts'
import { newestTopUp, readTopUps } from './read-top-ups.ts'
import { type Cursor, insertTold, moveCursor, takeCursor } from './store.ts'
import { isMailed, noticeKindOf, type Told } from './told.ts'

/** Told of what could not be told or written: the rest goes on. */
export type OnFailure = (what: string, error: unknown) => void

const BATCH = 500

/**
 * Tells people what happened to their money since the last time: on the screen, and by mail to who
 * wants it. Each thing once, however many processes do it and wherever one of them stops: what is
 * told, its mail and the place reached are one transaction. Returns how much was told.
 */
export async function tellPeople(deps: PeopleDeps, onFailure: OnFailure): Promise<number> {
  let told = 0
  for (;;) {
    const now = await deps.now()
    if (!(await isNew(deps.pool, now))) return told
    const round = await inTransaction(deps.pool, (client) =>
      tellBatch(client, deps, { now, onFailure }),
    )
    told += round.told
    if (!round.more) return told
  }
}

/** Reminders are exact to the minute: nobody looks for them each time. */
const REMIND_EVERY = '1 minute'

/** The usual answer is no, and costs one statement. */
async function isNew(client: Queryable, now: Instant): Promise<boolean> {
  const rows = await queryText(
    client,
    `SELECT EXISTS (SELECT FROM app.event WHERE position > c.event_position)
       OR EXISTS (SELECT FROM app.credit WHERE id > c.top_up_id)
       OR EXISTS (SELECT FROM app.payout WHERE ended_at > coalesce(c.payouts_to, '-infinity'))
       OR c.reminded_to IS NULL OR c.reminded_to + $2::interval <= to_timestamp($1)
     FROM people.notification_cursor AS c`,
    [now / 1000, REMIND_EVERY],
  )
  return rows.some((row) => readRow(row).boolean())
}

interface Round {
  readonly now: Instant
  readonly onFailure: OnFailure
}

async function tellBatch(
  client: PoolClient,
  deps: PeopleDeps,
  { now, onFailure }: Round,
): Promise<{ readonly told: number; readonly more: boolean }> {
  const cursor = await takeCursor(client)
  if (cursor === undefined) return { told: 0, more: false }
  const events = await readEvents(client, cursor.eventPosition, BATCH)
  const told = events.flatMap((event) => {
    try {
      return tellEvent(event)
    } catch (error) {
      onFailure(`event ${event.position}`, error)
      return []
    }
  })
  const payouts = await readEndedPayouts(client, cursor.payoutsTo)
  const reached: Cursor = {
    eventPosition: events.at(-1)?.position ?? cursor.eventPosition,
    topUpId: (await newestTopUp(client)) ?? cursor.topUpId,
    payoutsTo: payouts.to,
    remindedTo: now,
  }
  const written = await insertTold(client, [
    // Money arrives before it is paid with.
    ...(await readTopUps(client, cursor.topUpId)),
    ...told,
    ...payouts.told,
    ...(await readReminders(client, cursor.remindedTo ?? now, now)),
  ])
  await mailAll(client, deps, { written, now, onFailure })
  await moveCursor(client, reached)
  return { told: written.length, more: events.length === BATCH }
}

interface Written extends Round {
  readonly written: readonly Told[]
}

async function mailAll(
  client: PoolClient,
  deps: PeopleDeps,
  { written, now, onFailure }: Written,
): Promise<void> {
  const people = new Map<Uuid, Promise<Person | undefined>>()
  for (const told of written.filter(isMailed)) {
    const person = people.get(told.personId) ?? readPerson(client, told.personId)
    people.set(told.personId, person)
    try {
      await mail(client, deps, { told, person: await person, now })
    } catch (error) {
      // The database takes back all of it; a mail that can not be written is that one mail.
      if (error instanceof DatabaseError) throw error
      onFailure(`the mail to ${told.personId} about ${told.cause}`, error)
    }
  }
}

interface Addressed {
  readonly told: Told
  readonly person: Person | undefined
  readonly now: Instant
}

async function mail(
  client: PoolClient,
  deps: PeopleDeps,
  { told, person, now }: Addressed,
): Promise<void> {
  invariant(person !== undefined, 'a notification is that of a person')
  if (!(await wantsNotice(client, person.id, noticeKindOf(told.kind)))) return
  const { email: to, language } = person
  await queueMail(client, deps, { to, language, ...writeMail(deps, told, language), now })
}
