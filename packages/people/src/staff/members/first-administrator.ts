import { accept, newUuid, refuse, type Result } from '@danbao/kernel'
import { inTransaction, type PoolClient, queryText } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import type { Language } from '../../base/person.ts'
import { issuePasswordLink } from '../link.ts'
import { findMemberByEmail, insertMember } from '../member.ts'

export interface FirstAdministrator {
  readonly email: string
  readonly name: string
  /** Of the mails. Default: en. */
  readonly language?: Language
}

/**
 * The one administrator whom nobody has to approve, as nobody is there yet. Answers a link, good
 * once, that sets the password; asked again before it was followed, a new one.
 */
export function createFirstAdministrator(
  deps: PeopleDeps,
  { email, name, language = 'en' }: FirstAdministrator,
): Promise<Result<{ readonly link: string }, 'administrator_exists' | 'email_in_use'>> {
  return inTransaction(deps.pool, async (client) => {
    const now = await deps.now()
    await client.query('LOCK TABLE people.staff IN SHARE ROW EXCLUSIVE MODE')
    if (await hasAdministrator(client)) return refuse('administrator_exists')
    const known = await findMemberByEmail(client, email)
    if (known !== undefined) {
      const waits = known.disabledAt === null && known.roles.includes('administrator')
      if (!waits) return refuse('email_in_use')
      return accept({ link: await issuePasswordLink(client, deps, { staffId: known.id, now }) })
    }
    const id = newUuid()
    const member = { id, name, email, language, roles: ['administrator'] } as const
    await insertMember(client, { ...member, marketplaceId: null, passwordHash: null, now })
    return accept({ link: await issuePasswordLink(client, deps, { staffId: id, now }) })
  })
}

/** One who can sign in: an invitation that was never followed stands in nobody's way. */
async function hasAdministrator(client: PoolClient): Promise<boolean> {
  const rows = await queryText(
    client,
    `SELECT id FROM people.staff WHERE 'administrator' = ANY (roles)
       AND disabled_at IS NULL AND password_hash IS NOT NULL LIMIT 1`,
  )
  return rows.length > 0
}
