import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** Among the payments: a released one belongs on an invoice. */
export const invoicesQuery = queryOptions({
  queryKey: ['payments', 'invoices'],
  queryFn: ({ signal }) => api.call('listInvoices', { signal }),
})

export interface InvoiceAddress {
  readonly marketplace: string
  readonly month: string
  readonly currency: string
}

export const invoiceQuery = ({ marketplace, month, currency }: InvoiceAddress) =>
  queryOptions({
    queryKey: ['payments', 'invoices', marketplace, month, currency],
    queryFn: ({ signal }) =>
      api.call('getInvoice', { params: { id: marketplace }, query: { month, currency }, signal }),
  })

export function invoicePath({ marketplace, month, currency }: InvoiceAddress): string {
  return `/invoices/${marketplace}?${new URLSearchParams({ month, currency })}`
}
