import { type Instant, minutes, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import type { SessionOwner } from '../base/sessions.ts'
import { forgiveTries, takeTry } from '../base/throttle.ts'
import { tellRecoveryCodeUsed } from './notices.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { readTotp, totpConfirmedAt, useTotpStep } from './store.ts'
import { findTotpStep } from './totp.ts'

/** Of a million codes three are good at a time: 5 guesses, then a rest that doubles. */
const RULE = { tries: 5, within: minutes(15), lock: minutes(15) }

export type SecondFactorTry =
  | { readonly verdict: 'right' }
  | { readonly verdict: 'wrong'; readonly triesLeft: number }
  | { readonly verdict: 'locked'; readonly lockedUntil: Instant | undefined }

/** Whether codes of an app are asked for; the id is a person's or that of a member of staff. */
export async function hasSecondFactor(client: Queryable, personId: Uuid): Promise<boolean> {
  return (await totpConfirmedAt(client, personId)) !== null
}

/**
 * Counts the try and looks at the code, of the app or for recovery; a right one is used up. Its
 * writes are committed at once, so call it before, not in, the transaction of what it allows.
 */
export async function checkSecondFactor(
  deps: PeopleDeps,
  owner: SessionOwner,
  code: string,
): Promise<'right' | 'wrong' | 'locked'> {
  return (await trySecondFactor(deps, owner, code)).verdict
}

/** The same, with what is left. */
export async function trySecondFactor(
  deps: PeopleDeps,
  owner: SessionOwner,
  code: string,
): Promise<SecondFactorTry> {
  const ownerId = owner.personId ?? owner.staffId
  return takeSecondFactorTry(deps, ownerId, async (now) => {
    const digits = code.replaceAll(/\s/g, '')
    if (/^\d{6}$/.test(digits)) return useTotpCode(deps, ownerId, digits)
    const used = await useRecoveryCode(deps.pool, deps.vault, { ownerId, code, now })
    if (used && owner.personId !== undefined) await tellRecoveryCodeUsed(deps, owner.personId, now)
    return used
  })
}

/** Guesses of every kind are counted together. */
export async function takeSecondFactorTry(
  deps: PeopleDeps,
  ownerId: Uuid,
  isRight: (now: Instant) => Promise<boolean>,
): Promise<SecondFactorTry> {
  const now = await deps.now()
  const key = `second_factor:${ownerId}`
  const { allowed, triesLeft, lockedUntil } = await takeTry(deps.pool, key, { rule: RULE, now })
  if (!allowed) return { verdict: 'locked', lockedUntil }
  if (!(await isRight(now))) return { verdict: 'wrong', triesLeft }
  await forgiveTries(deps.pool, key)
  return { verdict: 'right' }
}

async function useTotpCode(deps: PeopleDeps, ownerId: Uuid, code: string): Promise<boolean> {
  const totp = await readTotp(deps.pool, deps.vault, { ownerId })
  if (totp === undefined || totp.confirmedAt === null) return false
  const asked = { now: deps.authenticatorClock.now(), lastStep: totp.lastStep }
  const step = findTotpStep(totp.secret, code, asked)
  return step !== undefined && useTotpStep(deps.pool, ownerId, step)
}
