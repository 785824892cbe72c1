import type { Refusal } from '@danbao/contracts'
import { MAIL_PAGES } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  hours,
  type Instant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink } from '../base/links.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { notifyPerson, queueMail } from '../messages/index.ts'
import { RECOVERY_REFUSED, SCAN_APPROVED, SCAN_APPROVED_SMS } from './answers-mails.ts'
import {
  ADDRESS_WILL_CHANGE,
  ADDRESS_WILL_CHANGE_SMS,
  EMAIL_RECOVERY_APPROVED,
} from './email-mails.ts'
import { NEW_SECRETS_PURPOSE, NEW_SECRETS_WITHIN } from './new-secrets.ts'
import { closeCase } from '../base/staff-case.ts'
import { issueStopLink } from './stop-email.ts'
import {
  changeRecovery,
  isAddressAtStake,
  lockRecovery,
  readRecovery,
  type Recovery,
  type RecoveryChange,
} from './store.ts'

/** So long the old address can object. */
export const ADDRESS_WAITS = hours(72)
/** How often it is told meanwhile. */
export const TOLD_EVERY = hours(24)

export interface RecoveryDecision {
  readonly recoveryId: Uuid
  readonly staffId: Uuid
  readonly decision: 'approve' | 'refuse'
  /** Of a refusal: told to whoever asked. */
  readonly reason: string
  readonly now: Instant
}

type Decided = Promise<Result<Recovery, Refusal>>

/**
 * The first decision of staff. Refusing ends it, with a mail. Approving a scan sends the link for
 * new secrets; approving a lost mailbox asks for a second person (`approveRecovery`).
 * Refuses with not_found and wrong_state; take back the transaction then.
 */
export async function decideRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  { recoveryId, staffId, decision, reason, now }: RecoveryDecision,
): Decided {
  const found = await lockInState(client, deps, recoveryId, 'open')
  if (!found.ok) return found
  const { recovery, person } = found.value
  const decided = { reason, decidedBy: staffId, decidedAt: now }
  if (decision === 'refuse') return refuseIt(client, deps, found.value, { ...decided, now })
  if (person === undefined) return refuse(NOBODYS)
  if (recovery.kind === 'answers')
    return approveScan(client, deps, found.value, { ...decided, now })
  if (await isAddressAtStake(client, person.id)) return refuse(ANOTHER_WAITS)
  return change(client, deps, recovery.id, { ...decided, state: 'checking' })
}

export interface SecondOpinion {
  readonly recoveryId: Uuid
  readonly staffId: Uuid
  readonly now: Instant
}

/**
 * A second person agrees that the address is replaced: it happens in 72 hours, unless the old one
 * objects. Refuses with not_found, wrong_state and second_person_needed.
 */
export async function approveRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  { recoveryId, staffId, now }: SecondOpinion,
): Decided {
  const found = await lockInState(client, deps, recoveryId, 'checking')
  if (!found.ok) return found
  const { recovery, person } = found.value
  if (recovery.decidedBy === staffId) return refuse(SECOND_PERSON)
  if (person === undefined) return refuse(NOBODYS)
  const happensAt = addDuration(now, ADDRESS_WAITS)
  const dueAt = addDuration(now, TOLD_EVERY)
  await closeCase(client, recovery.id, now)
  await announceReplacement(client, deps, { recovery, person, happensAt, now })
  const { newEmail, language } = recovery
  if (newEmail !== null) {
    const mail = EMAIL_RECOVERY_APPROVED
    await queueMail(client, deps, { to: newEmail, language, mail, now })
  }
  const kind = 'recovery_approved'
  await recordHistory(client, { personId: person.id, kind, detail: { kind: 'email' }, now })
  const confirmed = { state: 'waiting', confirmedBy: staffId, happensAt, dueAt } as const
  return change(client, deps, recovery.id, confirmed)
}

/** The second person does not agree: it is open again, for the first decision. */
export async function declineRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  { recoveryId, staffId }: SecondOpinion,
): Decided {
  const found = await lockInState(client, deps, recoveryId, 'checking')
  if (!found.ok) return found
  if (found.value.recovery.decidedBy === staffId) return refuse(SECOND_PERSON)
  const undecided = { decidedBy: null, decidedAt: null, reason: null }
  return change(client, deps, recoveryId, { ...undecided, state: 'open' })
}

interface Locked {
  readonly recovery: Recovery
  /** Absent: nobody has the address that was given. */
  readonly person: Person | undefined
}

/** The person first, as everybody locks them. */
async function lockInState(
  client: PoolClient,
  deps: PeopleDeps,
  id: Uuid,
  state: 'open' | 'checking',
): Promise<Result<Locked, Refusal>> {
  const seen = await readRecovery(client, deps, id)
  if (seen === undefined) return refuse(NO_SUCH)
  const person = seen.personId === null ? undefined : await lockPerson(client, seen.personId)
  const recovery = await lockRecovery(client, deps, id)
  if (recovery === undefined) return refuse(NO_SUCH)
  if (recovery.state !== state || (person !== undefined && person.closedAt !== null)) {
    return refuse(wrongState(recovery))
  }
  return accept({ recovery, person })
}

interface Verdict extends Required<Pick<RecoveryChange, 'decidedBy' | 'decidedAt'>> {
  readonly reason: string
  readonly now: Instant
}

async function refuseIt(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery, person }: Locked,
  { now, ...decided }: Verdict,
): Decided {
  const { id, language } = recovery
  const to = recovery.newEmail ?? person?.email
  await closeCase(client, id, now)
  if (to !== undefined) {
    const values = { reason: decided.reason, recover: walletUrl(deps, 'recover') }
    await queueMail(client, deps, { to, language, mail: RECOVERY_REFUSED, values, now })
  }
  if (person !== undefined) {
    const detail = { kind: recovery.kind }
    await recordHistory(client, { personId: person.id, kind: 'recovery_refused', detail, now })
  }
  return change(client, deps, id, { ...decided, state: 'refused', dueAt: null, endedAt: now })
}

async function approveScan(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery: { id }, person }: Locked,
  { now, ...decided }: Verdict,
): Decided {
  if (person === undefined) return refuse(NOBODYS)
  await closeCase(client, id, now)
  const grant = { purpose: NEW_SECRETS_PURPOSE, subjectId: id, now, lifetime: NEW_SECRETS_WITHIN }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.newSecrets, { token }) }
  const notice = { mail: SCAN_APPROVED, sms: SCAN_APPROVED_SMS, values, now }
  await notifyPerson(client, deps, person, notice)
  const kind = 'recovery_approved'
  await recordHistory(client, { personId: person.id, kind, detail: { kind: 'answers' }, now })
  return change(client, deps, id, { ...decided, state: 'approved', endedAt: now })
}

export interface Announcement {
  readonly recovery: Recovery
  readonly person: Person
  readonly happensAt: Instant
  readonly now: Instant
}

/** To every channel of the account, with the link that stops it: now, and each day until then. */
export async function announceReplacement(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery, person, happensAt, now }: Announcement,
): Promise<void> {
  const left = Math.ceil((happensAt - now) / hours(1))
  const mail = left > 48 ? 1 : left > 24 ? 2 : 3
  const link = await issueStopLink(client, deps, { recoveryId: recovery.id, mail, now })
  await notifyPerson(client, deps, person, {
    mail: ADDRESS_WILL_CHANGE,
    sms: ADDRESS_WILL_CHANGE_SMS,
    values: { link, hours: left },
    now,
  })
}

async function change(
  client: PoolClient,
  deps: PeopleDeps,
  id: Uuid,
  changed: RecoveryChange,
): Decided {
  await changeRecovery(client, id, changed)
  const recovery = await readRecovery(client, deps, id)
  return recovery === undefined ? refuse(NO_SUCH) : accept(recovery)
}

const NO_SUCH: Refusal = { code: 'not_found', detail: 'There is no such recovery.' }

function wrongState({ state }: Recovery): Refusal {
  const detail = 'This was decided or ended in the meantime.'
  return { code: 'wrong_state', detail, members: { state } }
}

const NOBODYS: Refusal = {
  code: 'wrong_state',
  detail: 'No account has the address that was given. Refuse the request, and say so.',
}

const ANOTHER_WAITS: Refusal = {
  code: 'wrong_state',
  detail: 'Another request to replace the address of this account was approved already.',
}

const SECOND_PERSON: Refusal = {
  code: 'second_person_needed',
  detail: 'You agreed to this yourself: somebody else has to look at it.',
}
