import { idArray } from '@danbao/database'
import { readAccount } from '@danbao/ledger'
import type { Uuid } from '@danbao/kernel'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { payments } from '../payments/store.ts'

const walletsOfPayments = new Slot<{ readonly id: Uuid }>()
const walletsOfCheckouts = new Slot<{ readonly id: Uuid }>()
const walletsOfQuotes = new Slot<{ readonly id: Uuid }>()
const walletsOfDeposits = new Slot<{ readonly id: Uuid }>()
const booksOfDisputes = new Slot<{ readonly id: Uuid }>()

/** The wallet that pays a payment (or gets its money back), or all the payments of a checkout. */
export const needWalletOfPayment = (id: Uuid) => (ws: WorkingSet) => walletsOfPayments.want(ws, id)
export const needWalletOfCheckout = (id: Uuid) => (ws: WorkingSet) =>
  walletsOfCheckouts.want(ws, id)
/** The wallet in another currency that a quote names. */
export const needWalletOfQuote = (id: Uuid) => (ws: WorkingSet) => walletsOfQuotes.want(ws, id)
/** The wallet that got a deposit, or would have. */
export const needWalletOfDeposit = (id: Uuid) => (ws: WorkingSet) => walletsOfDeposits.want(ws, id)
/** What both sides hold, where a dispute of this id, or one over the payment of this id, is open. */
export const needBooksOfDispute = (id: Uuid) => (ws: WorkingSet) => booksOfDisputes.want(ws, id)

/**
 * All debited accounts are locked here, in the order of their ids, and with them the wallets that
 * money may come back to: a wallet that one transaction pays from and another refunds to must not
 * make them wait for each other in a circle. What only ever earns needs no lock.
 */
const LOCK = {
  name: 'wallets.lock',
  sql: `SELECT id, code, currency, balance, floor, opened_at FROM ledger.account
    WHERE id = ANY(ARRAY(
      SELECT unnest($1::uuid[])
      UNION SELECT wallet_id FROM app.payment WHERE id = ANY($2::uuid[])
      UNION SELECT wallet_id FROM app.payment WHERE checkout_id = ANY($3::uuid[])
      UNION SELECT unnest(ARRAY[payment.wallet_id, payment.proceeds_id])
        FROM app.dispute JOIN app.payment ON payment.id = dispute.payment_id
        WHERE dispute.payment_id = ANY($4::uuid[]) AND dispute.state <> 'closed'
      UNION SELECT unnest(ARRAY[payment.wallet_id, payment.proceeds_id])
        FROM app.dispute JOIN app.payment ON payment.id = dispute.payment_id
        WHERE dispute.id = ANY($4::uuid[])
      UNION SELECT wallet_id FROM app.quote WHERE id = ANY($5::uuid[])
      UNION SELECT wallet_id FROM app.deposit WHERE id = ANY($6::uuid[])))
    ORDER BY id FOR NO KEY UPDATE`,
}

export const walletParticipant: Participant = {
  load(ws) {
    const named = ws.books.wanted
    const paid = walletsOfPayments.wanted(ws)
    const checkouts = walletsOfCheckouts.wanted(ws)
    const claims = booksOfDisputes.wanted(ws)
    const quotes = walletsOfQuotes.wanted(ws)
    const funded = walletsOfDeposits.wanted(ws)
    const asked = [named, paid, checkouts, claims, quotes, funded]
    if (asked.every((ids) => ids.size === 0)) return []
    return [
      {
        call: {
          statement: LOCK,
          values: asked.map((ids) => idArray(ids)),
        },
        absorb: (rows) => {
          for (const row of rows) ws.books.load(readAccount(row))
          knowTheAbsent(ws)
        },
      },
    ]
  },
}

/** An account that was asked for and has no row yet holds nothing. */
function knowTheAbsent(ws: WorkingSet): void {
  for (const payment of payments.all(ws)) {
    if (
      walletsOfPayments.wanted(ws).has(payment.id) ||
      walletsOfCheckouts.wanted(ws).has(payment.checkoutId ?? '')
    ) {
      if (payment.walletId !== null) ws.books.want(payment.walletId)
    }
  }
}
