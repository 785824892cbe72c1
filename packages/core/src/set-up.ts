import { randomBytes } from 'node:crypto'
import {
  type Clock,
  DEFAULT_CURRENCIES,
  formatInstant,
  type Instant,
  SANDBOX_CURRENCIES,
} from '@danbao/kernel'
import { migrate, type MigrationSource, type Pool } from '@danbao/database'
import { LEDGER_MIGRATIONS } from '@danbao/ledger'
import type { Mode, PaymentCheck } from './clock/settings.ts'

export const CORE_MIGRATIONS = {
  name: 'core',
  folder: new URL('../migrations/', import.meta.url),
}

/** All migrations, in the order in which they are applied. */
export const MIGRATIONS = [LEDGER_MIGRATIONS, CORE_MIGRATIONS]

export interface SetUpOptions {
  readonly mode: Mode
  readonly clock: Clock
  readonly paymentCheck?: PaymentCheck
  /** How browsers reach it, without a slash at the end. Absent: as it was. */
  readonly publicUrl?: string
  readonly limits?: boolean
  /** For replayed history: the clock stands here until it is moved. */
  readonly clockStandsAt?: Instant
  /** Of packages that build on the core, applied after its own. */
  readonly migrations?: readonly MigrationSource[]
}

/** The bank publishes on its working days: Easter is a pause of four days. */
const RATE_MAX_AGE_DAYS = 5

/** Brings a database up to date; a new one gets its mode, which never changes. */
export async function setUpDatabase(pool: Pool, options: SetUpOptions): Promise<void> {
  await migrate(pool, [...MIGRATIONS, ...(options.migrations ?? [])])
  // A sandbox's clock is moved past every day that rates were published on.
  const rateMaxAgeDays = options.mode === 'sandbox' ? null : RATE_MAX_AGE_DAYS
  const currencies = options.mode === 'sandbox' ? SANDBOX_CURRENCIES : DEFAULT_CURRENCIES
  await pool.query(
    `INSERT INTO app.setting
       (mode, payment_check, limits, currencies, cursor_key, clock_stands_at, created_at,
        rate_max_age_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [
      options.mode,
      options.paymentCheck ?? 'manual',
      options.limits ?? true,
      [...currencies],
      randomBytes(32).toString('base64url'),
      options.clockStandsAt === undefined ? null : formatInstant(options.clockStandsAt),
      formatInstant(options.clock.now()),
      rateMaxAgeDays,
    ],
  )
  if (options.publicUrl !== undefined) {
    await pool.query('UPDATE app.setting SET public_url = $1 WHERE public_url <> $1', [
      options.publicUrl,
    ])
  }
}
