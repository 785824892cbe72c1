import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'
import { AGES, CHECK_VERDICTS, HOURS_LEFT, OPEN_DISPUTE_STATES } from './payments.ts'

const day = z.iso.date()
const payments = z.number().int()
const minor = z.string().regex(/^\d+$/)

/** How many payments, and the minor units of their currency that are meant. */
const sum = z.object({ payments, value: minor })

const currencyOverview = z.object({
  currency: z.string(),
  held: sum,
  /** The last 30, oldest first; the last is today. */
  days: z.array(z.object({ day, secured: sum, released: sum })),
  ages: z.array(sum.extend({ age: z.enum(AGES) })),
  /** What the clock will release in the next seven days, today first, and `later`. */
  due: z.array(sum.extend({ day: z.union([day, z.literal('later')]) })),
})
export type CurrencyOverview = z.infer<typeof currencyOverview>

/**
 * How it stands with everything at once. Days and weeks are of UTC. Each figure is that of the
 * payments that the filter of the same name lists.
 */
export const overviewView = z.object({
  object: z.literal('overview'),
  at: timestamp,
  /** The one with the most money held first. */
  money: z.array(currencyOverview),
  disputes: z.object({
    states: z.array(z.object({ state: z.enum(OPEN_DISPUTE_STATES), payments })),
    ages: z.array(z.object({ age: z.enum(AGES), payments })),
    /** By Mondays, oldest first; the last is the present week. */
    weeks: z.array(z.object({ week: day, opened: payments, closed: payments })),
  }),
  checks: z.object({
    left: z.array(z.object({ hours: z.enum(HOURS_LEFT), payments })),
    /** Of the last 30 days. */
    ended: z.array(z.object({ verdict: z.enum(CHECK_VERDICTS), payments })),
  }),
})
export type OverviewView = z.infer<typeof overviewView>

export const consoleOverviewRoutes = {
  getOverview: {
    method: 'GET',
    path: '/console/api/overview',
    access: 'overview.read',
    response: overviewView,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
