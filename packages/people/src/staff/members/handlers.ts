import type { Refusal } from '@danbao/contracts'
import type { StaffRole } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import {
  accept,
  decodeId,
  encodeId,
  formatInstant,
  minutes,
  newUuid,
  type Result,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { type Detail, recordAudit } from '../../base/history.ts'
import { endSessions } from '../../base/sessions.ts'
import { voidApprovals } from '../../base/staff-case.ts'
import { takeTry } from '../../base/throttle.ts'
import { queueMail } from '../../messages/index.ts'
import { removeTotp } from '../../two-factor/index.ts'
import { insertApproval, voidRequestsOf } from '../approvals/store.ts'
import { dropPasswordLinks, mailPasswordLink } from '../link.ts'
import { INVITATION, NEW_PASSWORD, ROLES_CHANGED, SECOND_FACTOR_RESET } from '../mails.ts'
import { insertMember, setRoles, type StaffMember } from '../member.ts'
import { noSuch, refuseWith } from '../refusals.ts'
import {
  changeMember,
  expectEnabled,
  type MemberChange,
  releaseCases,
  setDisabled,
} from './change-member.ts'
import { listMembers, viewMember } from './view.ts'

type Route =
  | 'listStaff'
  | 'createStaff'
  | 'changeStaffRoles'
  | 'disableStaff'
  | 'enableStaff'
  | 'sendStaffLink'
  | 'resetStaffSecondFactor'

export function createMemberHandlers(deps: PeopleDeps): ConsolePart<Route> {
  return {
    async listStaff() {
      return accept({ body: { data: await listMembers(deps.pool) } })
    },
    ...createJoining(deps),
    ...createChanges(deps),
    ...createResets(deps),
  }
}

function createJoining(deps: PeopleDeps): ConsolePart<'createStaff'> {
  return {
    createStaff: (who, { body: { name, email, roles, marketplace, language } }) =>
      attempt(deps.pool, async (client) => {
        const now = await deps.now()
        const of = await placeOf(client, marketplace)
        if (!of.ok) return of
        const marketplaceId = of.value?.id ?? null
        const member = {
          id: newUuid(),
          name,
          email,
          language,
          roles: ordinary(roles),
          marketplaceId,
        }
        const created = await insertMember(client, { ...member, passwordHash: null, now })
        if (!created) return refuseWith('email_in_use', 'This address belongs to a member already.')
        const joined = { ...member, passwordHash: null, createdAt: now, disabledAt: null }
        const change = { client, member: joined, now }
        const approval = await askForAdministrator(change, who, { roles, reason: 'A new member.' })
        const detail = {
          name,
          roles: roles.join(' '),
          ...(of.value === null ? {} : { marketplace: of.value.name }),
        }
        await keep(change, who, { action: 'staff.created', detail })
        await mailPasswordLink(client, deps, { member: joined, mail: INVITATION, now })
        return accept({ body: { member: await viewMember(client, member.id), approval } })
      }),
  }
}

/** The marketplace that a new merchant is to belong to; null: they are no merchant. */
async function placeOf(
  client: PoolClient,
  text: string | undefined,
): Promise<Result<marketplaces.Marketplace | null, Refusal>> {
  if (text === undefined) return accept(null)
  const id = decodeId('mkt', text)
  const found = id.ok ? await marketplaces.findMarketplace(client, id.value) : undefined
  return found === undefined ? noSuch('marketplace') : accept(found)
}

function createChanges(
  deps: PeopleDeps,
): ConsolePart<'changeStaffRoles' | 'disableStaff' | 'enableStaff'> {
  return {
    changeStaffRoles: (who, { params: { id }, body: { roles, reason } }) =>
      changeMember(deps, who, id, async (change) => {
        const { client, member } = change
        const enabled = expectEnabled(member)
        if (!enabled.ok) return enabled
        if (member.marketplaceId !== null || roles.includes('merchant')) return NO_CROSSING
        // Keeping the role needs nobody; getting it does.
        const kept = member.roles.includes('administrator') ? roles : ordinary(roles)
        const approval = await askForAdministrator(change, who, { roles, reason })
        if (!roles.includes('administrator')) await voidApprovals(client, id)
        await setRoles(client, id, kept)
        await releaseCases(client, id, kept)
        const detail = { before: member.roles.join(' '), roles: roles.join(' '), reason }
        await keep(change, who, { action: 'staff.roles_changed', detail })
        await tell(deps, change, ROLES_CHANGED)
        return accept({ body: { member: await viewMember(client, id), approval } })
      }),
    disableStaff: (who, { params: { id }, body: { reason } }) =>
      changeMember(deps, who, id, async (change) => {
        const { client, member, now } = change
        const enabled = expectEnabled(member)
        if (!enabled.ok) return enabled
        await setDisabled(client, id, now)
        await endSessions(client, { owner: { staffId: id }, now })
        await dropPasswordLinks(client, id, now)
        await releaseCases(client, id, [])
        await voidRequestsOf(client, id, now)
        await voidApprovals(client, id)
        await keep(change, who, { action: 'staff.disabled', detail: { reason } })
        return accept({ body: await viewMember(client, id) })
      }),
    enableStaff: (who, { params: { id }, body: { reason } }) =>
      changeMember(deps, who, id, async (change) => {
        const { client, member } = change
        if (member.disabledAt === null) {
          return refuseWith('wrong_state', 'This member is not disabled.', { state: 'enabled' })
        }
        await setDisabled(client, id, null)
        await setRoles(client, id, ordinary(member.roles))
        await keep(change, who, { action: 'staff.enabled', detail: { reason } })
        return accept({ body: await viewMember(client, id) })
      }),
  }
}

/** What they saw on one side goes with them: they are disabled, and invited anew on the other. */
const NO_CROSSING = refuseWith(
  'not_allowed',
  'Nobody changes between a marketplace and the operator. Invite them anew.',
)

const LINK_RULE = { tries: 3, within: minutes(15), lock: minutes(15) }

function createResets(deps: PeopleDeps): ConsolePart<'sendStaffLink' | 'resetStaffSecondFactor'> {
  return {
    async sendStaffLink(who, { params: { id } }) {
      const limit = { rule: LINK_RULE, now: await deps.now() }
      const { allowed, lockedUntil } = await takeTry(deps.pool, `staff_link:${id}`, limit)
      if (!allowed) return tooOften(lockedUntil)
      return changeMember(deps, who, id, async (change) => {
        const { client, member, now } = change
        const enabled = expectEnabled(member)
        if (!enabled.ok) return enabled
        const mail = member.passwordHash === null ? INVITATION : NEW_PASSWORD
        await mailPasswordLink(client, deps, { member, mail, now })
        await keep(change, who, { action: 'staff.link_sent' })
        return accept({ body: await viewMember(client, id) })
      })
    },
    resetStaffSecondFactor: (who, { params: { id }, body: { reason } }) =>
      changeMember(deps, who, id, async (change) => {
        const { client, now } = change
        if (!(await removeTotp(client, id))) {
          return refuseWith('wrong_state', 'This member has no second factor.', { state: 'none' })
        }
        await endSessions(client, { owner: { staffId: id }, now })
        await keep(change, who, { action: 'staff.second_factor_reset', detail: { reason } })
        await tell(deps, change, SECOND_FACTOR_RESET)
        return accept({ body: await viewMember(client, id) })
      }),
  }
}

function tooOften(
  lockedUntil: Parameters<typeof formatInstant>[0] | undefined,
): Result<never, Refusal> {
  const members = { locked_until: lockedUntil === undefined ? null : formatInstant(lockedUntil) }
  return refuseWith('try_later', 'Several mails were sent already. Wait a moment.', members)
}

/** What one administrator may give alone. */
function ordinary(roles: readonly StaffRole[]): readonly StaffRole[] {
  return roles.filter((role) => role !== 'administrator')
}

function adminOf({ id }: Pick<StaffMember, 'id'>): { kind: 'staff_admin'; subjectId: string } {
  return { kind: 'staff_admin', subjectId: id }
}

interface Wish {
  readonly roles: readonly StaffRole[]
  readonly reason: string
}

/** Null: the role is not wanted, is there already, or was asked for before. */
async function askForAdministrator(
  { client, member, now }: MemberChange,
  who: StaffVisitor,
  { roles, reason }: Wish,
): Promise<string | null> {
  if (!roles.includes('administrator') || member.roles.includes('administrator')) return null
  const asked = { ...adminOf(member), personId: null, reason, requestedBy: who.staffId, now }
  const id = await insertApproval(client, asked)
  return id === undefined ? null : encodeId('apr', id)
}

interface Kept {
  readonly action: string
  readonly detail?: Detail
}

function keep(
  { client, member, now }: MemberChange,
  who: StaffVisitor,
  { action, detail }: Kept,
): Promise<void> {
  const entry = { staffId: who.staffId, subjectId: member.id, visit: who, now }
  return recordAudit(client, { ...entry, action, detail: { name: member.name, ...detail } })
}

async function tell(
  deps: PeopleDeps,
  { client, member, now }: { client: PoolClient } & Pick<MemberChange, 'member' | 'now'>,
  mail: Parameters<typeof queueMail>[2]['mail'],
): Promise<void> {
  const { email: to, language, name } = member
  await queueMail(client, deps, { to, language, mail, values: { name }, now })
}
