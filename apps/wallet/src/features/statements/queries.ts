import type { StatementFormat } from '@danbao/contracts/wallet'
import type { Language } from '@danbao/ui'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export interface StatementAsked {
  readonly book: 'wallet' | 'proceeds'
  readonly currency: string
  readonly from: string
  readonly to: string
}

export const accountsQuery = queryOptions({
  queryKey: ['statement-accounts'],
  queryFn: ({ signal }) => api.call('listStatementAccounts', { signal }),
})

export const statementQuery = (asked: StatementAsked) =>
  queryOptions({
    queryKey: ['statement', asked],
    queryFn: ({ signal }) => api.call('getStatement', { query: { ...asked }, signal }),
  })

export function fileAddress(
  asked: StatementAsked,
  format: StatementFormat,
  language: Language,
): string {
  const query = new URLSearchParams({ ...asked, format, language })
  return `/wallet/api/statements/file?${query}`
}

const ENDINGS: Readonly<Record<StatementFormat, string>> = {
  pdf: 'pdf',
  csv: 'csv',
  'camt.053': 'xml',
}

/** 'danbao-wallet-eur-2026-11-01-2026-11-30.pdf'. */
export function fileName(asked: StatementAsked, format: StatementFormat): string {
  const { book, currency, from, to } = asked
  return `danbao-${book}-${currency.toLowerCase()}-${from}-${to}.${ENDINGS[format]}`
}
