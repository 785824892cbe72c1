import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import type { Refusal } from '@danbao/contracts'
import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import {
  accept,
  decodeId,
  formatInstant,
  type Instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { type PoolClient, queryText } from '@danbao/database'
import { z } from 'zod'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import { recordAudit } from '../../base/history.ts'
import { MEMBER_COLUMNS, readMember, refOf, type StaffMember } from '../member.ts'
import { answerPage, openPage } from '../page.ts'
import { noSuch, refuseWith } from '../refusals.ts'
import { CASE_PERMISSION, permissionsOf } from '../roles.ts'
import {
  countCases,
  expectFree,
  findCases,
  kindsFor,
  lockCase,
  readCase,
  setAssignee,
  type StaffCase,
} from './case-store.ts'
import { viewCase } from './view.ts'

/** The time at which a case is due, and its id. */
const POSITION = z.tuple([z.iso.datetime(), z.uuid()])

type Route = 'listQueue' | 'takeCase' | 'releaseCase' | 'assignCase' | 'listColleagues'

export function createQueueHandlers(deps: PeopleDeps): ConsolePart<Route> {
  return {
    async listQueue(who, { query: { kind, mine, ...asked } }) {
      const page = openPage(asked, POSITION)
      if (!page.ok) return page
      const now = await deps.now()
      const all = kindsFor(who.permissions)
      const kinds = kind === undefined ? all : all.filter((one) => one === kind)
      const own = mine === 'true' ? { assignedTo: who.staffId } : {}
      const found = await findCases(deps.pool, { kinds, ...own, ...page.value })
      const listed = answerPage(page.value, found, {
        view: (one) => viewCase(deps, one, now),
        position: ({ dueAt, id }) => [formatInstant(dueAt), id] as const,
      })
      const counts = await countCases(deps.pool, { kinds: all, staffId: who.staffId, now })
      return accept({ body: { ...listed, data: await Promise.all(listed.data), counts } })
    },
    async listColleagues(_who, { query: { kind } }) {
      const workers = await findWorkers(deps, kind)
      return accept({ body: { data: workers.map(refOf) } })
    },
    ...createAssigning(deps),
  }
}

function createAssigning(deps: PeopleDeps): ConsolePart<'takeCase' | 'releaseCase' | 'assignCase'> {
  return {
    takeCase: (who, { params: { id } }) =>
      changeCase(deps, who, id, async ({ found }) => {
        if (!who.permissions.has(CASE_PERMISSION[found.kind])) {
          return refuseWith('not_allowed', 'Your roles do not work on such cases.')
        }
        const free = expectFree(found, who.staffId)
        return free.ok ? accept({ to: who.staffId, action: 'case.taken' }) : free
      }),
    releaseCase: (who, { params: { id } }) =>
      changeCase(deps, who, id, async ({ found }) => {
        const free = expectOwn(found, who)
        return free.ok ? accept({ to: null, action: 'case.released' }) : free
      }),
    assignCase: (who, { params: { id }, body: { staff } }) =>
      changeCase(deps, who, id, async ({ found }) => {
        const free = expectOwn(found, who)
        if (!free.ok) return free
        const to = decodeId('stf', staff)
        const workers = await findWorkers(deps, found.kind)
        const worker = to.ok ? workers.find((one) => one.id === to.value) : undefined
        if (worker === undefined) {
          return refuseWith('not_allowed', 'This member does not work on such cases.')
        }
        return accept({ to: worker.id, action: 'case.assigned', name: worker.name })
      }),
  }
}

/** Those who share out the work may take a case from anybody. */
function expectOwn(found: StaffCase, who: StaffVisitor): Result<undefined, Refusal> {
  return who.permissions.has('queue.assign') ? accept(undefined) : expectFree(found, who.staffId)
}

interface Assignment {
  readonly to: Uuid | null
  readonly action: string
  readonly name?: string
}

interface CaseChange {
  readonly client: PoolClient
  readonly found: StaffCase
  readonly now: Instant
}

/** Decides under the case's lock who works on it: of two that take it at once one is told no. */
async function changeCase(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  decide: (change: CaseChange) => Promise<Result<Assignment, Refusal>>,
): Promise<Result<{ readonly body: QueueCase }, Refusal>> {
  const now = await deps.now()
  const changed = await attempt(deps.pool, async (client) => {
    const found = await lockCase(client, id, who)
    if (!found.ok) return found
    const decided = await decide({ client, found: found.value, now })
    if (!decided.ok) return decided
    const { to, action, name } = decided.value
    await setAssignee(client, id, to)
    const { person, subjectId, kind } = found.value
    await recordAudit(client, {
      staffId: who.staffId,
      action,
      ...(person === null ? {} : { personId: person.id }),
      subjectId,
      detail: name === undefined ? { kind } : { kind, name },
      visit: who,
      now,
    })
    return accept(undefined)
  })
  if (!changed.ok) return changed
  const after = await readCase(deps.pool, id)
  return after === undefined ? noSuch('case') : accept({ body: await viewCase(deps, after, now) })
}

/** Who can be given a case of this kind. */
async function findWorkers(deps: PeopleDeps, kind: CaseKind): Promise<readonly StaffMember[]> {
  const rows = await queryText(
    deps.pool,
    `SELECT ${MEMBER_COLUMNS} FROM people.staff WHERE disabled_at IS NULL ORDER BY name, id`,
  )
  return rows.map(readMember).filter(({ roles }) => permissionsOf(roles).has(CASE_PERMISSION[kind]))
}
