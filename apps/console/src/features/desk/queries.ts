import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../../api.ts'
import { afterCursor, PAGED } from '../common/paged.ts'

export interface QueueFilter {
  readonly kind: CaseKind | undefined
  readonly mine: boolean
}

const FRESH_MS = 30_000

export function queueQuery({ kind, mine }: QueueFilter) {
  const filter = {
    ...(kind === undefined ? {} : { kind }),
    ...(mine ? { mine: 'true' as const } : {}),
  }
  return infiniteQueryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call('listQueue', {
        query: { ...filter, ...afterCursor(pageParam) },
        signal,
      }),
    ...PAGED,
    // Colleagues take cases and new ones come.
    refetchInterval: FRESH_MS,
  })
}

// A case stays as it was looked at until it is decided: the server refuses what changed meanwhile.
const STEADY = { staleTime: Infinity, refetchOnWindowFocus: false } as const

export function identityQuery(id: string) {
  return queryOptions({
    ...STEADY,
    queryKey: ['case', 'identity', id],
    queryFn: ({ signal }) => api.call('getIdentityCase', { params: { id }, signal }),
  })
}

export function recoveryQuery(id: string) {
  return queryOptions({
    ...STEADY,
    queryKey: ['case', 'recovery', id],
    queryFn: ({ signal }) => api.call('getRecoveryCase', { params: { id }, signal }),
  })
}

export function closureQuery(id: string) {
  return queryOptions({
    ...STEADY,
    queryKey: ['case', 'closure', id],
    queryFn: ({ signal }) => api.call('getClosureCase', { params: { id }, signal }),
  })
}

export function disputeQuery(id: string) {
  return queryOptions({
    ...STEADY,
    queryKey: ['case', 'dispute', id],
    queryFn: ({ signal }) => api.call('getDisputeCase', { params: { id }, signal }),
  })
}

/** The one before stays until the next is there: the slider moves on without a jump. */
export function decisionPreviewQuery(id: string, back: string | undefined) {
  return queryOptions({
    queryKey: ['settlement', id, back],
    queryFn: ({ signal }) =>
      api.call('previewDecision', { params: { id }, query: { back: back ?? '0' }, signal }),
    enabled: back !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function paymentCheckQuery(id: string) {
  return queryOptions({
    ...STEADY,
    queryKey: ['case', 'payment_check', id],
    queryFn: ({ signal }) => api.call('getPaymentCheck', { params: { id }, signal }),
  })
}

export function colleaguesQuery(kind: CaseKind) {
  return queryOptions({
    queryKey: ['colleagues', kind],
    queryFn: ({ signal }) => api.call('listColleagues', { query: { kind }, signal }),
    staleTime: 5 * 60_000,
  })
}

/** After anything that changes the work: the queue, the case and the counts are read anew. */
export function useRefreshWork(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      [['queue'], ['case'], ['me'], ['approvals']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
  }
}

/** Takes a case by its id. */
export function useTakeCase(done: (taken: QueueCase) => void) {
  const refresh = useRefreshWork()
  return useMutation({
    mutationFn: (id: string) => api.call('takeCase', { params: { id } }),
    onSuccess: done,
    onSettled: refresh,
  })
}
