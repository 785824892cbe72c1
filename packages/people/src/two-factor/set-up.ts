import { accept, type Instant, refuse, type Result } from '@danbao/kernel'
import { inTransaction, type PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { SessionOwner } from '../base/sessions.ts'
import { replaceRecoveryCodes } from './recovery-codes.ts'
import { type SecondFactorTry, takeSecondFactorTry } from './second-factor.ts'
import { readTotp, saveBegunTotp, saveConfirmedTotp } from './store.ts'
import { findTotpStep, newTotpSecret, totpUri } from './totp.ts'

export interface BegunTotp {
  /** Base32. */
  readonly secret: string
  /** For the QR code. */
  readonly uri: string
}

/**
 * A new secret, of no effect until a code of it was given. Refuses while another is in effect.
 * `label`: whose account it is, as the app will show it.
 */
export async function beginTotpFor(
  deps: PeopleDeps,
  owner: SessionOwner,
  label: string,
): Promise<Result<BegunTotp, 'enabled_already'>> {
  const secret = newTotpSecret()
  const ownerId = owner.personId ?? owner.staffId
  const now = await deps.now()
  const saved = await saveBegunTotp(deps.pool, deps.vault, { ownerId, secret, now })
  return saved ? accept({ secret, uri: totpUri(secret, label) }) : refuse('enabled_already')
}

export type NotConfirmed = 'nothing_begun' | Exclude<SecondFactorTry, { verdict: 'right' }>

/**
 * The first code, which shows that the app has the secret: from now on codes are asked for.
 * Answers the recovery codes, to be shown this once. `alsoDo` is of the same transaction.
 */
export async function confirmTotpFor(
  deps: PeopleDeps,
  owner: SessionOwner,
  code: string,
  alsoDo: (client: PoolClient, now: Instant) => Promise<void>,
): Promise<Result<readonly string[], NotConfirmed>> {
  const ownerId = owner.personId ?? owner.staffId
  const begun = await readTotp(deps.pool, deps.vault, { ownerId })
  if (begun === undefined || begun.confirmedAt !== null) return refuse('nothing_begun')
  let codes: readonly string[] = []
  const attempt = await takeSecondFactorTry(deps, ownerId, (now) =>
    inTransaction(deps.pool, async (client) => {
      const totp = await readTotp(client, deps.vault, { ownerId, lock: true })
      if (totp === undefined || totp.confirmedAt !== null) return false
      const asked = { now: deps.authenticatorClock.now(), lastStep: totp.lastStep }
      const step = findTotpStep(totp.secret, code.replaceAll(/\s/g, ''), asked)
      if (step === undefined) return false
      await saveConfirmedTotp(client, ownerId, { step, now })
      codes = await replaceRecoveryCodes(client, deps.vault, ownerId)
      await alsoDo(client, now)
      return true
    }),
  )
  return attempt.verdict === 'right' ? accept(codes) : refuse(attempt)
}
