import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { amount, currencyCode, id, signedAmount, timestamp } from '../primitives.ts'

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11')

export const invoiceView = z.object({
  object: z.literal('invoice'),
  number: z.string(),
  month: month.meta({ description: 'In UTC.' }),
  currency: z.string(),
  marketplace: z.object({ id: id('mkt'), name: z.string() }),
  total: signedAmount.meta({ description: 'Below zero: more was given back than taken.' }),
  final: z.boolean().meta({ description: 'False: the month is not over.' }),
})
export type InvoiceView = z.infer<typeof invoiceView>

export const invoiceDetail = invoiceView.extend({
  lines: z.array(
    z.object({
      payment: id('pay'),
      reference: z.string().nullable(),
      description: z.string().nullable(),
      at: timestamp,
      gross: amount.nullable().meta({ description: 'Null: given back after a claim.' }),
      commission: signedAmount,
    }),
  ),
})
export type InvoiceDetail = z.infer<typeof invoiceDetail>

export const invoiceRoutes = {
  /** What a seller was charged, newest month first. */
  listInvoices: {
    method: 'GET',
    path: '/wallet/api/invoices',
    access: 'person',
    response: z.object({ data: z.array(invoiceView) }),
    refusals: [],
  },
  /** Of this marketplace. */
  getInvoice: {
    method: 'GET',
    path: '/wallet/api/invoices/{id}',
    access: 'person',
    params: { id: 'mkt' },
    query: z.strictObject({ month, currency: currencyCode }),
    response: invoiceDetail,
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
