import type { Refusal } from '@danbao/contracts'
import type { DecideIdentityRequest } from '@danbao/contracts/console'
import { type DocumentSide, NEEDED_SIDES } from '@danbao/contracts/wallet'
import {
  accept,
  formatInstant,
  type Instant,
  invariant,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { changeAccount, LIMIT_CURRENCY, LIMITS } from '@danbao/core'
import { DatabaseError, type PoolClient } from '@danbao/database'
import { attempt } from '../../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../../base/deps.ts'
import type { StaffVisitor } from '../../base/handling.ts'
import { recordAudit, recordHistory } from '../../base/history.ts'
import { changePerson, type Language, lockPerson, type Person } from '../../base/person.ts'
import { type Mail, notifyPerson, tellLimit } from '../../messages/index.ts'
import { takeForDecision } from '../../staff/queue/index.ts'
import type { IdentityCheck } from '../check.ts'
import { changeCheck, findCheck, listChecks, proofOf } from '../check-store.ts'
import { listDocuments } from '../documents.ts'
import { dayOf, stepAfter } from '../expiry-days.ts'
import { APPROVED, MORE_NEEDED, REFUSED } from '../mails.ts'
import { documentInUse, noSuchCheck, wrongFields, wrongState } from '../refusals.ts'
import { closeCase } from '../staff-case.ts'
import { isInUse, sealProfile } from '../submit-check.ts'

interface Decision {
  readonly who: StaffVisitor
  readonly id: Uuid
  readonly asked: DecideIdentityRequest
}

interface Deciding {
  readonly client: PoolClient
  readonly deps: PeopleDeps
  readonly who: StaffVisitor
  readonly person: Person
  readonly check: IdentityCheck
  readonly now: Instant
}

/** Approves, refuses or asks for more: with the level, the mail and the audit entry, or not at all. */
export async function decideCheck(
  deps: PeopleDeps,
  decision: Decision,
): Promise<Result<undefined, Refusal>> {
  try {
    return await attempt(deps.pool, (client) => decide(client, deps, decision))
  } catch (error) {
    // Somebody registered with the same document while it was being approved.
    if (error instanceof DatabaseError && error.constraint === 'person_document') {
      return documentInUse()
    }
    throw error
  }
}

async function decide(
  client: PoolClient,
  deps: PeopleDeps,
  { who, id, asked }: Decision,
): Promise<Result<undefined, Refusal>> {
  const now = await deps.now()
  const found = await findCheck(client, deps.vault, id)
  if (found === undefined) return noSuchCheck()
  const person = await lockPerson(client, found.personId)
  const check = await findCheck(client, deps.vault, id, { lock: true })
  invariant(person !== undefined && check !== undefined, 'a check and its person stay')
  if (check.state !== 'submitted') return wrongState(check)
  if (check.version !== asked.version) return changedMeanwhile(check)
  const taken = await takeForDecision(client, id, who.staffId)
  if (!taken.ok) return taken
  const done = await carryOut({ client, deps, who, person, check, now }, asked)
  if (!done.ok) return done
  await closeCase(client, id, now)
  return accept(undefined)
}

function changedMeanwhile({ state }: IdentityCheck): Result<never, Refusal> {
  return refuse({
    code: 'wrong_state',
    detail: 'The check changed since it was opened. Look at it again.',
    members: { state },
  })
}

function carryOut(
  deciding: Deciding,
  asked: DecideIdentityRequest,
): Promise<Result<undefined, Refusal>> {
  if (asked.decision === 'approve') return approve(deciding)
  if (asked.decision === 'refuse') return refuseCheck(deciding, asked)
  return askAgain(deciding, asked)
}

async function approve(deciding: Deciding): Promise<Result<undefined, Refusal>> {
  const { client, deps, who, person, check, now } = deciding
  const data = check.data.confirmed
  invariant(data !== null, 'what is submitted was confirmed')
  const { documentType: type } = check
  if (data.expires_on !== null && data.expires_on < dayOf(now)) {
    return wrongFields([
      { pointer: '/decision', code: 'expired', detail: 'The document has expired.' },
    ])
  }
  if (await isInUse(client, deps.vault, { person, type, data })) return documentInUse()
  await endEarlier(deciding)
  await changeCheck(client, deps.vault, check.id, {
    state: 'approved',
    decidedAt: now,
    decidedBy: who.staffId,
    expiresOn: data.expires_on,
    dueAt: data.expires_on === null ? null : (stepAfter(data.expires_on, now)?.at ?? null),
  })
  await changePerson(client, person.id, sealProfile(deps.vault, type, data))
  await changeAccount(client, person.id, { level: 2 })
  const values = limitsOfTwo(person.language)
  await tell(deciding, { what: 'approved', mail: APPROVED, page: 'levels', values })
  return accept(undefined)
}

function limitsOfTwo(language: Language): Readonly<Record<'payment' | 'year', string>> {
  const { perPayment, inAll } = LIMITS[2]
  return {
    payment: tellLimit(LIMIT_CURRENCY, perPayment, language),
    year: tellLimit(LIMIT_CURRENCY, inAll, language),
  }
}

/** A newer document takes the place of the one before. */
async function endEarlier({ client, deps, person, now }: Deciding): Promise<void> {
  const earlier = proofOf(await listChecks(client, deps.vault, person.id))
  if (earlier === undefined || earlier.endedAt !== null) return
  await changeCheck(client, deps.vault, earlier.id, { endedAt: now, dueAt: null })
}

type Refused = Extract<DecideIdentityRequest, { decision: 'refuse' }>
type Asked = Extract<DecideIdentityRequest, { decision: 'ask_again' }>

async function refuseCheck(
  deciding: Deciding,
  { reason, words }: Refused,
): Promise<Result<undefined, Refusal>> {
  const { client, deps, who, check, now } = deciding
  await changeCheck(client, deps.vault, check.id, {
    state: 'refused',
    reason,
    reasonWords: words ?? null,
    decidedAt: now,
    decidedBy: who.staffId,
  })
  const values = { reason, words: words ?? '' }
  await tell(deciding, { what: 'refused', mail: REFUSED, page: 'identity', values })
  return accept(undefined)
}

async function askAgain(
  deciding: Deciding,
  { reason, words, sides }: Asked,
): Promise<Result<undefined, Refusal>> {
  const { client, deps, check } = deciding
  const present = await listDocuments(client, check.id)
  const known: readonly DocumentSide[] = [
    ...NEEDED_SIDES[check.documentType],
    ...present.map(({ side }) => side),
    'selfie',
  ]
  if (!sides.every((side) => known.includes(side))) {
    const detail = 'The document has no such side.'
    return wrongFields([{ pointer: '/sides', code: 'no_such_side', detail }])
  }
  await changeCheck(client, deps.vault, check.id, {
    state: 'more_needed',
    reading: 'not_yet',
    reason,
    reasonWords: words ?? null,
    askedSides: [...new Set(sides)],
  })
  const values = { reason, words: words ?? '' }
  await tell(deciding, { what: 'more_needed', mail: MORE_NEEDED, page: 'identity', values })
  return accept(undefined)
}

interface Told {
  readonly what: 'approved' | 'refused' | 'more_needed'
  readonly mail: Mail
  readonly page: string
  readonly values?: Readonly<Record<string, string>>
}

async function tell(
  { client, deps, who, person, check, now }: Deciding,
  { what, mail, page, values = {} }: Told,
): Promise<void> {
  const { reason } = values
  const detail = {
    document_type: check.documentType,
    ...(reason === undefined ? {} : { reason }),
  }
  await recordHistory(client, { personId: person.id, kind: `identity_${what}`, detail, now })
  await recordAudit(client, {
    staffId: who.staffId,
    action: `identity.${what}`,
    personId: person.id,
    subjectId: check.id,
    detail,
    visit: who,
    now,
  })
  const told = { ...values, link: walletUrl(deps, page), at: formatInstant(now) }
  await notifyPerson(client, deps, person, { mail, values: told, now })
}
