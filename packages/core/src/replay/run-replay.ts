import { addDuration, type Clock, days, type Instant, instant } from '@danbao/kernel'
import type { Database } from '@danbao/database'
import { audit } from '../audit/audit.ts'
import { loadSettings, setClock } from '../clock/database-clock.ts'
import { type Core, createCore } from '../core.ts'
import type { MarketplaceCaller } from '../engine/caller.ts'
import { setUpDatabase } from '../set-up.ts'
import { createRunCommand } from './commands.ts'
import { runInTimeOrder } from './in-time-order.ts'
import { loadKnown, openMarketplace } from './known.ts'
import type { Order } from './order.ts'
import { isFinished, lifeOf } from './order-life.ts'
import { createFindPerson } from './people.ts'
import { type OrderPlan, planOrder, SKIP_REASONS, type SkipReason } from './plan-order.ts'
import { readOrders } from './read-orders.ts'
import { countImpossible, readTotals, type ReplayReport } from './report.ts'

export interface ReplayOptions {
  /** A database of its own; a new one is set up. */
  readonly database: Database
  /** With the five files. */
  readonly folder: string
  /** The real time. */
  readonly clock: Clock
  readonly onProgress?: (progress: ReplayProgress) => void
}

/** Steps of orders; the timers that end the replay follow the last of them. */
export interface ReplayProgress {
  readonly done: number
  readonly total: number
}

/** A step is two or three commands; more at once only lengthen the queue. */
const AT_ONCE = 2_000
const MAX_BATCH = 512
/** Longer than any time that a payment's policy gives. */
const AFTERWARDS = days(120)

/**
 * Runs recorded orders through the commands of the API in simulated time. What an earlier run has
 * done is recognised and not done again; what it left unfinished is finished.
 * Throws when a file is missing, the database is no replay's, or a command is refused for another
 * reason than that a timer was first.
 */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
  const { database, folder, clock } = options
  const started = performance.now()
  const { orders, unreadable } = await readOrders(folder)
  const { plans, skipped } = planOrders(orders)
  const times = orders.flatMap(timestampsOf)
  const first = times.reduce(earliest, times[0] ?? clock.now())
  const last = times.reduce(latest, first)
  await openReplayDatabase(database, clock, first)
  const marketplaceId = await openMarketplace(database.pool)
  await runPlans(options, { kind: 'marketplace', marketplaceId, actingAs: null }, plans, last)
  const totals = await readTotals(database.pool, marketplaceId)
  const impossible = await countImpossible(database.pool, plans)
  const { ok } = await audit(database.pool)
  return {
    orders: { read: orders.length, imported: plans.length, skipped },
    ...totals,
    seconds: Math.round(performance.now() - started) / 1000,
    audit: { ok },
    steps: { impossible },
    unreadable,
  }
}

function planOrders(orders: readonly Order[]): {
  readonly plans: readonly OrderPlan[]
  readonly skipped: Readonly<Record<SkipReason, number>>
} {
  const planned = orders.map(planOrder)
  const count = (reason: SkipReason): number =>
    planned.filter(({ skipped }) => skipped === reason).length
  const [no_items, no_payment, zero_total] = SKIP_REASONS
  return {
    plans: planned.flatMap((one) => (one.skipped === undefined ? [one.plan] : [])),
    skipped: {
      no_items: count(no_items),
      no_payment: count(no_payment),
      zero_total: count(zero_total),
    },
  }
}

function timestampsOf(order: Order): Instant[] {
  const { purchasedAt, approvedAt, carrierAt, customerAt } = order
  return [purchasedAt, approvedAt, carrierAt, customerAt].filter((at) => at !== null)
}

const earliest = (a: Instant, b: Instant): Instant => instant(Math.min(a, b))
const latest = (a: Instant, b: Instant): Instant => instant(Math.max(a, b))

/** Steps of the past may only be taken where no clock runs by itself. */
async function openReplayDatabase(database: Database, clock: Clock, first: Instant): Promise<void> {
  await setUpDatabase(database.pool, {
    mode: 'sandbox',
    limits: false,
    paymentCheck: 'approve',
    clockStandsAt: first,
    clock,
  })
  const { mode, limits, clockStandsAt } = await loadSettings(database.pool)
  if (mode === 'sandbox' && !limits && clockStandsAt !== null) return
  throw new Error(
    `The database "${database.name}" was not made for a replay. Name another one, or a new one.`,
  )
}

async function runPlans(
  { database, clock, onProgress }: ReplayOptions,
  marketplace: MarketplaceCaller,
  plans: readonly OrderPlan[],
  last: Instant,
): Promise<void> {
  const { pool } = database
  const failures: unknown[] = []
  const core = createCore({
    database,
    clock,
    maxBatch: MAX_BATCH,
    onTimerFailure: (_, error) => void failures.push(error),
  })
  try {
    const run = createRunCommand(core)
    const known = await loadKnown(pool, marketplace.marketplaceId)
    const findPerson = createFindPerson(run, marketplace, known.accounts)
    const lives = plans
      .filter((plan) => !isFinished(plan, known))
      .map((plan) => lifeOf(plan, { run, findPerson, marketplace }))
    const total = lives.reduce((sum, steps) => sum + steps.length, 0)
    let done = 0
    await runInTimeOrder(lives, {
      atOnce: AT_ONCE,
      onPortion: (at) => setClock(pool, at),
      onStep: () => onProgress?.({ done: (done += 1), total }),
    })
    await endTime(core, addDuration(last, AFTERWARDS))
    if (failures.length > 0) throw new Error('Timers failed.', { cause: failures[0] })
  } finally {
    await core.close()
  }
}

/** Timers go off at the very end: whatever ran before a step of theirs had them run first. */
async function endTime(core: Core, end: Instant): Promise<void> {
  await setClock(core.database.pool, end)
  await core.runTimers()
}
