import { accept, minutes, refuse } from '@danbao/kernel'
import { z } from 'zod'
import { issueChallenge, useChallenge } from '../base/challenges.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { readPerson } from '../base/person.ts'
import { takeTry, tryLater } from '../base/throttle.ts'
import { completeSignIn } from '../sign-in/index.ts'
import { CEREMONY_GONE, PASSKEY_REFUSED } from './handlers.ts'
import { beginPasskeyUse, finishPasskeyUse } from './use.ts'

const PURPOSE = 'passkey_sign_in'
/** Each begun sign-in is a row: nobody fills the table. */
const BEGIN_RULE = { tries: 60, within: minutes(10), lock: minutes(10) }

const begun = z.strictObject({ challenge: z.string() })

/** The passkey is in the person's hand and they showed it finger, face or PIN: both factors. */
export function createPasskeySignInHandlers(
  deps: PeopleDeps,
): WalletPart<'beginPasskeySignIn' | 'signInByPasskey'> {
  return {
    async beginPasskeySignIn({ ip }) {
      const now = await deps.now()
      const taken = await takeTry(deps.pool, `passkey_begin:${ip}`, { rule: BEGIN_RULE, now })
      if (!taken.allowed) return refuse(tryLater(taken.lockedUntil))
      const { options, lifetime } = await beginPasskeyUse(deps)
      const data = { challenge: options.challenge }
      const kept = { purpose: PURPOSE, data, now, lifetime }
      return accept({ body: { ceremony: await issueChallenge(deps.pool, kept), options } })
    },

    async signInByPasskey(visitor, { body }) {
      const { pool } = deps
      const now = await deps.now()
      const asked = { purpose: PURPOSE, data: begun, now }
      const kept = await useChallenge(pool, body.ceremony, asked)
      if (kept === undefined) return refuse(CEREMONY_GONE)
      const { credential } = body
      const owner = await finishPasskeyUse(deps, { credential, challenge: kept.challenge })
      if (!owner.ok) return owner
      const person = await readPerson(pool, owner.value)
      if (person === undefined || person.closedAt !== null) return refuse(PASSKEY_REFUSED)
      return completeSignIn(deps, { personId: person.id, visitor, how: 'passkey' })
    },
  }
}
