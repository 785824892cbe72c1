import type { DisputeView, PaymentView } from '@danbao/sdk'
import { z } from 'zod'
import { LANGUAGES } from '../page/language.ts'

// All the shop remembers. What it got from Danbao is kept as it came.

const digits = z.string().regex(/^\d{1,15}$/)
const text = z.union([z.string(), z.record(z.enum(LANGUAGES), z.string())])

/** The same in every language, or in each its own. */
export type Text = z.infer<typeof text>

const goods = z.object({
  id: z.string(),
  seller: z.string(),
  title: text,
  description: text,
  /** Minor units of the shop's currency. */
  price: digits,
  picture: z.string(),
})
export type Goods = z.infer<typeof goods>

const cart = z.object({
  /** The order it becomes; another one after every change. */
  order: z.string(),
  lines: z.array(z.object({ goods: z.string(), quantity: z.int() })),
})
export type Cart = z.infer<typeof cart>

const session = z.object({
  /** Stays when the session gets a new token. */
  visitor: z.string(),
  /** Who signed in. */
  person: z.string().nullable(),
  cart,
  seenAt: z.number(),
})
export type Session = z.infer<typeof session>

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const parcel = z.object({
  seller: z.string(),
  payment: z.custom<PaymentView>(isObject),
  dispute: z.custom<DisputeView>(isObject).nullable(),
})
/** What one seller sends, and the payment for it. */
export type Parcel = z.infer<typeof parcel>

const orderLine = z.object({
  goods: z.string(),
  title: text,
  picture: z.string(),
  seller: z.string(),
  price: digits,
  quantity: z.int(),
})
export type OrderLine = z.infer<typeof orderLine>

const order = z.object({
  id: z.string(),
  number: z.int(),
  visitor: z.string(),
  person: z.string().nullable(),
  /** In which it was made: what Danbao shows of it. */
  language: z.enum(LANGUAGES),
  madeAt: z.number(),
  lines: z.array(orderLine),
  returnUrl: z.string(),
  checkout: z.object({ id: z.string(), url: z.string() }).nullable(),
  parcels: z.array(parcel),
  /** When Danbao was last heard of; epoch milliseconds. */
  freshAt: z.number(),
})
export type Order = z.infer<typeof order>

export const stored = z.object({
  sessions: z.array(z.tuple([z.string(), session])),
  orders: z.array(order),
  goods: z.array(goods),
  /** Events that were acted on. */
  seen: z.array(z.string()),
})

export interface Data {
  /** By the hash of their token: who reads the file can not sign in with it. */
  readonly sessions: Map<string, Session>
  readonly orders: Map<string, Order>
  /** Made by sellers here, beside those the shop began with. */
  readonly goods: Map<string, Goods>
  readonly seen: Set<string>
}
