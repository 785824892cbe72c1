import type { AuditQuery } from '@danbao/contracts/console'
import { stringifySearch, useSearchText } from '@danbao/ui'

/** What of the log is asked for, as the fields and the address write it; empty: everything. */
export type AuditFilter = Readonly<
  Record<'staff' | 'person' | 'action' | 'from' | 'to' | 'text', string>
>

/** From the address, so that a search can be sent to a colleague. */
export function useAuditFilter(): AuditFilter {
  return {
    staff: useSearchText('staff') ?? '',
    person: useSearchText('person') ?? '',
    action: useSearchText('action') ?? '',
    from: useSearchText('from') ?? '',
    to: useSearchText('to') ?? '',
    text: useSearchText('text') ?? '',
  }
}

export function auditAddress(filter: Partial<AuditFilter>): string {
  return `/audit${stringifySearch(filter)}`
}

/** As the server is asked: days become moments of the reader's zone, `to` includes its day. */
export function queryOf({ from, to, ...rest }: AuditFilter): AuditQuery {
  const times = { from: startOf(from, 0), to: startOf(to, 1) }
  const given = Object.entries({ ...rest, ...times }).filter(([, value]) => value !== '')
  return Object.fromEntries(given)
}

function startOf(day: string, later: number): string {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return ''
  const moment = new Date(year, month - 1, date + later)
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString()
}
