import { hash } from 'node:crypto'
import type { Refusal } from '@danbao/contracts'
import type { Authorisation, passkeyRequest } from '@danbao/contracts/wallet'
import { accept, invariant, minutes, refuse, type Result } from '@danbao/kernel'
import { z } from 'zod'
import { issueChallenge, useChallenge } from '../base/challenges.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { checkPaymentPassword } from '../base/passwords.ts'
import { readPerson } from '../base/person.ts'
import { takeTry, tryLater } from '../base/throttle.ts'
import { beginPasskeyUse, finishPasskeyUse } from '../passkeys/index.ts'

const PURPOSE = 'payment_authorisation'
/** Each begun one is a row: nobody fills the table. */
const BEGIN_RULE = { tries: 30, within: minutes(10), lock: minutes(10) }

/**
 * What an authorisation is for: what is done, the amount, who gets it. One that was given for
 * something else is worth nothing.
 */
export type Authorised = readonly unknown[]

const begun = z.strictObject({ challenge: z.string(), person: z.string(), authorised: z.string() })

/** Asks the browser for a passkey; its answer is good for this and nothing else, once. */
export async function beginAuthorisation(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  authorised: Authorised,
): Promise<Result<z.output<typeof passkeyRequest>, Refusal>> {
  const now = await deps.now()
  const key = `payment_passkey:${personId}`
  const taken = await takeTry(deps.pool, key, { rule: BEGIN_RULE, now })
  if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
  const { options, lifetime } = await beginPasskeyUse(deps)
  const ceremony = await issueChallenge(deps.pool, {
    purpose: PURPOSE,
    data: { challenge: options.challenge, person: personId, authorised: fingerprint(authorised) },
    now,
    lifetime,
  })
  return accept({ ceremony, options })
}

/** Whether the person agrees to exactly this, by their payment password or a passkey of theirs. */
export async function authorise(
  deps: PeopleDeps,
  who: PersonVisitor,
  given: { readonly authorisation: Authorisation; readonly authorised: Authorised },
): Promise<Result<undefined, Refusal>> {
  const { authorisation, authorised } = given
  if (authorisation.by === 'payment_password') {
    const person = await readPerson(deps.pool, who.personId)
    invariant(person !== undefined, 'a session belongs to a person')
    return checkPaymentPassword(deps, person, authorisation.payment_password)
  }
  const { ceremony, credential } = authorisation
  const now = await deps.now()
  const kept = await useChallenge(deps.pool, ceremony, { purpose: PURPOSE, data: begun, now })
  const same =
    kept !== undefined &&
    kept.person === who.personId &&
    kept.authorised === fingerprint(authorised)
  if (!same) {
    return refuse({
      code: 'ceremony_gone',
      detail: 'It took too long, was done already, or was for something else. Try once more.',
    })
  }
  const { challenge } = kept
  const used = await finishPasskeyUse(deps, { credential, challenge, personId: who.personId })
  return used.ok ? accept(undefined) : used
}

function fingerprint(authorised: Authorised): string {
  return hash('sha256', JSON.stringify(authorised), 'base64url')
}
