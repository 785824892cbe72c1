import { join } from 'node:path'
import { currency, type Instant, parseDecimal, parseInstant } from '@danbao/kernel'
import {
  type Order,
  ORDER_STATUSES,
  type OrderItem,
  type OrderPayment,
  PAYMENT_TYPES,
} from './order.ts'
import { type Line, LineProblem, readLines, type Unreadable } from './read-lines.ts'

/** The currency of the files. */
export const REPLAY_CURRENCY = currency('BRL')

export interface OrderFiles {
  readonly orders: readonly Order[]
  readonly unreadable: readonly Unreadable[]
}

interface Draft extends Order {
  readonly items: OrderItem[]
  readonly payments: OrderPayment[]
}

/**
 * Reads the five files of the Olist format out of a folder. Lines that can not be read are listed
 * and left out. Throws when a file or one of its columns is missing.
 */
export async function readOrders(folder: string): Promise<OrderFiles> {
  const unreadable: Unreadable[] = []
  const read = async <C extends string>(
    name: string,
    columns: readonly C[],
    line: (line: Line<C>) => void,
  ): Promise<void> => {
    const path = join(folder, `olist_${name}_dataset.csv`)
    unreadable.push(...(await readLines(path, columns, line)))
  }
  const sellers = new Set<string>()
  await read('sellers', ['seller_id'], (line) => addOnce(sellers, id(line('seller_id'), 'seller')))
  const buyers = new Map<string, string>()
  await read('customers', ['customer_id', 'customer_unique_id'], (line) => {
    const customer = id(line('customer_id'), 'customer')
    if (buyers.has(customer)) throw new LineProblem(`customer ${customer} is listed twice`)
    buyers.set(customer, id(line('customer_unique_id'), 'unique customer'))
  })
  const orders = new Map<string, Draft>()
  await read('orders', ORDER_COLUMNS, (line) => {
    const order = readOrder(line, buyers)
    if (orders.has(order.id)) throw new LineProblem(`order ${order.id} is listed twice`)
    orders.set(order.id, order)
  })
  await read('order_items', ITEM_COLUMNS, (line) => {
    addNumbered(orderOf(orders, line('order_id')).items, readItem(line, sellers))
  })
  await read('order_payments', PAYMENT_COLUMNS, (line) => {
    addNumbered(orderOf(orders, line('order_id')).payments, readPayment(line))
  })
  return { orders: [...orders.values()], unreadable }
}

const ORDER_COLUMNS = [
  'order_id',
  'customer_id',
  'order_status',
  'order_purchase_timestamp',
  'order_approved_at',
  'order_delivered_carrier_date',
  'order_delivered_customer_date',
] as const
const ITEM_COLUMNS = ['order_id', 'order_item_id', 'seller_id', 'price', 'freight_value'] as const
const PAYMENT_COLUMNS = ['order_id', 'payment_sequential', 'payment_type', 'payment_value'] as const

function readOrder(
  line: Line<(typeof ORDER_COLUMNS)[number]>,
  buyers: ReadonlyMap<string, string>,
): Draft {
  const buyer = buyers.get(line('customer_id'))
  if (buyer === undefined) throw new LineProblem(`there is no customer "${line('customer_id')}"`)
  return {
    id: id(line('order_id'), 'order'),
    buyer,
    status: known(ORDER_STATUSES, line('order_status'), 'status'),
    purchasedAt: timestamp(line('order_purchase_timestamp')),
    approvedAt: maybeTimestamp(line('order_approved_at')),
    carrierAt: maybeTimestamp(line('order_delivered_carrier_date')),
    customerAt: maybeTimestamp(line('order_delivered_customer_date')),
    items: [],
    payments: [],
  }
}

function readItem(
  line: Line<(typeof ITEM_COLUMNS)[number]>,
  sellers: ReadonlySet<string>,
): OrderItem {
  if (!sellers.has(line('seller_id')))
    throw new LineProblem(`there is no seller "${line('seller_id')}"`)
  return {
    number: number(line('order_item_id')),
    seller: line('seller_id'),
    price: amount(line('price')),
    freight: amount(line('freight_value')),
  }
}

function readPayment(line: Line<(typeof PAYMENT_COLUMNS)[number]>): OrderPayment {
  return {
    number: number(line('payment_sequential')),
    type: known(PAYMENT_TYPES, line('payment_type'), 'payment type'),
    value: amount(line('payment_value')),
  }
}

function orderOf(orders: ReadonlyMap<string, Draft>, orderId: string): Draft {
  const order = orders.get(orderId)
  if (order === undefined) throw new LineProblem(`there is no order "${orderId}"`)
  return order
}

function addOnce(to: Set<string>, value: string): void {
  if (to.has(value)) throw new LineProblem(`seller ${value} is listed twice`)
  to.add(value)
}

/** A number twice is the same line twice: counting it again would change the money. */
function addNumbered<T extends { readonly number: number }>(to: T[], one: T): void {
  if (to.some(({ number }) => number === one.number)) {
    throw new LineProblem(`number ${one.number} of this order is listed twice`)
  }
  to.push(one)
}

const LONGEST_ID = 90

/** Ids become references, which have a longest length; two of them share one. */
function id(text: string, what: string): string {
  if (text === '' || text.length > LONGEST_ID) throw new LineProblem(`"${text}" is no ${what} id`)
  return text
}

function known<T extends string>(values: readonly T[], text: string, what: string): T {
  const found = values.find((value) => value === text)
  if (found === undefined) throw new LineProblem(`"${text}" is no ${what}`)
  return found
}

function number(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new LineProblem(`"${text}" is no number`)
  return Number.parseInt(text, 10)
}

function amount(text: string): bigint {
  const parsed = parseDecimal(text, REPLAY_CURRENCY)
  if (!parsed.ok) throw new LineProblem(`"${text}" is no amount`)
  return parsed.value.minor
}

/** In UTC. Years that no order can be of are typing errors, and would move the clock for ever. */
const TIMESTAMP = /^((?:19[7-9]\d|2[01]\d\d)-\d\d-\d\d) (\d\d:\d\d:\d\d)$/

function timestamp(text: string): Instant {
  const [, day, time] = TIMESTAMP.exec(text) ?? []
  const parsed = parseInstant(`${day}T${time}Z`)
  if (!parsed.ok) throw new LineProblem(`"${text}" is no timestamp`)
  return parsed.value
}

function maybeTimestamp(text: string): Instant | null {
  return text === '' ? null : timestamp(text)
}
