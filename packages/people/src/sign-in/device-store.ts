import { formatInstant, type Instant, newUuid, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import { bytea, hashToken, newToken } from '../base/tokens.ts'

/** The device of this cookie, if the person has signed in with it before. */
export async function findDevice(
  client: Queryable,
  personId: Uuid,
  deviceToken: string | undefined,
): Promise<Uuid | undefined> {
  if (deviceToken === undefined) return undefined
  const rows = await queryText(
    client,
    'SELECT id FROM people.device WHERE person_id = $1 AND token_hash = $2',
    [personId, bytea(hashToken(deviceToken))],
  )
  return rows.map((row) => readRow(row).text())[0]
}

export interface SeenDevice {
  readonly personId: Uuid
  /** What the browser showed. */
  readonly deviceToken: string | undefined
  readonly userAgent: string
  readonly now: Instant
}

export interface Device {
  readonly id: Uuid
  /** For the browser to keep; absent: it has it, the device was known. */
  readonly token?: string
}

/** Knows the device again from now on. */
export async function seeDevice(client: Queryable, seen: SeenDevice): Promise<Device> {
  const { personId, deviceToken, userAgent, now } = seen
  const known = await findDevice(client, personId, deviceToken)
  if (known !== undefined) {
    const sql = 'UPDATE people.device SET last_seen_at = $2, user_agent = $3 WHERE id = $1'
    await client.query(sql, [known, formatInstant(now), userAgent.slice(0, 400)])
    return { id: known }
  }
  const [id, token] = [newUuid(), newToken()]
  // A cookie that somebody planted here would make their own browser a known one; so it gets a new
  // value, also for the others who use this browser.
  if (deviceToken !== undefined) {
    const sql = 'UPDATE people.device SET token_hash = $2 WHERE token_hash = $1'
    await client.query(sql, [hashToken(deviceToken), hashToken(token)])
  }
  await client.query(
    `INSERT INTO people.device (id, person_id, token_hash, user_agent, created_at, last_seen_at)
     VALUES ($1, $2, $3, $4, $5, $5)`,
    [id, personId, hashToken(token), userAgent.slice(0, 400), formatInstant(now)],
  )
  return { id, token }
}

/** Since when each device of the person is known. */
export async function readDeviceAges(
  client: Queryable,
  personId: Uuid,
): Promise<ReadonlyMap<Uuid, Instant>> {
  const sql = 'SELECT id, created_at FROM people.device WHERE person_id = $1'
  const rows = await queryText(client, sql, [personId])
  return new Map(
    rows.map((row) => {
      const r = readRow(row)
      return [r.text(), r.instant()] as const
    }),
  )
}
