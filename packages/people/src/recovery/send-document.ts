import type { Refusal } from '@danbao/contracts'
import { MAIL_PAGES, type RecoveryView } from '@danbao/contracts/wallet'
import { accept, days, hours, type Instant, invariant, refuse, type Result } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink, readLink } from '../base/links.ts'
import type { Person } from '../base/person.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { keepDocument, type Picture, takePicture } from '../identity/index.ts'
import { notifyPerson } from '../messages/index.ts'
import { followLink, LINK_INVALID, RESET_PURPOSE } from '../settings/index.ts'
import { SCAN_RECEIVED, SCAN_RECEIVED_SMS } from './answers-mails.ts'
import { whoseLink } from './reset-password.ts'
import { openCase } from '../base/staff-case.ts'
import {
  changeRecovery,
  findOpenAnswersRecovery,
  insertRecovery,
  readRecovery,
  type Recovery,
} from './store.ts'
import { viewRecovery } from './view.ts'

/** Staff have promised to decide within this time. */
export const DECIDE_WITHIN = hours(48)
export const STATUS_PURPOSE = 'recovery_status'
export const STATUS_LIFETIME = days(30)
/** Making a picture anew costs seconds of the processor. */
const SCANS: ThrottleRule = { tries: 10, within: hours(24), lock: hours(1) }

/** The way for those who forgot their answers too. */
export function createSendDocumentHandlers(
  deps: PeopleDeps,
): WalletPart<'sendRecoveryDocument' | 'getRecovery'> {
  return {
    async sendRecoveryDocument(who, { query: { token }, body: file }) {
      const person = await whoseLink(deps, token)
      if (person === undefined) return refuse(LINK_INVALID)
      const key = `recovery_scan:${person.id}`
      const taken = await takeTry(deps.pool, key, { rule: SCANS, now: await deps.now() })
      if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
      const picture = await takePicture(file)
      if (!picture.ok) return picture
      const now = await deps.now()
      const sent = { token, who, picture: picture.value, now }
      const view = await attempt(deps.pool, (client) => keepScan(client, deps, sent))
      return view.ok ? accept({ body: view.value }) : view
    },
    async getRecovery(_who, { body: { token } }) {
      const now = await deps.now()
      const link = await readLink(deps.pool, token, { purpose: STATUS_PURPOSE, now })
      const recovery = link && (await readRecovery(deps.pool, deps, link.subjectId))
      if (recovery === undefined) return refuse(LINK_INVALID)
      return accept({ body: viewRecovery(recovery, null) })
    },
  }
}

interface Sent {
  readonly token: string
  readonly who: Visitor
  readonly picture: Picture
  readonly now: Instant
}

async function keepScan(
  client: PoolClient,
  deps: PeopleDeps,
  { token, who, picture, now }: Sent,
): Promise<Result<RecoveryView, Refusal>> {
  const link = await followLink(client, token, { purpose: RESET_PURPOSE, now })
  if (link === undefined) return refuse(LINK_INVALID)
  const { person } = link
  const open = await findOpenAnswersRecovery(client, deps, person.id)
  const id = open?.id ?? (await openRecovery(client, deps, { person, now }))
  const whose = { personId: person.id, subjectId: id, side: 'front' } as const
  const document = await keepDocument(client, deps, { ...whose, picture })
  await changeRecovery(client, id, { documentId: document.id })
  const statusToken = await tellReceived(client, deps, { person, id, now })
  const detail = { kind: 'answers' }
  const entry = { personId: person.id, kind: 'recovery_requested', detail, visit: who, now }
  await recordHistory(client, entry)
  return accept(viewRecovery(await expectRecovery(client, deps, id), statusToken))
}

interface Whose {
  readonly person: Person
  readonly now: Instant
}

async function openRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  { person: { id: personId, language }, now }: Whose,
): Promise<string> {
  const recovery = { kind: 'answers', state: 'open', personId, language, now } as const
  const id = await insertRecovery(client, deps, recovery)
  const wanted = { kind: 'recovery', subjectId: id, personId, now, within: DECIDE_WITHIN } as const
  await changeRecovery(client, id, { decideBy: await openCase(client, wanted) })
  return id
}

async function tellReceived(
  client: PoolClient,
  deps: PeopleDeps,
  { person, id, now }: Whose & { readonly id: string },
): Promise<string> {
  const grant = { purpose: STATUS_PURPOSE, subjectId: id, now, lifetime: STATUS_LIFETIME }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.recoveryStatus, { token }) }
  const notice = { mail: SCAN_RECEIVED, sms: SCAN_RECEIVED_SMS, values, now }
  await notifyPerson(client, deps, person, notice)
  return token
}

export async function expectRecovery(
  client: PoolClient,
  deps: PeopleDeps,
  id: string,
): Promise<Recovery> {
  const recovery = await readRecovery(client, deps, id)
  invariant(recovery !== undefined, 'a recovery stays once it was asked for')
  return recovery
}
