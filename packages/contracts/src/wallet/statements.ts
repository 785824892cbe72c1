import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { currencyCode, signedAmount } from '../primitives.ts'
import { appLanguage } from './sign-in.ts'

export const STATEMENT_FORMATS = ['pdf', 'csv', 'camt.053'] as const
export type StatementFormat = (typeof STATEMENT_FORMATS)[number]

const period = {
  book: z.enum(['wallet', 'proceeds']),
  currency: currencyCode,
  from: z.iso.date().meta({ description: 'The first day, in UTC.' }),
  to: z.iso.date().meta({ description: 'The last day; at most 366 days.' }),
}

export const statementView = z.object({
  object: z.literal('statement'),
  opening: signedAmount,
  came: signedAmount,
  went: signedAmount.meta({ description: 'Below zero.' }),
  closing: signedAmount,
  lines: z.int(),
})
export type StatementView = z.infer<typeof statementView>

export const statementAccounts = z.object({
  object: z.literal('list'),
  data: z
    .array(z.object({ book: period.book, currency: z.string() }))
    .meta({ description: 'Wallets first; empty: nothing has ever moved.' }),
})

export const statementRoutes = {
  /** The balances of which there is something to tell, also where nothing is left. */
  listStatementAccounts: {
    method: 'GET',
    path: '/wallet/api/statements/accounts',
    access: 'person',
    response: statementAccounts,
    refusals: [],
  },
  /** What a statement of a period would say. */
  getStatement: {
    method: 'GET',
    path: '/wallet/api/statements',
    access: 'person',
    query: z.strictObject(period),
    response: statementView,
    refusals: ['invalid_request', 'currency_not_enabled'],
  },
  getStatementFile: {
    method: 'GET',
    path: '/wallet/api/statements/file',
    access: 'person',
    query: z.strictObject({ ...period, format: z.enum(STATEMENT_FORMATS), language: appLanguage }),
    response: 'file',
    refusals: ['invalid_request', 'currency_not_enabled'],
  },
  /** Of a payment, for either side, as PDF. */
  getReceipt: {
    method: 'GET',
    path: '/wallet/api/payments/{id}/receipt.pdf',
    access: 'person',
    params: { id: 'pay' },
    query: z.strictObject({ language: appLanguage }),
    response: 'file',
    refusals: ['not_found'],
  },
} as const satisfies Record<string, AppRoute>
