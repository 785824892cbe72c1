import type { SellingView } from '@danbao/contracts/wallet'
import { type Currency, formatInstant } from '@danbao/kernel'
import { type Pool, queryText } from '@danbao/database'
import type { PersonCaller } from '../engine/caller.ts'
import { commissionOn } from '../payments/money-rules.ts'
import type { Payment } from '../payments/payment.ts'
import { PAYMENT_COLUMNS, readPayment } from '../payments/store.ts'
import { viewAmount, viewInstant } from '../payments/view.ts'

type Outlook = Omit<SellingView, 'object' | 'at'>
type Expected = Outlook['expected'][number]

/**
 * What a seller has to do, and what money comes when. Reads each open sale: commission is rounded
 * payment by payment.
 */
export async function readOutlook(pool: Pool, { personId }: PersonCaller): Promise<Outlook> {
  const rows = await queryText(
    pool,
    `SELECT ${PAYMENT_COLUMNS} FROM app.payment
     WHERE seller_id = $1 AND in_escrow > 0 ORDER BY due_at, id`,
    [personId],
  )
  const sales = rows.map(readPayment)
  const toShip = sales.filter(({ state }) => state === 'held')
  const currencies = [...new Set(sales.map(({ currency }) => currency))].toSorted()
  return {
    to_ship: { count: toShip.length, first_due: viewInstant(toShip[0]?.due?.at ?? null) },
    disputed: sales.filter(({ state }) => state === 'disputed').length,
    expected: currencies.map((currency) => expectedIn(currency, sales)),
  }
}

function expectedIn(currency: Currency, sales: readonly Payment[]): Expected {
  const days = new Map<string, bigint>()
  let undated = 0n
  for (const sale of sales.filter((one) => one.currency === currency)) {
    const net = netOf(sale)
    const day = dayOf(sale)
    if (day === undefined) undated += net
    else days.set(day, (days.get(day) ?? 0n) + net)
  }
  return {
    currency,
    undated: viewAmount(currency, undated),
    days: [...days].map(([day, amount]) => ({ day, amount: viewAmount(currency, amount) })),
  }
}

function netOf(sale: Payment): bigint {
  const gross = sale.money.inEscrow
  return gross - commissionOn(sale, gross)
}

/** When its own timer pays the seller; a buyer who confirms is faster. */
function dayOf({ due }: Payment): string | undefined {
  const pays = due?.kind === 'confirmation' || due?.kind === 'inspection'
  return pays ? formatInstant(due.at).slice(0, 10) : undefined
}
