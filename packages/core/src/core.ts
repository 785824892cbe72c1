import type { Clock, Duration, Instant } from '@danbao/kernel'
import type { Database } from '@danbao/database'
import { accountParticipant } from './accounts/store.ts'
import { moveClock, readClock } from './clock/database-clock.ts'
import { settingsParticipant } from './clock/settings.ts'
import { chargeParticipant } from './charges/store.ts'
import { checkoutParticipant } from './checkouts/store.ts'
import { quoteParticipant } from './exchange/quote-store.ts'
import { topUpDue } from './commands/top-ups.ts'
import { timerCommand } from './disputes/run-due.ts'
import { disputeParticipant } from './disputes/store.ts'
import { createEngine, type Engine, type EngineOptions } from './engine/engine.ts'
import { eventParticipant } from './engine/events.ts'
import { rateParticipant } from './exchange/store.ts'
import { idempotencyParticipant } from './engine/idempotency.ts'
import type { Participant } from './engine/participant.ts'
import { referenceParticipant } from './engine/references.ts'
import { runTimers } from './engine/run-timers.ts'
import { timerParticipant } from './engine/timers.ts'
import { fundingParticipant } from './funding/store.ts'
import { limitParticipant } from './limits/store.ts'
import { marketplaceParticipant } from './marketplaces/terms.ts'
import { paymentParticipant } from './payments/store.ts'
import { payoutParticipant } from './payouts/store.ts'
import { riskLoadParticipant } from './risk/load.ts'
import { checkParticipant } from './risk/store.ts'
import { walletParticipant } from './wallets/store.ts'

/**
 * Everybody who takes part in a transaction. This order is the one in which rows are locked:
 * payments, people, debited accounts; the accounts that are only credited come with the commit.
 */
export const PARTICIPANTS: readonly Participant[] = [
  settingsParticipant,
  idempotencyParticipant,
  referenceParticipant,
  marketplaceParticipant,
  paymentParticipant,
  disputeParticipant,
  checkoutParticipant,
  quoteParticipant,
  chargeParticipant,
  accountParticipant,
  fundingParticipant,
  limitParticipant,
  rateParticipant,
  riskLoadParticipant,
  walletParticipant,
  payoutParticipant,
  checkParticipant,
  timerParticipant,
  eventParticipant,
]

/** The money core over one database. */
export interface Core {
  readonly database: Database
  readonly execute: Engine['execute']
  /** What time it is for this database. */
  now(): Promise<Instant>
  /** Does what is due; returns how many timers went off. */
  runTimers(): Promise<number>
  /** Moves a sandbox's clock and does all that has become due. */
  advanceClock(by: Duration): Promise<Instant>
  close(): Promise<void>
}

export interface CoreOptions extends Pick<EngineOptions, 'maxBatch' | 'lanes' | 'onBatch'> {
  readonly database: Database
  readonly clock: Clock
  readonly onTimerFailure?: (subjectId: string, error: unknown) => void
}

export function createCore({ database, clock, onTimerFailure, ...rest }: CoreOptions): Core {
  const engine = createEngine({
    ...rest,
    clock,
    participants: PARTICIPANTS,
    connection: () => database.connectionConfig(),
    ready: () => database.ready(),
  })
  const now = (): Promise<Instant> => readClock(database.pool, clock)
  const dueNow = async (): Promise<number> =>
    runTimers(
      {
        pool: database.pool,
        engine,
        commandFor: (kind, id) => (kind === 'top_up' ? topUpDue(id) : timerCommand(kind, id)),
        onFailure: onTimerFailure ?? (() => undefined),
      },
      await now(),
    )
  return {
    database,
    execute: (request) => engine.execute(request),
    now,
    runTimers: dueNow,
    async advanceClock(by) {
      await moveClock(database.pool, by)
      await dueNow()
      return now()
    },
    close: () => engine.close(),
  }
}
