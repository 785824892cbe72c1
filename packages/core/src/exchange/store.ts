import { type Currency, currency, formatInstant, type Instant } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { databaseClock } from '../clock/settings.ts'
import type { Participant } from '../engine/participant.ts'
import { Slot, type WorkingSet } from '../engine/working-set.ts'
import { LIMIT_CURRENCY } from '../limits/limits.ts'
import { parseRate, type Rate, type RateTable } from './rates.ts'

const tables = new Slot<{ readonly id: 'rates'; readonly table: RateTable }>()

export const needRates = (ws: WorkingSet): void => tables.want(ws, 'rates')

/** Undefined: nobody wanted them. */
export function ratesOf(ws: WorkingSet): RateTable | undefined {
  return tables.get(ws, 'rates')?.table
}

/**
 * The newest rate of each enabled currency that is not of a later day, and not older than the
 * settings allow. `now`: SQL of the instant.
 */
function newestSql(now: string): string {
  return `SELECT newest.currency, newest.day::text, newest.per_euro FROM app.setting
    CROSS JOIN unnest(currencies || '${LIMIT_CURRENCY}'::text) AS enabled
    CROSS JOIN LATERAL (SELECT (${now} AT TIME ZONE 'UTC')::date) AS clock (today)
    CROSS JOIN LATERAL (
      SELECT currency, day, per_euro FROM app.rate
      WHERE rate.currency = enabled AND day <= today ORDER BY day DESC LIMIT 1) AS newest
    WHERE rate_max_age_days IS NULL OR newest.day >= today - rate_max_age_days`
}

const LOAD = { name: 'rates.load', sql: newestSql(databaseClock('$1')) }

export const rateParticipant: Participant = {
  load(ws) {
    if (tables.wanted(ws).size === 0) return []
    return [
      {
        call: { statement: LOAD, values: [formatInstant(ws.recordedAt)] },
        absorb: (rows) => tables.load(ws, { id: 'rates', table: toTable(rows) }),
      },
    ]
  },
}

/** By which money would be exchanged at this instant of the database's clock. */
export async function readRates(client: Queryable, now: Instant): Promise<RateTable> {
  return toTable(await queryText(client, newestSql('$1::timestamptz'), [formatInstant(now)]))
}

function toTable(rows: readonly TextRow[]): RateTable {
  return new Map(
    rows.map((row): [Currency, Rate] => {
      const r = readRow(row)
      const [of, day] = [currency(r.text()), r.text()]
      return [of, parseRate(r.text(), day)]
    }),
  )
}
