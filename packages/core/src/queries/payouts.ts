import type { PayoutsQuery, Refusal } from '@danbao/contracts'
import {
  accept,
  type Currency,
  currency,
  formatInstant,
  type Instant,
  type Result,
  smaller,
  type Uuid,
} from '@danbao/kernel'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import { requestId } from '../commands/create-payment.ts'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { firstFrom } from '../limits/bounds.ts'
import { LIMIT_CURRENCY } from '../limits/limits.ts'
import { convert } from '../exchange/rates.ts'
import { readRates } from '../exchange/store.ts'
import { payable, type Payout, PAYOUT_TERMS } from '../payouts/payout.ts'
import { PAYOUT_COLUMNS, readPayout } from '../payouts/rows.ts'
import { heldSql } from '../payouts/store.ts'
import { viewPayout } from '../payouts/view.ts'
import { addressesOf } from '../wallets/address.ts'
import { lookIntoMoney } from './own-money.ts'
import { openPage, readNewestFirst } from './page.ts'

/** The one that the bank knows by this name. */
export async function findPayoutBy(pool: Pool, reference: string): Promise<Payout | undefined> {
  const sql = `SELECT ${PAYOUT_COLUMNS} FROM app.payout WHERE reference = $1`
  return (await queryText(pool, sql, [reference])).map(readPayout)[0]
}

const SHOWN = 20

/** Those on their way, and the newest of the others, newest first. */
export async function listOwnPayouts(pool: Pool, accountId: Uuid): Promise<readonly Payout[]> {
  const sql = `SELECT ${PAYOUT_COLUMNS} FROM app.payout WHERE account_id = $1
    ORDER BY ended_at IS NULL DESC, created_at DESC, id DESC LIMIT $2`
  return (await queryText(pool, sql, [accountId, SHOWN])).map(readPayout)
}

/** What a seller can have paid out in one currency, in its minor units. The command decides anew. */
export interface Payable {
  readonly currency: Currency
  readonly balance: bigint
  /** Released so lately that it stays for a while. */
  readonly held: bigint
  readonly available: bigint
  /** Less is not paid out; null: there is no rate, so nothing is. */
  readonly least: bigint | null
}

interface Asked {
  readonly accountId: Uuid
  readonly now: Instant
}

/** Of every currency in which the person has, or owes, proceeds. */
export async function readPayable(
  pool: Pool,
  { accountId, now }: Asked,
): Promise<readonly Payable[]> {
  const { first, last } = addressesOf(accountId)
  const sql = `SELECT id, currency, balance FROM ledger.account
    WHERE id BETWEEN $1 AND $2 AND code = 'proceeds' AND balance <> 0 ORDER BY currency`
  const [rates, accounts] = await Promise.all([
    readRates(pool, now),
    queryText(pool, sql, [first, last]),
  ])
  const ids = accounts.map((row) => readRow(row).text())
  const asked = [idArray(ids), formatInstant(now)]
  const lately = new Map(
    (await queryText(pool, heldSql('$2::timestamptz'), asked)).map((row) => {
      const r = readRow(row)
      return [r.text(), r.bigint()] as const
    }),
  )
  return accounts.map((row) => {
    const r = readRow(row)
    const [id, of, balance] = [r.text(), currency(r.text()), r.bigint()]
    const held = smaller(lately.get(id) ?? 0n, balance)
    const base = (minor: bigint) => convert(rates, minor, of, LIMIT_CURRENCY)
    const about = convert(rates, PAYOUT_TERMS.least, LIMIT_CURRENCY, of)
    return {
      ...{ currency: of, balance, held: held > 0n ? held : 0n, available: payable(balance, held) },
      least: about === undefined ? null : firstFrom(about, PAYOUT_TERMS.least, base),
    }
  })
}

/** What a seller earns is theirs to know of. */
export async function getPayout(
  pool: Pool,
  caller: Caller,
  { id }: { readonly id: Uuid },
): Promise<Result<string, Refusal>> {
  const sql = `SELECT ${PAYOUT_COLUMNS} FROM app.payout WHERE id = $1`
  const [payout] = (await queryText(pool, sql, [id])).map(readPayout)
  const allowed = payout && (await lookIntoMoney(pool, caller, payout.accountId))
  if (payout === undefined || allowed?.ok !== true) {
    return refuseWith('not_found', 'There is no such payout.')
  }
  return accept(payoutJson(payout))
}

/** Newest first. */
export async function listPayouts(
  pool: Pool,
  caller: Caller,
  { account, ...request }: PayoutsQuery,
): Promise<Result<string, Refusal>> {
  const accountId = requestId('acc', account)
  const allowed = await lookIntoMoney(pool, caller, accountId)
  if (!allowed.ok) return allowed
  const list = { route: 'payouts', filters: { account }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const rows = {
    ...{ table: 'app.payout', columns: PAYOUT_COLUMNS, read: readPayout, json: payoutJson },
    conditions: [['account_id = ?', accountId]] as const,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}

function payoutJson(payout: Payout): string {
  return JSON.stringify(viewPayout(payout))
}
