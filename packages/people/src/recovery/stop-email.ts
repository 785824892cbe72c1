import { MAIL_PAGES } from '@danbao/contracts/wallet'
import { accept, days, type Instant, refuse } from '@danbao/kernel'
import type { Refusal } from '@danbao/contracts'
import type { Result } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink, readLink } from '../base/links.ts'
import { notifyPerson, queueMail } from '../messages/index.ts'
import { followLink, LINK_INVALID } from '../settings/index.ts'
import { EMAIL_RECOVERY_STOPPED } from './email-mails.ts'
import { closeCase, voidApprovals } from '../base/staff-case.ts'
import { changeRecovery, lockRecovery, readRecovery, type Recovery } from './store.ts'

/** Each mail has a link of its own: a later one must not kill the one that is read first. */
const STOP_PURPOSES = ['stop_recovery_0', 'stop_recovery_1', 'stop_recovery_2', 'stop_recovery_3']
const STOP_LIFETIME = days(30)
const STOPPABLE = new Set(['open', 'checking', 'waiting'])

export interface StopLink {
  readonly recoveryId: string
  /** Which mail it is for: 0 when it was asked for, 1 to 3 while the address waits. */
  readonly mail: 0 | 1 | 2 | 3
  readonly now: Instant
}

/** The address of the page that stops it. */
export async function issueStopLink(
  client: PoolClient,
  deps: PeopleDeps,
  { recoveryId, mail, now }: StopLink,
): Promise<string> {
  const purpose = `stop_recovery_${mail}`
  const grant = { purpose, subjectId: recoveryId, now, lifetime: STOP_LIFETIME }
  const token = await issueLink(client, grant)
  return walletUrl(deps, MAIL_PAGES.stopEmailRecovery, { token })
}

/** The owner still reads the old mailbox. */
export function createStopEmailHandlers(
  deps: PeopleDeps,
): WalletPart<'openStopEmail' | 'stopEmailRecovery'> {
  return {
    async openStopEmail(_who, { body: { token } }) {
      const recovery = await findByLink(deps, token)
      if (recovery === undefined) return refuse(LINK_INVALID)
      const { state } = recovery
      const stoppable = STOPPABLE.has(state)
      return accept({ body: { object: 'email_recovery_stop', state, stoppable } })
    },
    async stopEmailRecovery(who, { body: { token } }) {
      const now = await deps.now()
      const stopped = await attempt(deps.pool, (client) =>
        stopByLink(client, deps, { token, who, now }),
      )
      return stopped.ok ? accept({ body: { object: 'done' } }) : stopped
    },
  }
}

/** Also when it is over: who comes too late is told so, and what can be done. */
async function findByLink(deps: PeopleDeps, token: string): Promise<Recovery | undefined> {
  const now = await deps.now()
  for (const purpose of STOP_PURPOSES) {
    const link = await readLink(deps.pool, token, { purpose, now })
    if (link !== undefined) return readRecovery(deps.pool, deps, link.subjectId)
  }
  return undefined
}

interface Followed {
  readonly token: string
  readonly who: Visitor
  readonly now: Instant
}

async function stopByLink(
  client: PoolClient,
  deps: PeopleDeps,
  { token, who, now }: Followed,
): Promise<Result<undefined, Refusal>> {
  const personOf = async (id: string) => (await readRecovery(client, deps, id))?.personId
  for (const purpose of STOP_PURPOSES) {
    const link = await followLink(client, token, { purpose, now, personOf })
    if (link === undefined) continue
    const recovery = await lockRecovery(client, deps, link.subjectId)
    if (recovery === undefined || !STOPPABLE.has(recovery.state)) return refuse(LINK_INVALID)
    await stopRecovery(client, deps, recovery, now)
    const { person } = link
    await notifyPerson(client, deps, person, { mail: EMAIL_RECOVERY_STOPPED, now })
    const entry = { personId: person.id, kind: 'recovery_stopped', visit: who, now }
    await recordHistory(client, entry)
    return accept(undefined)
  }
  return refuse(LINK_INVALID)
}

/** Ends it and tells the new address; the recovery and its person are locked. */
export async function stopRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  { id, newEmail, language }: Recovery,
  now: Instant,
): Promise<void> {
  await changeRecovery(client, id, { state: 'stopped', dueAt: null, endedAt: now })
  await closeCase(client, id, now)
  await voidApprovals(client, id)
  if (newEmail === null) return
  await queueMail(client, deps, { to: newEmail, language, mail: EMAIL_RECOVERY_STOPPED, now })
}
