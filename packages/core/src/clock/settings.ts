import {
  type Currency,
  currency,
  type Instant,
  instant,
  InvariantError,
  oneOf,
} from '@danbao/kernel'
import { readRow, type TextRow } from '@danbao/database'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'

export const MODES = ['sandbox', 'live'] as const
export type Mode = (typeof MODES)[number]
export const PAYMENT_CHECKS = ['manual', 'approve'] as const
export type PaymentCheck = (typeof PAYMENT_CHECKS)[number]

/** What holds for a whole database. */
export interface Settings {
  readonly mode: Mode
  /** A sandbox may approve at once what would wait for staff. */
  readonly paymentCheck: PaymentCheck
  /** Off only for replayed history, whose people have none. */
  readonly limits: boolean
  readonly currencies: ReadonlySet<Currency>
  /** What is kept of an exchange, in hundredths of a percent. */
  readonly spreadBps: number
  /** Older rates are none. Null: any will do, where a clock is moved. */
  readonly rateMaxAgeDays: number | null
  readonly cursorKey: string
  /** How browsers reach this installation, without a slash at the end. */
  readonly publicUrl: string
  /** How far a sandbox's clock is ahead of the real time. */
  readonly clockOffsetMs: number
  /** A clock that stands still until it is moved. */
  readonly clockStandsAt: Instant | null
}

export const SETTING_COLUMNS = `mode, payment_check, limits, array_to_string(currencies, ','),
  spread_bps, rate_max_age_days, cursor_key, public_url, clock_offset_ms, clock_stands_at`

export function readSettings(row: TextRow): Settings {
  const r = readRow(row)
  return {
    mode: oneOf(MODES, r.text()),
    paymentCheck: oneOf(PAYMENT_CHECKS, r.text()),
    limits: r.boolean(),
    currencies: new Set(r.text().split(',').map(currency)),
    spreadBps: r.integer(),
    rateMaxAgeDays: r.maybeInteger(),
    cursorKey: r.text(),
    publicUrl: r.text(),
    clockOffsetMs: r.integer(),
    clockStandsAt: r.maybeInstant(),
  }
}

/** The database's clock, given the real time. */
export function clockOf(settings: Settings, real: Instant): Instant {
  return settings.clockStandsAt ?? instant(real + settings.clockOffsetMs)
}

/** The same in SQL; `real` is the parameter that has the real time. */
export function databaseClock(real: string): string {
  return `(SELECT coalesce(clock_stands_at,
    ${real}::timestamptz + clock_offset_ms * interval '1 millisecond') FROM app.setting)`
}

const current = new Slot<Settings & { readonly id: 'settings' }>()

export function settingsOf(ws: WorkingSet): Settings {
  const settings = current.get(ws, 'settings')
  if (settings === undefined) throw new InvariantError('The settings are loaded in every batch.')
  return settings
}

/** For a working set that was not loaded from a database. */
export function assumeSettings(ws: WorkingSet, settings: Settings): void {
  current.load(ws, { ...settings, id: 'settings' })
}

const LOAD = { name: 'settings.load', sql: `SELECT ${SETTING_COLUMNS} FROM app.setting` }

/** Every transaction goes by the clock of the database, so that all processes tell one time. */
export const settingsParticipant: Participant = {
  load: (ws) => [
    {
      call: { statement: LOAD, values: [] },
      absorb: ([row]) => {
        if (row === undefined) throw new InvariantError('The database was not set up.')
        const settings = readSettings(row)
        current.load(ws, { ...settings, id: 'settings' })
        ws.now = clockOf(settings, ws.recordedAt)
      },
    },
  ],
}
