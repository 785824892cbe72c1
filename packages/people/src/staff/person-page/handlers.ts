import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import type { Refusal } from '@danbao/contracts'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordAudit, recordHistory, recordVisit } from '../../base/history.ts'
import { lockPerson, readPerson } from '../../base/person.ts'
import { endSessions } from '../../base/sessions.ts'
import { notifyPerson } from '../../messages/index.ts'
import { answerPage, byId, openPage, type Page, type PageAsked } from '../page.ts'
import { noSuch } from '../refusals.ts'
import { createFindPeople } from './find-people.ts'
import { SESSIONS_ENDED } from './mails.ts'
import { findPayments, type ShownPayment } from './payments.ts'
import { findHistory, readPersonPage } from './person-page.ts'

type Route =
  'findPeople' | 'getPersonPage' | 'listPersonPayments' | 'listPersonHistory' | 'endPersonSessions'

export function createPersonPageHandlers(deps: PeopleDeps): ConsolePart<Route> {
  const { pool } = deps
  return {
    ...createFindPeople(deps),
    ...createEndSessions(deps),
    async getPersonPage(who, { params: { id } }) {
      const now = await deps.now()
      const page = await readPersonPage(deps, id, now)
      if (!page.ok) return page
      await keepLook(deps, who, { id, what: 'page' })
      return accept({ body: page.value })
    },
    async listPersonPayments(who, { params: { id }, query }) {
      const page = await openPersonList(deps, who, { id, query, what: 'payments' })
      if (!page.ok) return page
      const found = await findPayments(pool, id, page.value)
      const shown = {
        view: ({ view }: ShownPayment) => view,
        position: (one: ShownPayment) => one.id,
      }
      return accept({ body: answerPage(page.value, found, shown) })
    },
    async listPersonHistory(who, { params: { id }, query }) {
      const page = await openPersonList(deps, who, { id, query, what: 'history' })
      if (!page.ok) return page
      const found = await findHistory(pool, id, page.value)
      const shown = {
        view: (entry: (typeof found)[number]) => entry,
        position: (entry: (typeof found)[number]) => entry.id,
      }
      return accept({ body: answerPage(page.value, found, shown) })
    },
  }
}

interface Look {
  readonly id: Uuid
  readonly what: string
}

/** Who looks at a person can be asked why. */
function keepLook(deps: PeopleDeps, who: StaffVisitor, { id, what }: Look): Promise<void> {
  return recordVisit(deps, who, { action: 'person.viewed', personId: id, detail: { what } })
}

async function openPersonList(
  deps: PeopleDeps,
  who: StaffVisitor,
  { id, query, what }: { readonly id: Uuid; readonly query: PageAsked; readonly what: string },
): Promise<Result<Page<Uuid>, Refusal>> {
  const page = openPage(query, byId)
  if (!page.ok) return page
  if ((await readPerson(deps.pool, id)) === undefined) return noSuch('person')
  await keepLook(deps, who, { id, what })
  return page
}

function createEndSessions(deps: PeopleDeps): ConsolePart<'endPersonSessions'> {
  return {
    endPersonSessions: (who, { params: { id }, body: { reason } }) =>
      attempt(deps.pool, async (client) => {
        const person = await lockPerson(client, id)
        if (person === undefined || person.closedAt !== null) return noSuch('person')
        const now = await deps.now()
        const ended = await endSessions(client, { owner: { personId: id }, now })
        const detail = { reason, ended }
        const entry = { staffId: who.staffId, personId: id, visit: who, now }
        await recordAudit(client, { ...entry, action: 'person.sessions_ended', detail })
        await recordHistory(client, { personId: id, kind: 'sessions_ended_by_staff', now })
        if (ended > 0) await notifyPerson(client, deps, person, { mail: SESSIONS_ENDED, now })
        return accept({ body: { ended } })
      }),
  }
}
