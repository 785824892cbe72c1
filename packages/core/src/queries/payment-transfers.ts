import type { PageQuery, PaymentTransferView, Refusal } from '@danbao/contracts'
import {
  accept,
  type Currency,
  currency,
  encodeId,
  formatInstant,
  type Instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import { loadSettings } from '../clock/database-clock.ts'
import type { Caller } from '../engine/caller.ts'
import type { Payment } from '../payments/payment.ts'
import { viewAmount, viewId } from '../payments/view.ts'
import { platformAccount, walletOf } from '../wallets/address.ts'
import { answerPage, openPage, type Page } from './page.ts'
import { findPayment, noSuchPayment } from './payments.ts'

export type PaymentTransfersRequest = PageQuery & { readonly id: Uuid }

/** Every movement of the money of a payment, newest first; together they explain what it says. */
export async function listPaymentTransfers(
  pool: Pool,
  caller: Caller,
  { id, ...request }: PaymentTransfersRequest,
): Promise<Result<string, Refusal>> {
  const payment = await findPayment(pool, caller, id)
  if (payment === undefined) return noSuchPayment()
  const page = await openPage(pool, caller, {
    route: `payment transfers ${id}`,
    filters: {},
    page: request,
  })
  if (!page.ok) return page
  const found = (await readMovements(pool, payment, page.value)).map((row) =>
    viewLine(payment, row),
  )
  const shown = { json: (line: Line) => JSON.stringify(line.view), position: positionOf }
  return accept(answerPage(page.value, found, shown))
}

/**
 * Escrow's own lines; and what passed beside it, which is found by who gave and when: the wallet
 * in another currency when it was paid, the seller and the fees when a claim was granted.
 */
const MOVEMENTS = `
  SELECT t.id, t.set_id, t.code, source.code, target.code, t.amount, t.currency,
    t.occurred_at, t.recorded_at
  FROM (
    SELECT * FROM ledger.transfer WHERE to_id = $1
    UNION SELECT * FROM ledger.transfer WHERE from_id = $1
    UNION SELECT * FROM ledger.transfer
      WHERE subject_id = $1 AND from_id = ANY($2::uuid[]) AND occurred_at IN (
        SELECT paid_at FROM app.payment WHERE id = $1
        UNION SELECT closed_at FROM app.dispute WHERE payment_id = $1 AND kind = 'claim')) AS t
  JOIN ledger.account AS source ON source.id = t.from_id
  JOIN ledger.account AS target ON target.id = t.to_id
  WHERE (t.occurred_at, t.id) < ($3::timestamptz, $4::uuid)
  ORDER BY t.occurred_at DESC, t.id DESC LIMIT $5`

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function readMovements(
  pool: Pool,
  payment: Payment,
  { position, limit }: Page,
): Promise<readonly TextRow[]> {
  const { currencies } = await loadSettings(pool)
  const beside = [
    ...walletsOf(payment, currencies),
    platformAccount('fees', payment.currency).id,
    payment.proceedsId,
  ]
  const [before = 'infinity', id = LAST_UUID] = position
  return queryText(pool, MOVEMENTS, [payment.id, beside, before, id, limit + 1])
}

function walletsOf({ buyerId }: Payment, currencies: ReadonlySet<Currency>): Uuid[] {
  return buyerId === null ? [] : [...currencies].map((of) => walletOf(buyerId, of).id)
}

interface Line {
  readonly view: PaymentTransferView
  readonly id: Uuid
  readonly occurredAt: Instant
}

function positionOf({ id, occurredAt }: Line): string[] {
  return [formatInstant(occurredAt), id]
}

function viewLine(payment: Payment, row: TextRow): Line {
  const r = readRow(row)
  const id = r.text()
  const [set, code, from, to] = [r.text(), r.text(), r.text(), r.text()]
  const [amount, of] = [r.bigint(), currency(r.text())]
  const occurredAt = r.instant()
  const view: PaymentTransferView = {
    id: encodeId('trf', id),
    object: 'payment_transfer',
    set,
    code,
    from: { book: from, account: ownerOf(payment, from) },
    to: { book: to, account: ownerOf(payment, to) },
    amount: viewAmount(of, amount),
    occurred_at: formatInstant(occurredAt),
    recorded_at: formatInstant(r.instant()),
  }
  return { view, id, occurredAt }
}

/** A payment touches its buyer's wallets and its seller's proceeds, nobody else's. */
function ownerOf(payment: Payment, book: string): string | null {
  if (book === 'wallet') return viewId('acc', payment.buyerId)
  return book === 'proceeds' ? encodeId('acc', payment.sellerId) : null
}
