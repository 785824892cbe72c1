import type { Queryable } from '@danbao/database'
import type { Instant } from '@danbao/kernel'
import type { StaffVisitor } from '../base/handling.ts'
import { recordAudit } from '../base/history.ts'
import { uuidOf } from './uuid-of.ts'

export interface KeptSearch {
  readonly who: StaffVisitor
  readonly action: 'person.searched' | 'payment.searched'
  /** What was typed, by its kind: e-mail, phone, …; absent where nothing tells. */
  readonly by?: string | undefined
  readonly found: readonly Found[]
  readonly now: Instant
}

/** Ids as the API writes them. */
export interface Found {
  readonly person: string | undefined
  readonly payment?: string
}

/** More than a handful is a list that was gone through, not a look at somebody. */
const NAMED = 5

/**
 * Every search is kept: looking up a neighbour is no secret. It says by what kind and how many were
 * found, and a handful is named by id, one entry for each, so that each of them is found under
 * "about whom". What was typed is not kept: an entry is for ever, and an address or a name that is
 * erased when its account closes would stay in it. The name behind an id goes with the account.
 */
export async function keepSearch(
  client: Queryable,
  { who, action, by, found, now }: KeptSearch,
): Promise<void> {
  const few = found.length > 0 && found.length <= NAMED
  const detail = { by: by ?? null, found: found.length }
  for (const one of few ? found : [undefined]) {
    const personId = uuidOf('acc', one?.person)
    const subjectId = uuidOf('pay', one?.payment)
    await recordAudit(client, {
      staffId: who.staffId,
      action,
      ...(personId === undefined ? {} : { personId }),
      ...(subjectId === undefined ? {} : { subjectId }),
      detail,
      visit: who,
      now,
    })
  }
}
