import type { DisputesQuery, Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Condition, type Pool, queryText, whereAll } from '@danbao/database'
import { requestId } from '../commands/create-payment.ts'
import { DISPUTE_COLUMNS, readDispute } from '../disputes/store.ts'
import { disputeJson } from '../disputes/view.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { openPage, ownedBy, readNewestFirst } from './page.ts'

/** A dispute knows its sides through its payment. */
function seenBy(caller: Caller): Condition[] {
  const isParty = `EXISTS (SELECT 1 FROM app.payment AS p
    WHERE p.id = dispute.payment_id AND (p.buyer_id = ? OR p.seller_id = ?))`
  return [ownedBy(caller), [isParty, personOf(caller)]]
}

export async function findDisputeJson(
  pool: Pool,
  caller: Caller,
  id: Uuid,
): Promise<string | undefined> {
  const where = whereAll([...seenBy(caller), ['id = ?', id]])
  const sql = `SELECT ${DISPUTE_COLUMNS} FROM app.dispute WHERE ${where.sql}`
  const [row] = await queryText(pool, sql, where.values)
  return row && disputeJson(readDispute(row))
}

export async function getDispute(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  const json = await findDisputeJson(pool, caller, id)
  return json === undefined ? refuseWith('not_found', 'There is no such dispute.') : accept(json)
}

/** Newest first. */
export async function listDisputes(
  pool: Pool,
  caller: Caller,
  { state, payment, ...request }: DisputesQuery,
): Promise<Result<string, Refusal>> {
  const list = { route: 'disputes', filters: { state, payment }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const { filters } = page.value
  const paymentText = filters['payment']
  const conditions: readonly Condition[] = [
    ...seenBy(caller),
    ['state = ?', filters['state']],
    ['payment_id = ?', paymentText === undefined ? undefined : requestId('pay', paymentText)],
  ]
  const rows = {
    table: 'app.dispute',
    columns: DISPUTE_COLUMNS,
    conditions,
    read: readDispute,
    json: disputeJson,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}
