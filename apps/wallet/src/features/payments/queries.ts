import type { OwnPaymentDetail, PAYMENT_GROUPS } from '@danbao/contracts/wallet'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export interface PaymentFilter {
  readonly role?: 'buyer' | 'seller'
  readonly group?: (typeof PAYMENT_GROUPS)[number]
}

/** Newest first, page by page. */
export const paymentsQuery = (filter: PaymentFilter) =>
  infiniteQueryOptions({
    queryKey: ['payments', filter],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = cursor === '' ? filter : { ...filter, cursor }
      return api.call('listOwnPayments', { query, signal })
    },
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

export const paymentQuery = (id: string) =>
  queryOptions({
    queryKey: ['payment', id],
    queryFn: ({ signal }) => api.call('getOwnPayment', { params: { id }, signal }),
  })

/** After something was done: the payment as it became; what lists and sums it is asked for again. */
export function keepPayment(client: QueryClient, payment: OwnPaymentDetail): void {
  client.setQueryData(paymentQuery(payment.payment.id).queryKey, payment)
  void client.invalidateQueries({ queryKey: ['payments'] })
  void client.invalidateQueries({ queryKey: ['home'] })
}
