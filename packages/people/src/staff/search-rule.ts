import type { Refusal } from '@danbao/contracts'
import { accept, type Instant, minutes, type Result } from '@danbao/kernel'
import type { Pool } from '@danbao/database'
import { takeTry, tryLater } from '../base/throttle.ts'

/** Enough for any day's work, too few to copy the list of customers. */
const RULE = { tries: 100, within: minutes(60), lock: minutes(15) }

export async function countSearch(
  pool: Pool,
  key: string,
  now: Instant,
): Promise<Result<undefined, Refusal>> {
  const { allowed, lockedUntil } = await takeTry(pool, key, { rule: RULE, now })
  return allowed ? accept(undefined) : { ok: false, refusal: tryLater(lockedUntil) }
}
