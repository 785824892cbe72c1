import type { AmountView } from '@danbao/ui'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** A payment with its dispute. */
export function ownPaymentQuery(id: string) {
  return queryOptions({
    queryKey: ['payment', id],
    queryFn: ({ signal }) => api.call('getOwnPayment', { params: { id }, signal }),
  })
}

export function evidenceQuery(id: string) {
  return queryOptions({
    queryKey: ['evidence', id],
    queryFn: ({ signal }) => api.call('listEvidence', { params: { id }, signal }),
  })
}

/** What becomes of the money when so much goes back; the one before stays while it is asked for. */
export function settlementQuery(paymentId: string, back: AmountView | undefined) {
  return queryOptions({
    queryKey: ['settlement', paymentId, back?.value],
    queryFn: ({ signal }) =>
      api.call('previewSettlement', {
        params: { id: paymentId },
        query: { back: back?.value ?? '0' },
        signal,
      }),
    enabled: back !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** The payment as it became after a move: shown at once, and all that tells of it is read anew. */
export function useTakeIn(): (detail: OwnPaymentDetail) => void {
  const client = useQueryClient()
  return (detail) => {
    client.setQueryData(ownPaymentQuery(detail.payment.id).queryKey, detail)
    void client.invalidateQueries()
  }
}
