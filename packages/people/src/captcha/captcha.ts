import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1'
import { z } from 'zod'
import type { Refusal } from '@danbao/contracts'
import type { CaptchaPurpose } from '@danbao/contracts/wallet'
import { addDuration, formatInstant, type Instant, instant, minutes } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'

const LIFETIME = minutes(10)
/** About a second of a phone's work: nothing to a person, dear to who wants thousands. */
const HARDEST = 50_000

export interface NewCaptcha {
  readonly purpose: CaptchaPurpose
  readonly now: Instant
  /** The number to be found is at most this. */
  readonly hardest?: number
}

export interface Captcha {
  readonly algorithm: 'SHA-256'
  readonly challenge: string
  readonly maxnumber: number
  readonly salt: string
  readonly signature: string
  readonly expiresAt: Instant
}

/** Nothing is kept of it: purpose and expiry are signed, and travel in the salt. */
export async function makeCaptcha(
  deps: Pick<PeopleDeps, 'vault'>,
  { purpose, now, hardest = HARDEST }: NewCaptcha,
): Promise<Captcha> {
  const expiresAt = addDuration(now, LIFETIME)
  const made = await createChallenge({
    algorithm: 'SHA-256',
    hmacKey: keyOf(deps),
    maxNumber: hardest,
    params: { purpose, until: String(expiresAt) },
  })
  const { challenge, salt, signature } = made
  return { algorithm: 'SHA-256', challenge, maxnumber: hardest, salt, signature, expiresAt }
}

function keyOf({ vault }: Pick<PeopleDeps, 'vault'>): string {
  return vault.fingerprint('captcha', 'signing key').toString('hex')
}

const solution = z.strictObject({
  // Named by who solved it: another algorithm would be a weaker signature.
  algorithm: z.literal('SHA-256'),
  challenge: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.int().min(0),
  salt: z.string().max(300),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
  took: z.number().optional(),
})
type Solution = z.infer<typeof solution>

const FAILED: Refusal = {
  code: 'captcha_failed',
  detail: 'The check against robots did not pass, or took too long. Do it once more.',
}

/** Refuses a solution that is wrong, too old, of another purpose, or was used before. */
export async function checkCaptcha(
  deps: Pick<PeopleDeps, 'pool' | 'vault' | 'now'>,
  payload: string | undefined,
  purpose: CaptchaPurpose,
): Promise<Refusal | undefined> {
  const found = payload === undefined ? undefined : readSolution(payload)
  if (found === undefined) return FAILED
  // The library would look at the machine's clock for the expiry.
  if (!(await verifySolution(found, keyOf(deps), false))) return FAILED
  const { purpose: signedFor, until } = extractParams(found)
  const expiresAt = instant(Number(until))
  if (signedFor !== purpose || expiresAt <= (await deps.now())) return FAILED
  return (await useUp(deps, found, expiresAt)) ? undefined : FAILED
}

function readSolution(payload: string): Solution | undefined {
  try {
    const text = Buffer.from(payload, 'base64').toString()
    return solution.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The library lets a solution pass as often as it comes. Of two at once one is the first. */
async function useUp(
  { pool }: Pick<PeopleDeps, 'pool'>,
  { challenge }: Solution,
  expiresAt: Instant,
): Promise<boolean> {
  const inserted = await pool.query(
    `INSERT INTO people.challenge (id, purpose, expires_at) VALUES ($1, 'captcha', $2)
     ON CONFLICT (id) DO NOTHING`,
    [`captcha:${challenge}`, formatInstant(expiresAt)],
  )
  return inserted.rowCount === 1
}
