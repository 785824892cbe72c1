import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, list, page, timestamp } from '../primitives.ts'
import { staffRef } from './staff.ts'

export const auditEntry = z.object({
  id: id('aud'),
  /** E.g. `document.viewed`; the console has words for each. */
  action: z.string(),
  staff: staffRef,
  person: z.object({ id: id('acc'), name: z.string() }).nullable(),
  /** The case, document, approval or member it is about, as a plain UUID: it may be of any kind. */
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ip: z.string(),
  at: timestamp,
})
export type AuditEntryView = z.infer<typeof auditEntry>

export const auditQuery = z.strictObject({
  staff: id('stf').optional(),
  /** An account's id, a whole e-mail address, or how a name begins. */
  person: z.string().trim().min(2).max(254).optional(),
  /** Exact, or all below one: `document` finds `document.viewed`. */
  action: z
    .string()
    .regex(/^[a-z_.]{1,60}$/, 'must be the name of an action')
    .optional(),
  from: timestamp.optional(),
  to: timestamp.optional(),
  /** Somewhere in the action, the names, the reason or the other facts. */
  text: z.string().trim().min(2).max(100).optional(),
  ...page,
})
export type AuditQuery = z.infer<typeof auditQuery>

export const auditRoutes = {
  /** Newest first. */
  searchAudit: {
    method: 'GET',
    path: '/console/api/audit',
    access: 'audit.read',
    query: auditQuery,
    response: list(auditEntry),
    refusals: ['invalid_cursor'],
  },
  /** The actions that occur, and the staff there are or were: for the filters. */
  getAuditFilters: {
    method: 'GET',
    path: '/console/api/audit/filters',
    access: 'audit.read',
    response: z.object({ actions: z.array(z.string()), staff: z.array(staffRef) }),
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
