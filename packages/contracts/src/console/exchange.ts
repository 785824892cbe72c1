import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { currencyCode, id, reason, signedAmount, timestamp } from '../primitives.ts'
import { staffRef } from './staff.ts'

/** What one euro is worth; more digits than a bank publishes are none. */
export const perEuro = z
  .string()
  .regex(/^(0|[1-9]\d{0,6})(\.\d{1,8})?$/, 'must be a number with a decimal point, like 95.1234')
  .refine((text) => /[1-9]/.test(text), 'must be more than zero')

const exchangeDesk = z.object({
  object: z.literal('exchange'),
  spread_bps: z.int().meta({ description: 'Kept of each exchange, in hundredths of a percent.' }),
  max_age_days: z
    .int()
    .nullable()
    .meta({ description: 'Older rates are refused. Null: any will do, in a sandbox.' }),
  source: z.object({
    host: z.string().nullable().meta({ description: 'Null: rates come by file or by hand.' }),
    asked_at: timestamp.nullable(),
    problem: z.string().nullable().meta({ description: 'Of the last time, as a code.' }),
  }),
  /** Of every enabled currency but the euro. */
  rates: z.array(
    z.object({
      currency: currencyCode,
      rate: z
        .object({
          per_euro: z.string(),
          day: z.iso.date(),
          source: z.enum(['ecb', 'staff']),
          stale: z.boolean(),
        })
        .nullable(),
    }),
  ),
  positions: z
    .array(signedAmount)
    .meta({ description: 'Below zero where more was given than taken.' }),
  worth: signedAmount
    .nullable()
    .meta({ description: 'Of all positions. Null: a rate is missing.' }),
  /** Typed in, and nobody has agreed yet. */
  waiting: z.array(
    z.object({
      approval: id('apr'),
      currency: currencyCode,
      per_euro: z.string(),
      reason: z.string(),
      requested_by: staffRef,
      requested_at: timestamp,
    }),
  ),
})
export type ExchangeDesk = z.infer<typeof exchangeDesk>

const one = { access: 'funding.manage', response: exchangeDesk } as const

export const exchangeDeskRoutes = {
  getExchange: { ...one, method: 'GET', path: '/console/api/exchange', refusals: [] },
  changeExchangeTerms: {
    ...one,
    method: 'POST',
    path: '/console/api/exchange/terms',
    body: z.strictObject({
      spread_bps: z.int().min(0).max(1000),
      max_age_days: z.int().min(1).max(365).nullable(),
    }),
    refusals: ['invalid_request'],
  },
  /** Holds when a second person agrees. */
  typeRate: {
    ...one,
    method: 'POST',
    path: '/console/api/exchange/rates',
    body: z.strictObject({ currency: currencyCode, per_euro: perEuro, reason }),
    refusals: ['currency_not_enabled'],
  },
  /** Asks the source now instead of within the hour. */
  fetchRates: {
    ...one,
    method: 'POST',
    path: '/console/api/exchange/fetch',
    refusals: ['wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
