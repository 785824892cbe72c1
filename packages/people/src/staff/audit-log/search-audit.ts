import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import type { AuditEntryView, AuditQuery } from '@danbao/contracts/console'
import { accept, encodeId, formatInstant, type Uuid } from '@danbao/kernel'
import { type Condition, queryText, readRow, type TextRow, whereAll } from '@danbao/database'
import { z } from 'zod'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordVisit } from '../../base/history.ts'
import { likeAnywhere } from '../like.ts'
import { answerPage, byId, openPage } from '../page.ts'
import { uuidOf } from '../uuid-of.ts'
import { aboutWhom } from './about-whom.ts'

interface Entry {
  readonly id: Uuid
  readonly personId: Uuid | null
  readonly view: AuditEntryView
}

/** The log can be read and searched here, and changed nowhere. */
export function createAuditHandlers(
  deps: PeopleDeps,
): ConsolePart<'searchAudit' | 'getAuditFilters'> {
  return {
    async searchAudit(who, { query }) {
      const page = openPage(query, byId)
      if (!page.ok) return page
      const where = whereAll([...conditionsOf(query), ['e.id < ?', page.value.after]])
      const rows = await queryText(
        deps.pool,
        `${SELECT} WHERE ${where.sql} ORDER BY e.id DESC LIMIT ${page.value.limit + 1}`,
        where.values,
      )
      const shown = { view: ({ view }: Entry) => view, position: ({ id }: Entry) => id }
      const entries = rows.map(toEntry)
      await keepSearch(deps, who, query, entries)
      return accept({ body: answerPage(page.value, entries, shown) })
    },
    async getAuditFilters() {
      const actions = await queryText(deps.pool, ACTIONS)
      const staff = await queryText(
        deps.pool,
        'SELECT id, name FROM people.staff ORDER BY name, id',
      )
      return accept({
        body: {
          actions: actions.map((row) => readRow(row).text()),
          staff: staff.map((row) => {
            const r = readRow(row)
            return { id: encodeId('stf', r.text()), name: r.text() }
          }),
        },
      })
    },
  }
}

/**
 * Who was looked for by name or address stays in the log: without what was typed, and with the
 * person only where the entries themselves named no other.
 */
async function keepSearch(
  deps: PeopleDeps,
  who: StaffVisitor,
  { person, cursor }: AuditQuery,
  entries: readonly Entry[],
): Promise<void> {
  if (person === undefined || cursor !== undefined) return
  const { by } = aboutWhom(person)
  if (by === 'account') return
  const found = [...new Set(entries.map(({ personId }) => personId))]
  const [only] = found
  const personId = found.length === 1 ? only : undefined
  await recordVisit(deps, who, { action: 'audit.searched', personId, detail: { by } })
}

/** Jumps from one action to the next in the index: the log is long, the actions are few. */
const ACTIONS = `
  WITH RECURSIVE found AS (
    (SELECT action FROM people.audit_entry ORDER BY action LIMIT 1)
    UNION ALL
    SELECT (SELECT action FROM people.audit_entry WHERE action > found.action
      ORDER BY action LIMIT 1) FROM found WHERE found.action IS NOT NULL)
  SELECT action FROM found WHERE action IS NOT NULL ORDER BY action`

/** As the table shows it. */
const PERSON_NAME = `coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), p.email, '')`

const SELECT = `
  SELECT e.id, e.action, e.staff_id, coalesce(s.name, ''), e.person_id, ${PERSON_NAME},
    e.subject_id, e.detail, e.ip, e.at
  FROM people.audit_entry AS e
  LEFT JOIN people.staff AS s ON s.id = e.staff_id
  LEFT JOIN people.person AS p ON p.id = e.person_id`

function conditionsOf({ staff, person, action, from, to, text }: AuditQuery): readonly Condition[] {
  return [
    ['e.staff_id = ?', uuidOf('stf', staff)],
    person === undefined ? ['', undefined] : aboutWhom(person).condition,
    // Both by the index: the action itself, or what begins with its name and a dot.
    ["(e.action = ? OR e.action LIKE replace(?, '_', '\\_') || '.%')", action],
    ['e.at >= ?::timestamptz', from],
    ['e.at < ?::timestamptz', to],
    [
      `(e.action ILIKE ? OR s.name ILIKE ? OR ${PERSON_NAME} ILIKE ? OR EXISTS (
         SELECT FROM jsonb_each_text(e.detail) AS fact WHERE fact.value ILIKE ?))`,
      text === undefined ? undefined : likeAnywhere(text),
    ],
  ]
}

const FACTS = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

function toEntry(row: TextRow): Entry {
  const r = readRow(row)
  const id = r.text()
  const [action, staffId, staffName] = [r.text(), r.text(), r.text()]
  const [personId, personName] = [r.maybeText(), r.text()]
  const [subject, detail, ip] = [r.maybeText(), r.text(), r.text()]
  return {
    id,
    personId,
    view: {
      id: encodeId('aud', id),
      action,
      staff: { id: encodeId('stf', staffId), name: staffName },
      person: personId === null ? null : { id: encodeId('acc', personId), name: personName },
      subject,
      detail: FACTS.parse(JSON.parse(detail)),
      ip,
      at: formatInstant(r.instant()),
    },
  }
}
