import type { ConsolePart } from '../../base/handling.ts'
import { OPERATOR_ROLES, STAFF_ROLES, type StaffRole } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import { accept, invariant, newUuid, type Uuid } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { hashSecret } from '../../base/secrets.ts'
import { newToken } from '../../base/tokens.ts'
import { findMemberByEmail, insertMember, type StaffMember } from '../member.ts'
import { noSuch } from '../refusals.ts'
import { openFullSession } from './half-session.ts'
import { endPresent } from './sign-in.ts'

/** One member for each role of the operator's, with passwords that nobody knows. Throws in a live database. */
export async function ensureSandboxStaff(deps: PeopleDeps): Promise<void> {
  invariant(deps.mode === 'sandbox', 'a live database has no seeded staff')
  for (const role of OPERATOR_ROLES) await ensureMember(deps, role, null)
}

/** The same for a merchant of the marketplace of this name, if there is one. */
export async function ensureSandboxMerchant(deps: PeopleDeps, marketplace: string): Promise<void> {
  invariant(deps.mode === 'sandbox', 'a live database has no seeded staff')
  const found = await marketplaces.findMarketplaceByName(deps.pool, marketplace)
  if (found !== undefined) await ensureMember(deps, 'merchant', found.id)
}

async function ensureMember(
  deps: PeopleDeps,
  role: StaffRole,
  marketplaceId: Uuid | null,
): Promise<void> {
  const email = addressOf(role)
  if ((await findMemberByEmail(deps.pool, email)) !== undefined) return
  const passwordHash = await hashSecret(newToken())
  const named = { id: newUuid(), name: `Sandbox ${role}`, email, language: 'en' } as const
  const member = { ...named, roles: [role], marketplaceId, passwordHash }
  await insertMember(deps.pool, { ...member, now: await deps.now() })
}

function addressOf(role: StaffRole): string {
  return `${role}@staff.example`
}

/** The seeded member of the role, while they still have it; never anybody in a live database. */
async function findSeeded(deps: PeopleDeps, role: StaffRole): Promise<StaffMember | undefined> {
  if (deps.mode !== 'sandbox') return undefined
  const member = await findMemberByEmail(deps.pool, addressOf(role))
  const usable = member?.disabledAt === null && member.roles.includes(role)
  return usable ? member : undefined
}

export function createSandboxSignIn(
  deps: PeopleDeps,
): ConsolePart<'sandboxSignIn' | 'getConsoleEntrance'> {
  return {
    async getConsoleEntrance() {
      const one_click: StaffRole[] = []
      for (const role of STAFF_ROLES) {
        if ((await findSeeded(deps, role)) !== undefined) one_click.push(role)
      }
      return accept({ body: { mode: deps.mode, one_click } })
    },
    async sandboxSignIn(who, { body: { role } }) {
      const member = await findSeeded(deps, role)
      if (member === undefined) return noSuch('seeded member')
      await endPresent(deps, who)
      const opening = { staffId: member.id, visit: who, now: await deps.now() }
      const session = await inTransaction(deps.pool, (client) => openFullSession(client, opening))
      return accept({ body: {}, session })
    },
  }
}
