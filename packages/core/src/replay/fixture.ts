import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The five files, by the middle of their names, as lines without their headers. */
export interface FixtureLines {
  readonly orders: readonly string[]
  readonly order_items: readonly string[]
  readonly order_payments: readonly string[]
  readonly customers: readonly string[]
  readonly sellers: readonly string[]
}

const HEADERS: Readonly<Record<keyof FixtureLines, string>> = {
  orders:
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
  order_items:
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
  order_payments: 'order_id,payment_sequential,payment_type,payment_installments,payment_value',
  customers: 'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
  sellers: 'seller_id,seller_zip_code_prefix,seller_city,seller_state',
}

export interface FixtureFolder {
  readonly path: string
  remove(): Promise<void>
}

/** A folder in the format of the marketplace's files, for tests. */
export async function writeFixture(lines: Partial<FixtureLines>): Promise<FixtureFolder> {
  const path = await mkdtemp(join(tmpdir(), 'danbao-replay-'))
  const names = ['orders', 'order_items', 'order_payments', 'customers', 'sellers'] as const
  for (const name of names) {
    const text = [HEADERS[name], ...(lines[name] ?? []), ''].join('\n')
    await writeFile(join(path, `olist_${name}_dataset.csv`), text)
  }
  return { path, remove: () => rm(path, { recursive: true }) }
}

/** Invented orders: one of every kind that the rules of a replay tell apart. */
export const ORDERS: FixtureLines = {
  customers: [
    'c1,ana,01000,sao paulo,SP',
    'c2,bia,02000,"rio, de janeiro",RJ',
    // The same person in another order.
    'c3,ana,01000,sao paulo,SP',
    ...[4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => `c${n},buyer${n},03000,recife,PE`),
  ],
  sellers: ['s1,10000,curitiba,PR', 's2,20000,manaus,AM', 's3,30000,natal,RN'],
  orders: [
    'o-delivered,c1,delivered,2018-01-01 10:00:00,2018-01-01 11:00:00,2018-01-03 10:00:00,2018-01-09 10:00:00,2018-01-20 00:00:00',
    // Two sellers and a voucher; the carrier's date lies before the approval.
    'o-two,c2,delivered,2018-01-02 10:00:00,2018-01-02 12:00:00,2018-01-02 11:00:00,2018-01-08 10:00:00,2018-01-20 00:00:00',
    'o-lacks,c3,delivered,2018-01-03 10:00:00,,,,2018-01-20 00:00:00',
    'o-shipped,c4,shipped,2018-01-04 10:00:00,2018-01-04 10:00:00,2018-01-05 10:00:00,,2018-01-20 00:00:00',
    'o-canceled,c5,canceled,2018-01-05 10:00:00,2018-01-06 10:00:00,,,2018-01-20 00:00:00',
    'o-returned,c6,canceled,2018-01-06 10:00:00,2018-01-06 11:00:00,2018-01-07 10:00:00,2018-01-10 10:00:00,2018-01-20 00:00:00',
    'o-unavailable,c7,unavailable,2018-01-07 10:00:00,,,,2018-01-20 00:00:00',
    'o-invoiced,c8,invoiced,2018-01-08 10:00:00,2018-01-08 11:00:00,,,2018-01-20 00:00:00',
    // Paid after the five days that a buyer has: the timer was first, for all that follows too.
    'o-late,c9,delivered,2018-01-09 10:00:00,2018-01-15 10:00:00,2018-01-16 10:00:00,2018-01-17 10:00:00,2018-01-20 00:00:00',
    // Delivered more than 60 days after it was shipped.
    'o-slow,c10,delivered,2018-01-10 10:00:00,2018-01-10 11:00:00,2018-01-11 10:00:00,2018-03-20 10:00:00,2018-01-20 00:00:00',
    'o-no-items,c11,unavailable,2018-01-11 10:00:00,,,,2018-01-20 00:00:00',
    'o-no-payment,c12,delivered,2018-01-12 10:00:00,2018-01-12 11:00:00,,,2018-01-20 00:00:00',
    'o-zero,c13,canceled,2018-01-13 10:00:00,,,,2018-01-20 00:00:00',
    'o-voucher,c14,delivered,2018-01-14 10:00:00,2018-01-14 10:00:00,2018-01-15 10:00:00,2018-01-16 10:00:00,2018-01-20 00:00:00',
  ],
  order_items: [
    'o-delivered,1,p,s1,2018-01-20 00:00:00,90.0,9.99',
    'o-two,2,p,s2,2018-01-20 00:00:00,20.0,0',
    'o-two,1,p,s1,2018-01-20 00:00:00,10.0,0.0',
    'o-lacks,1,p,s2,2018-01-20 00:00:00,50,0',
    'o-shipped,1,p,s1,2018-01-20 00:00:00,10.5,0',
    'o-canceled,1,p,s1,2018-01-20 00:00:00,30,0',
    'o-returned,1,p,s3,2018-01-20 00:00:00,40,0',
    'o-unavailable,1,p,s3,2018-01-20 00:00:00,15,0',
    'o-invoiced,1,p,s1,2018-01-20 00:00:00,25,0',
    'o-late,1,p,s1,2018-01-20 00:00:00,35,0',
    'o-slow,1,p,s2,2018-01-20 00:00:00,60,0',
    'o-no-payment,1,p,s1,2018-01-20 00:00:00,35,0',
    'o-zero,1,p,s1,2018-01-20 00:00:00,35,0',
    'o-voucher,1,p,s1,2018-01-20 00:00:00,12.34,0',
  ],
  order_payments: [
    'o-delivered,1,credit_card,3,99.99',
    'o-two,1,credit_card,1,70.01',
    'o-two,2,voucher,1,30.0',
    'o-lacks,1,boleto,1,50',
    'o-shipped,1,debit_card,1,10.5',
    'o-canceled,1,voucher,1,10.01',
    'o-canceled,2,credit_card,1,19.99',
    'o-returned,1,credit_card,1,40.0',
    'o-unavailable,1,boleto,1,15.0',
    'o-invoiced,1,boleto,1,25.0',
    'o-late,1,boleto,1,35.0',
    'o-slow,1,credit_card,1,60.0',
    'o-no-items,1,credit_card,1,60.0',
    'o-zero,1,not_defined,1,0.0',
    'o-voucher,1,voucher,1,12.34',
  ],
}
