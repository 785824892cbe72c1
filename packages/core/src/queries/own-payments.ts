import { PAYMENT_STATES, type PaymentState, type Refusal } from '@danbao/contracts'
import type { PaymentAction } from '@danbao/contracts/wallet'
import { accept, type Instant, type Result, type Uuid } from '@danbao/kernel'
import { type Condition, type Pool, queryText, readRow, type TextRow } from '@danbao/database'
import type { PersonCaller } from '../engine/caller.ts'
import { actionsOf } from '../payments/actions.ts'
import { CLOSED_STATES, type Payment } from '../payments/payment.ts'
import { extendableFrom } from '../payments/steps.ts'
import { PAYMENT_COLUMNS, readPayment } from '../payments/store.ts'
import { paymentJson, viewInstant } from '../payments/view.ts'
import { openPage, type PageRequest, readNewestFirst } from './page.ts'
import { noSuchPayment } from './payments.ts'

/** A payment as one of its two people sees it. */
interface Own {
  readonly id: Uuid
  readonly payment: Payment
  readonly role: 'buyer' | 'seller'
  readonly counterpart: string | null
  readonly marketplace: string
  readonly actions: readonly PaymentAction[]
}

const OWN_COLUMNS = `${PAYMENT_COLUMNS},
  (SELECT name FROM app.account WHERE id = payment.buyer_id),
  (SELECT name FROM app.account WHERE id = payment.seller_id),
  (SELECT name FROM app.marketplace WHERE id = payment.marketplace_id),
  EXISTS (SELECT FROM app.dispute WHERE payment_id = payment.id AND state <> 'closed')`

const NAMES = 4

function readOwn(row: TextRow, person: Uuid, at: Instant): Own {
  const payment = readPayment(row)
  const r = readRow(row.slice(-NAMES))
  const [buyer, seller, marketplace, disputed] = [r.maybeText(), r.text(), r.text(), r.boolean()]
  const role = payment.sellerId === person ? 'seller' : 'buyer'
  return {
    id: payment.id,
    payment,
    role,
    counterpart: role === 'buyer' ? seller : buyer,
    marketplace,
    actions: actionsOf(payment, role, { at, disputed }),
  }
}

function ownJson({ payment, role, counterpart, marketplace, actions }: Own): string {
  const around = { object: 'own_payment', role, counterpart, marketplace, actions }
  return `${JSON.stringify(around).slice(0, -1)},"payment":${paymentJson(payment)}}`
}

/** One payment of the person, and since when its deadline can be extended. */
export async function getOwnPayment(
  pool: Pool,
  { personId }: PersonCaller,
  { id, now }: { readonly id: Uuid; readonly now: Instant },
): Promise<Result<{ readonly json: string; readonly extendableFrom: string | null }, Refusal>> {
  const [row] = await queryText(
    pool,
    `SELECT ${OWN_COLUMNS} FROM app.payment AS payment
     WHERE id = $1 AND (buyer_id = $2 OR seller_id = $2)`,
    [id, personId],
  )
  if (row === undefined) return noSuchPayment()
  const own = readOwn(row, personId, now)
  const from = own.role === 'buyer' ? extendableFrom(own.payment) : null
  return accept({ json: ownJson(own), extendableFrom: viewInstant(from) })
}

/** A seller is not shown what nobody has paid. */
const SOLD = '(seller_id = ? AND secured > 0)'
const SIDES = { buyer: 'buyer_id = ?', seller: SOLD, both: `(buyer_id = ? OR ${SOLD})` }

/** Which payments; absent: all. */
export interface OwnPaymentsRequest extends PageRequest {
  readonly role?: 'buyer' | 'seller' | undefined
  readonly group?: 'open' | 'to_ship' | 'disputed' | 'closed' | undefined
  readonly now: Instant
}

/** Newest first. */
export async function listOwnPayments(
  pool: Pool,
  caller: PersonCaller,
  { role, group, now, ...request }: OwnPaymentsRequest,
): Promise<Result<string, Refusal>> {
  const { personId } = caller
  const list = { route: 'own_payments', filters: { role, group }, page: request }
  const page = await openPage(pool, caller, list)
  if (!page.ok) return page
  const { role: side, group: of } = page.value.filters
  const sides: Condition = [SIDES[side === 'buyer' || side === 'seller' ? side : 'both'], personId]
  const rows = {
    table: 'app.payment AS payment',
    columns: OWN_COLUMNS,
    conditions: [sides, ...inGroup(of)],
    read: (row: TextRow) => readOwn(row, personId, now),
    json: ownJson,
  }
  return accept(await readNewestFirst(pool, page.value, rows))
}

/** Each group as the states of its payments; a claim makes a closed one disputed too. */
const GROUPS: Readonly<Record<string, readonly PaymentState[]>> = {
  open: PAYMENT_STATES.filter((state) => !CLOSED_STATES.has(state)),
  to_ship: ['held'],
  closed: [...CLOSED_STATES],
}
const DISPUTED = `(state = ? OR EXISTS (
  SELECT FROM app.dispute WHERE payment_id = payment.id AND state <> 'closed'))`

function inGroup(group: string | undefined): readonly Condition[] {
  if (group === 'disputed') return [[DISPUTED, group]]
  return [["state = ANY(string_to_array(?, ','))", GROUPS[group ?? '']?.join()]]
}
