import type { Instant } from '@danbao/kernel'

export const ORDER_STATUSES = [
  'created',
  'approved',
  'invoiced',
  'processing',
  'shipped',
  'delivered',
  'unavailable',
  'canceled',
] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const PAYMENT_TYPES = [
  'credit_card',
  'debit_card',
  'boleto',
  'voucher',
  'not_defined',
] as const
export type PaymentType = (typeof PAYMENT_TYPES)[number]

/** An order as the marketplace recorded it. Amounts in minor units. */
export interface Order {
  readonly id: string
  /** The person, who has another customer id in each order. */
  readonly buyer: string
  readonly status: OrderStatus
  readonly purchasedAt: Instant
  readonly approvedAt: Instant | null
  /** Handed to the carrier. */
  readonly carrierAt: Instant | null
  /** Handed to the customer. */
  readonly customerAt: Instant | null
  readonly items: readonly OrderItem[]
  readonly payments: readonly OrderPayment[]
}

export interface OrderItem {
  readonly number: number
  readonly seller: string
  readonly price: bigint
  readonly freight: bigint
}

export interface OrderPayment {
  readonly number: number
  readonly type: PaymentType
  readonly value: bigint
}
