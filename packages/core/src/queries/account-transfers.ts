import type { Refusal, TransfersQuery, TransferView } from '@danbao/contracts'
import {
  accept,
  currency,
  encodeId,
  formatInstant,
  instant,
  parseInstant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { readStatement, type StatementLine, type StatementPosition } from '@danbao/ledger'
import { idArray, type Pool, queryText, readRow } from '@danbao/database'
import type { Caller } from '../engine/caller.ts'
import { refuseWith } from '../engine/refusal.ts'
import { proceedsOf, walletOf } from '../wallets/address.ts'
import { lookIntoMoney } from './own-money.ts'
import { listJson, openPage } from './page.ts'

export type AccountTransfersRequest = TransfersQuery & { readonly id: Uuid }

/** A balance explained line by line with its running sum, newest first. */
export async function listAccountTransfers(
  pool: Pool,
  caller: Caller,
  { id, currency: code, book, at, ...request }: AccountTransfersRequest,
): Promise<Result<string, Refusal>> {
  const allowed = await lookIntoMoney(pool, caller, id)
  if (!allowed.ok) return allowed
  const of = currency(code)
  if (!allowed.value.settings.currencies.has(of)) {
    return refuseWith('currency_not_enabled', `${of} is not enabled here.`)
  }
  const filters = { currency: code, book, at }
  const page = await openPage(pool, caller, { route: `transfers ${id}`, filters, page: request })
  if (!page.ok) return page
  const { filters: kept, position, limit, seal } = page.value
  const shownBook = kept['book'] === 'proceeds' ? 'proceeds' : 'wallet'
  const until = parseInstant(kept['at'] ?? '')
  const after = readPosition(position)
  const { lines, next } = await readStatement(pool, {
    accountId: (shownBook === 'wallet' ? walletOf(id, of) : proceedsOf(id, of)).id,
    limit,
    ...(until.ok ? { at: until.value } : {}),
    ...(after === undefined ? {} : { after }),
  })
  const topUps = await readTopUpsOf(pool, lines)
  const items = lines.map((line) => JSON.stringify(viewLine(line, { book: shownBook, topUps })))
  return accept(listJson(items, next === undefined ? null : seal(writePosition(next))))
}

/** By what a transfer of money from outside is about: a credit, or a deposit that went back. */
type TopUpsOf = ReadonlyMap<Uuid, Uuid | null>

const FROM_OUTSIDE: ReadonlySet<string> = new Set(['top_up', 'assign', 'reversal'])

async function readTopUpsOf(pool: Pool, lines: readonly StatementLine[]): Promise<TopUpsOf> {
  const subjects = lines
    .filter(({ transfer }) => FROM_OUTSIDE.has(transfer.code))
    .flatMap(({ transfer }) => transfer.subjectId ?? [])
  if (subjects.length === 0) return new Map()
  const rows = await queryText(
    pool,
    `SELECT id, top_up_id FROM app.credit WHERE id = ANY($1::uuid[])
     UNION ALL SELECT id, top_up_id FROM app.deposit WHERE id = ANY($1::uuid[])`,
    [idArray(new Set(subjects))],
  )
  return new Map(
    rows.map((row) => {
      const r = readRow(row)
      return [r.text(), r.maybeText()]
    }),
  )
}

const OUTWARD: ReadonlySet<string> = new Set(['payout', 'payout_undone'])

function subjectOf({ code, subjectId }: StatementLine['transfer'], topUps: TopUpsOf) {
  if (subjectId === null) return null
  if (OUTWARD.has(code)) return encodeId('pot', subjectId)
  if (!FROM_OUTSIDE.has(code)) return encodeId('pay', subjectId)
  const topUp = topUps.get(subjectId) ?? null
  return topUp === null ? null : encodeId('top', topUp)
}

function viewLine(
  { transfer, change, balance }: StatementLine,
  { book, topUps }: { readonly book: TransferView['book']; readonly topUps: TopUpsOf },
): TransferView {
  const amountOf = (minor: bigint): TransferView['change'] => ({
    value: minor.toString(),
    currency: transfer.currency,
  })
  return {
    id: encodeId('trf', transfer.id),
    object: 'transfer',
    set: transfer.setId,
    code: transfer.code,
    book,
    change: amountOf(change),
    balance_after: amountOf(balance),
    subject: subjectOf(transfer, topUps),
    occurred_at: formatInstant(transfer.occurredAt),
    recorded_at: formatInstant(transfer.recordedAt),
  }
}

function writePosition({ occurredAt, id, balance }: StatementPosition): string[] {
  return [occurredAt.toString(), id, balance.toString()]
}

function readPosition(position: readonly string[]): StatementPosition | undefined {
  const [occurredAt, id, balance] = position
  if (occurredAt === undefined || id === undefined || balance === undefined) return undefined
  return { occurredAt: instant(Number.parseInt(occurredAt, 10)), id, balance: BigInt(balance) }
}
