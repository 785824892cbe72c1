import type { DeskPayout, PayoutBatchLine, PayoutQueueLine } from '@danbao/contracts/console'
import { type Currency, currency, encodeId, formatInstant, type Uuid } from '@danbao/kernel'
import {
  type Condition,
  type Queryable,
  queryText,
  readRow,
  type TextRow,
  whereAll,
} from '@danbao/database'
import { viewAmount, viewInstant } from '../payments/view.ts'
import type { Payout, PayoutBatch } from '../payouts/payout.ts'
import {
  BATCH_COLUMNS,
  PAYOUT_COLUMNS,
  payoutTable,
  readBatch,
  readPayout,
} from '../payouts/rows.ts'
import { partyColumns, readKnownParty } from './desk-party.ts'

/** A payout as staff see it. */
export interface ListedPayout {
  readonly payout: Payout
  readonly view: DeskPayout
}

const PAYOUT_WIDTH = payoutTable.columns.length
const SELECT = `
  SELECT ${payoutTable.columns.map(([name]) => `p.${name}`).join(', ')},
    ${partyColumns('account')}, batch.number
  FROM app.payout AS p
  JOIN app.account AS account ON account.id = p.account_id
  LEFT JOIN app.payout_batch AS batch ON batch.id = p.batch_id`

/** What staff look for: what waits for them, what is on its way, or all. */
const WHICH = {
  review: [['p.state = ?', 'review']],
  open: [['(p.ended_at IS NULL) = ?', 'true']],
  all: [],
} as const satisfies Record<string, readonly Condition[]>

export interface DeskPayoutsAsked {
  readonly which: keyof typeof WHICH
  /** Older than this one. */
  readonly after: Uuid | undefined
  readonly limit: number
}

/** Newest first; one more than asked for where there is one. */
export async function listDeskPayouts(
  client: Queryable,
  { which, after, limit }: DeskPayoutsAsked,
): Promise<readonly ListedPayout[]> {
  return find(client, [...WHICH[which], ['p.id < ?', after]], limit)
}

export async function readDeskPayout(
  client: Queryable,
  id: Uuid,
): Promise<ListedPayout | undefined> {
  return (await find(client, [['p.id = ?', id]], 1))[0]
}

async function find(
  client: Queryable,
  conditions: readonly Condition[],
  limit: number,
): Promise<readonly ListedPayout[]> {
  const { sql, values } = whereAll(conditions)
  const text = `${SELECT} WHERE ${sql} ORDER BY p.id DESC LIMIT ${limit + 1}`
  return (await queryText(client, text, values)).map(toListed)
}

function toListed(row: TextRow): ListedPayout {
  const payout = readPayout(row.slice(0, PAYOUT_WIDTH))
  const r = readRow(row.slice(PAYOUT_WIDTH))
  const account = readKnownParty(r)
  const batch = r.maybeText()
  const { state, review, reference, holder, iban, bic, reason } = payout
  return {
    payout,
    view: {
      id: encodeId('pot', payout.id),
      ...{ state, review, reference, holder, iban, bic, reason, account, batch },
      amount: viewAmount(payout.currency, payout.amount),
      created_at: formatInstant(payout.createdAt),
      paid_at: viewInstant(payout.paidAt),
      ended_at: viewInstant(payout.endedAt),
    },
  }
}

/** What is on its way, by currency and by how far it is. */
export async function readPayoutQueue(client: Queryable): Promise<readonly PayoutQueueLine[]> {
  const sql = `SELECT currency,
      ${['review', 'queued', 'sent'].map((state) => `count(*) FILTER (WHERE state = '${state}'), coalesce(sum(amount) FILTER (WHERE state = '${state}'), 0)`).join(', ')},
      min(created_at)
    FROM app.payout WHERE ended_at IS NULL GROUP BY currency ORDER BY currency`
  return (await queryText(client, sql)).map((row) => {
    const r = readRow(row)
    const of = currency(r.text())
    const part = () => ({ count: r.integer(), amount: viewAmount(of, r.bigint()) })
    return {
      ...{ currency: of, review: part(), queued: part(), sent: part() },
      oldest: formatInstant(r.instant()),
    }
  })
}

/** The oldest payouts of a currency that can go to the bank now; those of a frozen account stay. */
export async function listQueuedPayouts(
  client: Queryable,
  of: Currency,
  limit: number,
): Promise<readonly Uuid[]> {
  const sql = `SELECT p.id FROM app.payout AS p JOIN app.account AS a ON a.id = p.account_id
    WHERE p.state = 'queued' AND p.currency = $1 AND a.frozen_at IS NULL ORDER BY p.id LIMIT $2`
  return (await queryText(client, sql, [of, limit])).map((row) => readRow(row).text())
}

/** The newest, each with what became of it. */
export async function listPayoutBatches(
  client: Queryable,
  limit: number,
): Promise<readonly PayoutBatchLine[]> {
  const sql = `SELECT b.id, b.number, b.currency, b.amount, b.count, b.created_at,
      count(*) FILTER (WHERE p.state = 'paid'), count(*) FILTER (WHERE p.state = 'returned')
    FROM app.payout_batch AS b JOIN app.payout AS p ON p.batch_id = b.id
    GROUP BY b.id ORDER BY b.number DESC LIMIT $1`
  return (await queryText(client, sql, [limit])).map((row) => {
    const r = readRow(row)
    const [id, number, of] = [encodeId('pob', r.text()), r.text(), currency(r.text())]
    return {
      ...{ id, number, amount: viewAmount(of, r.bigint()), count: r.integer() },
      created_at: formatInstant(r.instant()),
      paid: r.integer(),
      returned: r.integer(),
    }
  })
}

/** A batch with all that went with it; undefined: there is none. */
export async function readPayoutBatch(
  client: Queryable,
  id: Uuid,
): Promise<{ readonly batch: PayoutBatch; readonly payouts: readonly Payout[] } | undefined> {
  const sql = `SELECT ${BATCH_COLUMNS} FROM app.payout_batch WHERE id = $1`
  const [batch] = (await queryText(client, sql, [id])).map(readBatch)
  if (batch === undefined) return undefined
  const all = `SELECT ${PAYOUT_COLUMNS} FROM app.payout WHERE batch_id = $1 ORDER BY id`
  return { batch, payouts: (await queryText(client, all, [id])).map(readPayout) }
}
