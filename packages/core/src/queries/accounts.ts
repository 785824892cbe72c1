import type { AccountsQuery, Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { type Condition, type Pool, queryText } from '@danbao/database'
import { type Account, viewAccount } from '../accounts/account.ts'
import { ACCOUNT_COLUMNS, readAccountRow } from '../accounts/store.ts'
import { type Caller, personOf } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { isVisible } from '../payments/authority.ts'
import { openPage, ownedBy, readNewestFirst } from './page.ts'

/** A person whom this caller created; for others they do not exist. */
export async function findAccount(
  pool: Pool,
  caller: Caller,
  id: Uuid,
): Promise<Account | undefined> {
  const [row] = await queryText(pool, `SELECT ${ACCOUNT_COLUMNS} FROM app.account WHERE id = $1`, [
    id,
  ])
  const account = row && readAccountRow(row)
  if (account === undefined) return undefined
  const own = caller.kind === 'person' ? caller.personId === id : isVisible(caller, account)
  return own ? account : undefined
}

export async function getAccount(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  const person = personOf(caller)
  const account = person === null || person === id ? await findAccount(pool, caller, id) : undefined
  return account === undefined ? noSuchAccount() : accept(accountJson(account))
}

export function noSuchAccount(): { readonly ok: false; readonly refusal: Refusal } {
  return refuseWith('not_found', 'There is no such account.')
}

/** Newest first. */
export async function listAccounts(
  pool: Pool,
  caller: Caller,
  { reference, ...request }: AccountsQuery,
): Promise<Result<string, Refusal>> {
  const list = { route: 'accounts', filters: { reference }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const { filters } = page.value
  const conditions: readonly Condition[] = [
    ownedBy(caller),
    ['id = ?', personOf(caller)],
    ['reference = ?', filters['reference']],
  ]
  const rows = {
    table: 'app.account',
    columns: ACCOUNT_COLUMNS,
    conditions,
    read: readAccountRow,
    json: accountJson,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}

function accountJson(account: Account): string {
  return JSON.stringify(viewAccount(account))
}
