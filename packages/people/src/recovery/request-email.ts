import type { Refusal } from '@danbao/contracts'
import { type EmailRecoveryRequest, MAIL_PAGES, type RecoveryView } from '@danbao/contracts/wallet'
import {
  accept,
  addDuration,
  days,
  hours,
  type Instant,
  invariant,
  refuse,
  type Result,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Visitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { issueLink, useLink } from '../base/links.ts'
import { findPersonByEmail } from '../base/person.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { checkCaptcha } from '../captcha/index.ts'
import { queueMail } from '../messages/index.ts'
import { LINK_INVALID } from '../settings/index.ts'
import type { Claims } from './claims.ts'
import { CONFIRM_EMAIL_RECOVERY, EMAIL_RECOVERY_RECEIVED } from './email-mails.ts'
import { DECIDE_WITHIN, expectRecovery, STATUS_LIFETIME, STATUS_PURPOSE } from './send-document.ts'
import { openCase } from '../base/staff-case.ts'
import { changeRecovery, insertRecovery, lockRecovery, type Recovery } from './store.ts'
import { viewRecovery } from './view.ts'

const CONFIRM_PURPOSE = 'confirm_email_recovery'
const CONFIRM_WITHIN = hours(24)
/** Per address that is lost, and per visitor: staff read each. */
const REQUESTS: ThrottleRule = { tries: 5, within: days(1), lock: days(1) }

/**
 * The way for those who lost their mailbox. Nothing here depends on whether anybody has the address:
 * who it belongs to is looked up when the new one is confirmed, and told to nobody but staff.
 */
export function createRequestEmailHandlers(
  deps: PeopleDeps,
): WalletPart<'requestEmailRecovery' | 'confirmEmailRecovery'> {
  return {
    async requestEmailRecovery(who, { body }) {
      const robot = await checkCaptcha(deps, body.captcha, 'recover_email')
      if (robot !== undefined) return refuse(robot)
      if (body.old_email.toLowerCase() === body.new_email.toLowerCase()) return refuse(SAME_ADDRESS)
      const now = await deps.now()
      for (const key of [
        `recover_for:${hideAddress(deps, body.old_email)}`,
        `recover_by:${who.ip}`,
      ]) {
        const taken = await takeTry(deps.pool, key, { rule: REQUESTS, now })
        if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
      }
      const written = await attempt(deps.pool, async (client) => {
        await writeRequest(client, deps, { body, who, now })
        return accept(undefined)
      })
      return written.ok ? accept({ body: { object: 'accepted' } }) : written
    },
    async confirmEmailRecovery(who, { body: { token } }) {
      const now = await deps.now()
      const followed = { token, who, now }
      const view = await attempt(deps.pool, (client) => confirmRequest(client, deps, followed))
      return view.ok ? accept({ body: view.value }) : view
    },
  }
}

/** Addresses of strangers are not kept in the clear. */
function hideAddress({ vault }: PeopleDeps, email: string): string {
  return vault.fingerprint('email', email.toLowerCase()).toString('base64url')
}

interface Asked {
  readonly body: EmailRecoveryRequest
  readonly who: Visitor
  readonly now: Instant
}

async function writeRequest(
  client: PoolClient,
  deps: PeopleDeps,
  { body, who: { language }, now }: Asked,
): Promise<void> {
  const id = await insertRecovery(client, deps, {
    kind: 'email',
    state: 'unconfirmed',
    personId: null,
    language,
    oldEmail: body.old_email,
    newEmail: body.new_email,
    claims: toClaims(body),
    // Forgotten then, unless the new address has answered.
    dueAt: addDuration(now, CONFIRM_WITHIN),
    now,
  })
  const grant = { purpose: CONFIRM_PURPOSE, subjectId: id, now, lifetime: CONFIRM_WITHIN }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.confirmEmailRecovery, { token }) }
  const mail = CONFIRM_EMAIL_RECOVERY
  await queueMail(client, deps, { to: body.new_email, language, mail, values, now })
}

function toClaims(body: EmailRecoveryRequest): Claims {
  return {
    phone: body.phone || null,
    cardLastFour: body.card_last_four ?? null,
    recentPayments: body.recent_payments || null,
    turnover: body.turnover || null,
  }
}

interface Followed {
  readonly token: string
  readonly who: Visitor
  readonly now: Instant
}

async function confirmRequest(
  client: PoolClient,
  deps: PeopleDeps,
  { token, who, now }: Followed,
): Promise<Result<RecoveryView, Refusal>> {
  const link = await useLink(client, token, { purpose: CONFIRM_PURPOSE, now })
  const recovery = link && (await lockRecovery(client, deps, link.subjectId))
  if (recovery?.state !== 'unconfirmed') return refuse(LINK_INVALID)
  const { id, oldEmail, newEmail } = recovery
  invariant(oldEmail !== null && newEmail !== null, 'both addresses are given')
  if ((await findPersonByEmail(client, newEmail)) !== undefined) return refuse(EMAIL_IN_USE)
  const found = await findPersonByEmail(client, oldEmail)
  // Who has not finished registering has nothing to recover, and can register anew.
  const registeredAt = found?.registeredAt ?? null
  const personId = found === undefined || registeredAt === null ? null : found.id
  const wanted = { kind: 'recovery', subjectId: id, personId, now, within: DECIDE_WITHIN } as const
  const decideBy = await openCase(client, wanted)
  // The account is told by the timer, a moment later, so that this takes as long for nobody's.
  await changeRecovery(client, id, { state: 'open', personId, decideBy, dueAt: now })
  if (personId !== null) {
    const detail = { kind: 'email' }
    await recordHistory(client, { personId, kind: 'recovery_requested', detail, visit: who, now })
  }
  return accept(await replyStatus(client, deps, { recovery, now }))
}

async function replyStatus(
  client: PoolClient,
  deps: PeopleDeps,
  { recovery, now }: { readonly recovery: Recovery; readonly now: Instant },
): Promise<RecoveryView> {
  const { id, newEmail, language } = recovery
  const grant = { purpose: STATUS_PURPOSE, subjectId: id, now, lifetime: STATUS_LIFETIME }
  const token = await issueLink(client, grant)
  const values = { link: walletUrl(deps, MAIL_PAGES.recoveryStatus, { token }) }
  const mail = EMAIL_RECOVERY_RECEIVED
  if (newEmail !== null) {
    await queueMail(client, deps, { to: newEmail, language, mail, values, now })
  }
  return viewRecovery(await expectRecovery(client, deps, id), token)
}

const SAME_ADDRESS: Refusal = {
  code: 'invalid_request',
  detail: 'The new address has to be another one.',
  errors: [
    { pointer: '/new_email', code: 'same_address', detail: 'Give an address that you can read.' },
  ],
}

const EMAIL_IN_USE: Refusal = {
  code: 'email_in_use',
  detail: 'This address has an account of its own. Ask again with another address.',
}
