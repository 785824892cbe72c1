import type { PersonRef } from '@danbao/contracts/console'
import { encodeId, formatInstant, type Instant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'

const SELECT = `
  SELECT p.id, coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email), p.email,
    p.phone, coalesce(a.level, 0), p.registered_at IS NOT NULL, p.closed_at IS NOT NULL,
    a.frozen_at IS NOT NULL, a.resting_until, p.created_at
  FROM people.person AS p LEFT JOIN app.account AS a ON a.id = p.id`

/** `where` speaks of the row `p`, and of `$1` and on. */
export async function findRefs(
  client: Queryable,
  { where, values, now }: { where: string; values: readonly (string | null)[]; now: Instant },
): Promise<PersonRef[]> {
  const rows = await queryText(client, `${SELECT} WHERE ${where}`, values)
  return rows.map((row) => toRef(row, now))
}

export async function readRef(
  client: Queryable,
  id: Uuid,
  now: Instant,
): Promise<PersonRef | undefined> {
  return (await findRefs(client, { where: 'p.id = $1', values: [id], now }))[0]
}

function toRef(row: TextRow, now: Instant): PersonRef {
  const r = readRow(row)
  const head = {
    id: encodeId('acc', r.text()),
    name: r.text(),
    email: r.text(),
    phone: r.maybeText(),
  }
  const level = r.integer()
  invariant(level === 0 || level === 1 || level === 2, `${level} is no level`)
  const standing = { registered: r.boolean(), closed: r.boolean(), frozen: r.boolean() }
  const state = stateOf({ ...standing, restingUntil: r.maybeInstant() }, now)
  return { ...head, level, state, created_at: formatInstant(r.instant()) }
}

interface Standing {
  readonly registered: boolean
  readonly closed: boolean
  readonly frozen: boolean
  readonly restingUntil: Instant | null
}

/** The one that matters most. */
function stateOf(
  { registered, closed, frozen, restingUntil }: Standing,
  now: Instant,
): PersonRef['state'] {
  if (closed) return 'closed'
  if (!registered) return 'registering'
  if (frozen) return 'frozen'
  return restingUntil !== null && restingUntil > now ? 'resting' : 'open'
}
