import type { Refusal } from '@danbao/contracts'
import {
  addDuration,
  type Duration,
  formatInstant,
  type Instant,
  milliseconds,
} from '@danbao/kernel'
import { inTransaction, type Pool, type Queryable, queryText, readRow } from '@danbao/database'

/** How often something may be tried. */
export interface ThrottleRule {
  readonly tries: number
  /** Counted from the first try; afterwards counting begins anew. */
  readonly within: Duration
  /** How long nothing goes once they are used up; twice as long with each lock that follows. */
  readonly lock: Duration
}

export interface Throttled {
  /** False: locked, and the try must not be made. */
  readonly allowed: boolean
  readonly triesLeft: number
  readonly lockedUntil: Instant | undefined
}

interface Count {
  readonly tries: number
  readonly locks: number
  readonly since: Instant
  readonly lockedUntil: Instant | null
}

const MOST_DOUBLINGS = 6

/** One more try: the new count. While it is locked nothing is counted. */
export function countTry(count: Count | undefined, rule: ThrottleRule, now: Instant): Count {
  const locks = count?.locks ?? 0
  if (count !== undefined && count.lockedUntil !== null && count.lockedUntil > now) return count
  const over = count === undefined || count.lockedUntil !== null || count.since + rule.within <= now
  if (over) return { tries: 1, locks, since: now, lockedUntil: null }
  if (count.tries < rule.tries) return { ...count, tries: count.tries + 1 }
  const lock = milliseconds(rule.lock * 2 ** Math.min(locks, MOST_DOUBLINGS))
  return { ...count, locks: locks + 1, lockedUntil: addDuration(now, lock) }
}

/**
 * Counts a try before it is made, in a transaction of its own: of guesses sent at the same time no
 * more than `tries` get through, and a try whose own transaction is rolled back still counts.
 */
export function takeTry(
  pool: Pool,
  key: string,
  { rule, now }: { readonly rule: ThrottleRule; readonly now: Instant },
): Promise<Throttled> {
  return inTransaction(pool, async (client) => {
    // Of two first tries at once the second waits here until the first is counted.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [key])
    const [row] = await queryText(
      client,
      'SELECT tries, locks, since, locked_until FROM people.throttle WHERE key = $1',
      [key],
    )
    const count = countTry(row === undefined ? undefined : readCount(row), rule, now)
    const { tries, locks, since, lockedUntil } = count
    await client.query(
      `INSERT INTO people.throttle (key, tries, locks, since, locked_until)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO UPDATE SET
         tries = $2, locks = $3, since = $4, locked_until = $5`,
      [key, tries, locks, formatInstant(since), lockedUntil && formatInstant(lockedUntil)],
    )
    const allowed = lockedUntil === null
    return {
      allowed,
      triesLeft: allowed ? rule.tries - tries : 0,
      lockedUntil: lockedUntil ?? undefined,
    }
  })
}

/** How many tries were counted before one that would come now; nothing is counted by looking. */
export async function readTries(
  pool: Queryable,
  key: string,
  { rule, now }: { readonly rule: ThrottleRule; readonly now: Instant },
): Promise<number> {
  const sql = 'SELECT tries, locks, since, locked_until FROM people.throttle WHERE key = $1'
  const [row] = await queryText(pool, sql, [key])
  return row === undefined ? 0 : countTry(readCount(row), rule, now).tries - 1
}

function readCount(row: Parameters<typeof readRow>[0]): Count {
  const r = readRow(row)
  return {
    tries: r.integer(),
    locks: r.integer(),
    since: r.instant(),
    lockedUntil: r.maybeInstant(),
  }
}

/** After a success the next failure is the first again. */
export async function forgiveTries(pool: Queryable, key: string): Promise<void> {
  await pool.query('DELETE FROM people.throttle WHERE key = $1', [key])
}

/** Says until when nothing goes. */
export function tryLater(lockedUntil: Instant | undefined): Refusal {
  return {
    code: 'try_later',
    detail: 'There were too many tries. Wait a while, then try again.',
    members: { locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil) },
  }
}
