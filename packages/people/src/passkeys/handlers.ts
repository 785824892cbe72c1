import type { Passkey as PasskeyView } from '@danbao/contracts/wallet'
import type { Refusal } from '@danbao/contracts'
import { accept, encodeId, formatInstant, newUuid, refuse } from '@danbao/kernel'
import { inTransaction } from '@danbao/database'
import { z } from 'zod'
import { issueChallenge, useChallenge } from '../base/challenges.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { makeSureOfPerson } from '../two-factor/index.ts'
import { CEREMONY_LIFETIME, creationOptions, partyOf, verifyMade } from './ceremony.ts'
import { tellPasskeyChange } from './notices.ts'
import {
  deletePasskeyOf,
  insertPasskey,
  type Passkey,
  readPasskeys,
  renamePasskeyOf,
} from './store.ts'

const MOST = 20
const PURPOSE = 'passkey_creation'

export const CEREMONY_GONE: Refusal = {
  code: 'ceremony_gone',
  detail: 'It took too long or was done already. Try once more.',
}
export const PASSKEY_REFUSED: Refusal = {
  code: 'passkey_refused',
  detail: 'The passkey was not accepted. Try another one, or another way.',
}
const TOO_MANY: Refusal = {
  code: 'wrong_state',
  detail: `There are ${MOST} passkeys already. Remove one that is not used.`,
}
const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such passkey.' }

/** The passkeys of somebody who is signed in. */
export function createPasskeyHandlers(
  deps: PeopleDeps,
): WalletPart<'listPasskeys' | 'renamePasskey' | 'deletePasskey'> & ReturnType<typeof creating> {
  return {
    ...creating(deps),

    async listPasskeys({ personId }) {
      const passkeys = await readPasskeys(deps.pool, personId)
      return accept({ body: { object: 'list', data: passkeys.map(view) } })
    },

    async renamePasskey({ personId }, { params, body }) {
      const named = { id: params.id, name: body.name }
      const renamed = await renamePasskeyOf(deps.pool, personId, named)
      return renamed === undefined ? refuse(NOT_FOUND) : accept({ body: view(renamed) })
    },

    async deletePasskey(who, { params }) {
      const now = await deps.now()
      return inTransaction(deps.pool, async (client) => {
        const person = await lockPerson(client, who.personId)
        const deleted = await deletePasskeyOf(client, who.personId, params.id)
        if (person === undefined || deleted === undefined) return refuse(NOT_FOUND)
        const change = { person, name: deleted.name, visit: who, now }
        await tellPasskeyChange(client, deps, 'passkey_removed', change)
        return accept({ body: { object: 'deleted' } })
      })
    },
  }
}

const begun = z.strictObject({ challenge: z.string(), person: z.string() })

function creating(deps: PeopleDeps): WalletPart<'beginPasskey' | 'addPasskey'> {
  const party = partyOf(deps.publicUrl)
  return {
    async beginPasskey(who, { body }) {
      const person = await makeSureOfPerson(deps, who, body.password)
      if (!person.ok) return person
      const present = await readPasskeys(deps.pool, who.personId)
      if (present.length >= MOST) return refuse(TOO_MANY)
      const options = await creationOptions(party, person.value, present)
      const ceremony = await issueChallenge(deps.pool, {
        purpose: PURPOSE,
        data: { challenge: options.challenge, person: who.personId },
        now: await deps.now(),
        lifetime: CEREMONY_LIFETIME,
      })
      return accept({ body: { ceremony, options } })
    },

    async addPasskey(who, { body }) {
      const now = await deps.now()
      const asked = { purpose: PURPOSE, data: begun, now }
      const kept = await useChallenge(deps.pool, body.ceremony, asked)
      if (kept === undefined || kept.person !== who.personId) return refuse(CEREMONY_GONE)
      const made = await verifyMade(party, kept.challenge, body.credential)
      if (made === undefined) return refuse(PASSKEY_REFUSED)
      const { name } = body
      const passkey = { ...made, id: newUuid(), personId: who.personId, name, createdAt: now }
      return inTransaction(deps.pool, async (client) => {
        const person = await lockPerson(client, who.personId)
        if (person === undefined) return refuse(NOT_FOUND)
        const others = await readPasskeys(client, who.personId)
        if (others.length >= MOST) return refuse(TOO_MANY)
        if (!(await insertPasskey(client, passkey))) return refuse(PASSKEY_REFUSED)
        await tellPasskeyChange(client, deps, 'passkey_added', { person, name, visit: who, now })
        return accept({ body: view({ ...passkey, lastUsedAt: null }) })
      })
    },
  }
}

function view(passkey: Passkey): PasskeyView {
  return {
    object: 'passkey',
    id: encodeId('psk', passkey.id),
    name: passkey.name,
    synced: passkey.synced,
    created_at: formatInstant(passkey.createdAt),
    last_used_at: passkey.lastUsedAt === null ? null : formatInstant(passkey.lastUsedAt),
  }
}
