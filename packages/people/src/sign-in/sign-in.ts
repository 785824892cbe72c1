import type { Refusal } from '@danbao/contracts'
import type { WalletRoutes } from '@danbao/contracts/wallet'
import { accept, type Instant, minutes, newUuid, refuse, type Result } from '@danbao/kernel'
import { checkCaptcha } from '../captcha/index.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { Handler, Visitor } from '../base/handling.ts'
import { findPersonByEmail, type Person } from '../base/person.ts'
import { hashSecret, isOutdatedHash, matchesSecret } from '../base/secrets.ts'
import { forgiveTries, readTries, takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { completeSignIn, CREDENTIALS_WRONG } from './complete-sign-in.ts'
import { findDevice } from './device-store.ts'

const PER_ADDRESS: ThrottleRule = { tries: 5, within: minutes(15), lock: minutes(15) }
/** Many people may sit behind one network address; one machine does not try a list of them. */
const PER_PLACE: ThrottleRule = { tries: 100, within: minutes(15), lock: minutes(15) }
const FAILURES_WITHOUT_CAPTCHA = 3

/** By password. What is said, and how long it takes, is the same for an address that nobody has. */
export function createPasswordSignIn(deps: PeopleDeps): Handler<WalletRoutes['signIn']> {
  return async (visitor, { body: { email, password, captcha } }) => {
    const now = await deps.now()
    const person = await findPersonByEmail(deps.pool, email)
    const key = await throttleKey(deps, { email, person, visitor })
    const open = await takeTries(deps, { key, captcha, ip: visitor.ip, now })
    if (!open.ok) return open
    const stored = person?.passwordHash ?? null
    if (!(await matchesSecret(stored, password)) || person === undefined || stored === null) {
      return refuse(wrong(open.value))
    }
    await forgiveTries(deps.pool, key)
    const passwordHash = await renewHash(deps, person, { stored, password })
    return completeSignIn(deps, { personId: person.id, visitor, how: 'password', passwordHash })
  }
}

interface Whose {
  readonly email: string
  readonly person: Person | undefined
  readonly visitor: Visitor
}

/**
 * Tries of a device that the person has signed in with before are counted on their own: a stranger
 * who locks the address does not lock its owner out.
 */
async function throttleKey(
  { pool }: PeopleDeps,
  { email, person, visitor }: Whose,
): Promise<string> {
  // Asked for nobody's device too, or the time would tell.
  const device = await findDevice(pool, person?.id ?? newUuid(), visitor.deviceToken)
  return device === undefined ? `sign_in:${email.toLowerCase()}` : `sign_in_by:${device}`
}

interface Attempt {
  readonly key: string
  readonly captcha: string | undefined
  readonly ip: string
  readonly now: Instant
}

/** How many tries are left after this one. */
async function takeTries(
  deps: PeopleDeps,
  { key, captcha, ip, now }: Attempt,
): Promise<Result<number, Refusal>> {
  const { pool } = deps
  const place = await takeTry(pool, `sign_in_from:${ip}`, { rule: PER_PLACE, now })
  if (!place.allowed) return refuse(tryLater(place.lockedUntil))
  if ((await readTries(pool, key, { rule: PER_ADDRESS, now })) >= FAILURES_WITHOUT_CAPTCHA) {
    const robot = await checkCaptcha(deps, captcha, 'sign_in')
    if (robot !== undefined) return refuse({ ...robot, members: { captcha: 'required' } })
  }
  const taken = await takeTry(pool, key, { rule: PER_ADDRESS, now })
  return taken.allowed ? accept(taken.triesLeft) : refuse(tryLater(taken.lockedUntil))
}

function wrong(triesLeft: number): Refusal {
  const failures = PER_ADDRESS.tries - triesLeft
  const captcha = failures >= FAILURES_WITHOUT_CAPTCHA ? 'required' : null
  return { ...CREDENTIALS_WRONG, members: { tries_left: String(triesLeft), captcha } }
}

/** The password is known only now: a hash of former parameters is made anew. */
async function renewHash(
  { pool }: PeopleDeps,
  { id }: Person,
  { stored, password }: { readonly stored: string; readonly password: string },
): Promise<string> {
  if (!isOutdatedHash(stored)) return stored
  const renewed = await hashSecret(password)
  await pool.query(
    'UPDATE people.person SET password_hash = $3 WHERE id = $1 AND password_hash = $2',
    [id, stored, renewed],
  )
  return renewed
}
