import type { PersonPage, PersonRef } from '@danbao/contracts/console'
import { type Instant, invariant, type Uuid } from '@danbao/kernel'
import { readLimits } from '@danbao/core'
import type { Pool } from '@danbao/database'

const GIVEN_BY = { 0: 'email', 1: 'card', 2: 'identity' } as const

export interface LimitsAsked {
  readonly id: Uuid
  readonly level: PersonRef['level']
  readonly now: Instant
}

/** What the present level allows, and how much of it is used. */
export async function readPresentLimits(
  pool: Pool,
  { id, level, now }: LimitsAsked,
): Promise<PersonPage['limits']> {
  const all = await readLimits(pool, { id, now })
  const found = all.find((one) => one.level === level)
  invariant(found !== undefined, 'every level has its limits')
  const { perPayment, inAll, over, used, left } = found
  return {
    level,
    given_by: GIVEN_BY[level],
    per_payment: perPayment,
    in_all: inAll,
    over,
    used,
    left,
  }
}
