import { RAILS, TOP_UP_STATES } from '@danbao/contracts'
import type { ClearingLine, DeskDeposit, DeskParty } from '@danbao/contracts/console'
import { currency, encodeId, formatInstant, oneOf, type Uuid } from '@danbao/kernel'
import {
  type Condition,
  type Pool,
  type Queryable,
  queryText,
  readRow,
  type TextRow,
  whereAll,
} from '@danbao/database'
import { type Deposit } from '../funding/deposit.ts'
import { depositTable, readDeposit } from '../funding/rows.ts'
import { viewAmount } from '../payments/view.ts'
import { partyColumns, readKnownParty, readParty } from './desk-party.ts'

/** A deposit as staff see it. */
export interface ListedDeposit {
  readonly deposit: Deposit
  readonly view: DeskDeposit
}

const DEPOSIT_WIDTH = depositTable.columns.length
const SELECT = `
  SELECT ${depositTable.columns.map(([name]) => `d.${name}`).join(', ')},
    ${partyColumns('account')}, file.name
  FROM app.deposit AS d
  LEFT JOIN app.account AS account ON account.id = d.account_id
  LEFT JOIN app.rail_file AS file ON file.id = d.file_id`

/** Newest first; one more than asked for where there is one. */
export async function listDeskDeposits(
  client: Queryable,
  asked: {
    readonly which: 'open' | 'all'
    readonly after: Uuid | undefined
    readonly limit: number
  },
): Promise<readonly ListedDeposit[]> {
  const open = asked.which === 'open' ? ([['d.open > ?', '0']] as const) : []
  return find(client, [...open, ['d.id < ?', asked.after]], asked.limit)
}

export async function readDeskDeposit(
  client: Queryable,
  id: Uuid,
): Promise<ListedDeposit | undefined> {
  return (await find(client, [['d.id = ?', id]], 1))[0]
}

async function find(
  client: Queryable,
  conditions: readonly Condition[],
  limit: number,
): Promise<readonly ListedDeposit[]> {
  const { sql, values } = whereAll(conditions)
  const rows = await queryText(
    client,
    `${SELECT} WHERE ${sql} ORDER BY d.id DESC LIMIT ${limit + 1}`,
    values,
  )
  return rows.map(toListed)
}

function toListed(row: TextRow): ListedDeposit {
  const deposit = readDeposit(row.slice(0, DEPOSIT_WIDTH))
  const r = readRow(row.slice(DEPOSIT_WIDTH))
  const account = readParty(r)
  return { deposit, view: viewDeskDeposit(deposit, account, r.maybeText()) }
}

function viewDeskDeposit(
  deposit: Deposit,
  account: DeskParty | null,
  file: string | null,
): DeskDeposit {
  const { rail, kind, doubt, payer, note, reference, place } = deposit
  return {
    id: encodeId('dep', deposit.id),
    ...{ rail, kind, doubt, payer, note, reference },
    amount: viewAmount(deposit.currency, deposit.amount),
    open: viewAmount(deposit.currency, deposit.open),
    payer_account: deposit.payerAccount,
    file: file === null ? null : { name: file, place },
    account,
    created_at: formatInstant(deposit.createdAt),
  }
}

const SUGGESTED = 5

/** Whose top-up it may be: announced for this rail with the same sum, the newest first. */
export async function suggestTopUps(client: Queryable, deposit: Deposit) {
  const { rail, currency: of, amount, topUpId } = deposit
  const rows = await queryText(
    client,
    `SELECT ${partyColumns('account')}, t.state, t.currency, t.amount, t.reference,
       t.created_at
     FROM app.top_up AS t JOIN app.account AS account ON account.id = t.account_id
     WHERE t.id = $1 OR (t.rail = $2 AND t.currency = $3 AND t.amount = $4
       AND t.number IS NOT NULL AND t.state <> 'credited' AND account.closed_at IS NULL)
     ORDER BY t.id = $1 DESC, t.state = 'awaiting' DESC, t.created_at DESC LIMIT ${SUGGESTED}`,
    [topUpId, rail, of, amount.toString()],
  )
  return rows.map((row) => {
    const r = readRow(row)
    const account = readKnownParty(r)
    const state = oneOf(TOP_UP_STATES, r.text())
    const of = currency(r.text())
    const announced = viewAmount(of, r.bigint())
    const reference = r.maybeText()
    return {
      account,
      state,
      amount: announced,
      // What names a money transfer is a bearer's claim.
      reference: rail === 'western_union' ? null : reference,
      created_at: formatInstant(r.instant()),
    }
  })
}

/** What each rail owes, and what waits of it, by currency. */
export async function readReconciliation(pool: Pool): Promise<readonly ClearingLine[]> {
  const rows = await queryText(pool, RECONCILIATION)
  return rows.map((row) => {
    const r = readRow(row)
    const rail = oneOf(RAILS, r.text())
    const of = currency(r.text())
    const [owed, items, oldest] = [r.bigint(), r.integer(), r.maybeInstant()]
    const [suspense, waiting, since] = [r.bigint(), r.integer(), r.maybeInstant()]
    return {
      rail,
      owed: viewAmount(of, owed),
      items,
      oldest: oldest === null ? null : formatInstant(oldest),
      suspense: viewAmount(of, suspense),
      waiting,
      waiting_since: since === null ? null : formatInstant(since),
    }
  })
}

/** The items are those that the audit compares with the balance of the clearing account. */
const RECONCILIATION = `
  WITH item AS (
    SELECT rail, currency, CASE kind WHEN 'arrival' THEN amount ELSE -amount END
        - coalesce((SELECT sum(r.amount) FROM app.resolution AS r
            WHERE r.deposit_id = d.id AND r.kind = 'return'), 0) AS owed,
      created_at, 0 AS open, NULL::timestamptz AS since FROM app.deposit AS d
    WHERE settled_at IS NULL
    UNION ALL
    SELECT 'card', currency, amount, secured_at, 0, NULL FROM app.charge
    WHERE secured_at IS NOT NULL AND settlement_id IS NULL
    UNION ALL
    SELECT rail, currency, 0, NULL, open, created_at FROM app.deposit WHERE open > 0)
  SELECT rail, currency, sum(owed), count(created_at), min(created_at), sum(open), count(since),
    min(since)
  FROM item GROUP BY rail, currency ORDER BY rail, currency`
