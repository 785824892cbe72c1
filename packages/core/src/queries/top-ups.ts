import type { Rail, Refusal, TopUpsQuery } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Pool, queryText } from '@danbao/database'
import { requestId } from '../commands/create-payment.ts'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { readTopUp, TOP_UP_COLUMNS } from '../funding/rows.ts'
import { railId } from '../funding/store.ts'
import type { TopUp } from '../funding/top-up.ts'
import { viewTopUp } from '../funding/view.ts'
import { lookIntoMoney } from './own-money.ts'
import { openPage, readNewestFirst } from './page.ts'

/** Whatever it is, for whoever has made sure that they may know of it. */
export async function findTopUp(pool: Pool, id: Uuid): Promise<TopUp | undefined> {
  const sql = `SELECT ${TOP_UP_COLUMNS} FROM app.top_up WHERE id = $1`
  return (await queryText(pool, sql, [id])).map(readTopUp)[0]
}

/** The one that a rail knows by this name. */
export async function findTopUpBy(
  pool: Pool,
  { rail, reference }: { readonly rail: Rail; readonly reference: string },
): Promise<TopUp | undefined> {
  const sql = `SELECT ${TOP_UP_COLUMNS} FROM app.top_up WHERE reference_id = $1`
  return (await queryText(pool, sql, [railId(rail, reference)])).map(readTopUp)[0]
}

const SHOWN = 20

/** Those that wait for their money, and the newest of the others, newest first. */
export async function listOwnTopUps(pool: Pool, accountId: Uuid): Promise<readonly TopUp[]> {
  const sql = `SELECT ${TOP_UP_COLUMNS} FROM app.top_up WHERE account_id = $1 AND number IS NOT NULL
    ORDER BY state = 'awaiting' DESC, created_at DESC, id DESC LIMIT $2`
  return (await queryText(pool, sql, [accountId, SHOWN])).map(readTopUp)
}

/** A wallet's money is its owner's to know of. */
export async function getTopUp(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  const topUp = await findTopUp(pool, id)
  const allowed = topUp && (await lookIntoMoney(pool, caller, topUp.accountId))
  if (topUp === undefined || allowed?.ok !== true) {
    return refuseWith('not_found', 'There is no such top-up.')
  }
  return accept(topUpJson(topUp))
}

/** Newest first. */
export async function listTopUps(
  pool: Pool,
  caller: Caller,
  { account, ...request }: TopUpsQuery,
): Promise<Result<string, Refusal>> {
  const accountId = requestId('acc', account)
  const allowed = await lookIntoMoney(pool, caller, accountId)
  if (!allowed.ok) return allowed
  const list = { route: 'top_ups', filters: { account }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const rows = {
    ...{ table: 'app.top_up', columns: TOP_UP_COLUMNS, read: readTopUp, json: topUpJson },
    conditions: [['account_id = ?', accountId]] as const,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}

function topUpJson(topUp: TopUp): string {
  return JSON.stringify(viewTopUp(topUp))
}
