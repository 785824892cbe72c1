import type { CheckedBuyer } from '@danbao/contracts/console'
import { LEVELS } from '@danbao/contracts'
import { encodeId, formatInstant, type Instant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { readPerson } from '../base/person.ts'
import { readRef } from '../staff/person-page/index.ts'

/** Who has paid, and how it went before with them. */
export async function readBuyer(
  client: Queryable,
  id: Uuid,
  { now, before }: { readonly now: Instant; readonly before: Instant },
): Promise<CheckedBuyer> {
  const rows = await queryText(
    client,
    'SELECT name, level, created_at FROM app.account WHERE id = $1',
    [id],
  )
  const [head] = rows.map((row) => {
    const r = readRow(row)
    const [name, number] = [r.text(), r.integer()]
    const level = LEVELS.find((one) => one === number) ?? 0
    return { name, level, since: formatInstant(r.instant()) }
  })
  invariant(head !== undefined, 'a buyer has an account')
  const person = await readPerson(client, id)
  return {
    id: encodeId('acc', id),
    ...head,
    wallet: (await readRef(client, id, now)) ?? null,
    country: person?.country ?? null,
    devices: await readDevices(client, id),
    ...(await readPast(client, id, before)),
  }
}

const MOST_DEVICES = 10

async function readDevices(client: Queryable, id: Uuid): Promise<CheckedBuyer['devices']> {
  const rows = await queryText(
    client,
    `SELECT user_agent, created_at FROM people.device WHERE person_id = $1
     ORDER BY created_at DESC LIMIT ${MOST_DEVICES}`,
    [id],
  )
  return rows.map((row) => {
    const r = readRow(row)
    return { user_agent: r.text(), first_seen: formatInstant(r.instant()) }
  })
}

type Past = Pick<CheckedBuyer, 'payments' | 'released' | 'disputes' | 'disputes_lost'>

async function readPast(client: Queryable, id: Uuid, before: Instant): Promise<Past> {
  const rows = await queryText(
    client,
    `SELECT count(DISTINCT p.id), count(DISTINCT p.id) FILTER (WHERE p.state = 'released'),
       count(d.id), count(d.id) FILTER (WHERE d.outcome IN ('released', 'dismissed'))
     FROM app.payment AS p LEFT JOIN app.dispute AS d ON d.payment_id = p.id
     WHERE p.buyer_id = $1 AND p.paid_at < $2`,
    [id, formatInstant(before)],
  )
  const [past] = rows.map((row) => {
    const r = readRow(row)
    return {
      payments: r.integer(),
      released: r.integer(),
      disputes: r.integer(),
      disputes_lost: r.integer(),
    }
  })
  return past ?? { payments: 0, released: 0, disputes: 0, disputes_lost: 0 }
}
