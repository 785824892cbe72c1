import type { Refusal } from '@danbao/contracts'
import {
  RESOLUTION_KINDS,
  type ResolutionKind,
  WISH_STATES,
  type WishState,
} from '@danbao/contracts/console'
import {
  accept,
  formatInstant,
  type Instant,
  newUuid,
  oneOf,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'

/** What a member of staff wants done with a deposit. */
export interface Wish {
  readonly id: Uuid
  readonly depositId: Uuid
  readonly kind: ResolutionKind
  /** Minor units of the deposit's currency. */
  readonly amount: bigint
  readonly accountId: Uuid | null
  readonly state: WishState
  /** Why the money could not be moved, as a code. */
  readonly failure: string | null
}

const COLUMNS = 'id, deposit_id, kind, amount, account_id, state, failure'

function readWish(row: readonly (string | null)[]): Wish {
  const r = readRow(row)
  return {
    id: r.text(),
    depositId: r.text(),
    kind: oneOf(RESOLUTION_KINDS, r.text()),
    amount: r.bigint(),
    accountId: r.maybeText(),
    state: oneOf(WISH_STATES, r.text()),
    failure: r.maybeText(),
  }
}

/** Undefined: another one waits already. */
export async function insertWish(
  client: Queryable,
  { approvalId, depositId, kind, amount, accountId, now }: NewWish,
): Promise<Uuid | undefined> {
  const id = newUuid()
  const { rowCount } = await client.query(
    `INSERT INTO people.resolution_wish
       (id, approval_id, deposit_id, kind, amount, account_id, state, requested_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'asked', $7)
     ON CONFLICT (deposit_id) WHERE state IN ('asked', 'agreed') DO NOTHING`,
    [id, approvalId, depositId, kind, amount.toString(), accountId, formatInstant(now)],
  )
  return rowCount === 1 ? id : undefined
}

export type NewWish = Pick<Wish, 'depositId' | 'kind' | 'amount' | 'accountId'> & {
  readonly approvalId: Uuid
  readonly now: Instant
}

/** The second person's word, in the transaction of the approval. */
export async function settleWish(
  client: Queryable,
  approvalId: Uuid,
  state: 'agreed' | 'refused',
): Promise<Result<undefined, Refusal>> {
  await client.query(
    `UPDATE people.resolution_wish SET state = $2 WHERE approval_id = $1 AND state = 'asked'`,
    [approvalId, state],
  )
  return accept(undefined)
}

export async function agreedWishes(client: Queryable): Promise<readonly Wish[]> {
  const sql = `SELECT ${COLUMNS} FROM people.resolution_wish WHERE state = 'agreed'
    ORDER BY requested_at LIMIT 50`
  return (await queryText(client, sql)).map(readWish)
}

/** Carried out, or why not. */
export async function finishWish(
  client: Queryable,
  id: Uuid,
  failure: string | null,
): Promise<void> {
  await client.query(
    `UPDATE people.resolution_wish SET state = $2, failure = $3 WHERE id = $1 AND state = 'agreed'`,
    [id, failure === null ? 'done' : 'failed', failure],
  )
}
