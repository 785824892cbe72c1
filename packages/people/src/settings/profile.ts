import type { FieldError, Refusal } from '@danbao/contracts'
import { type ChangeProfileRequest, hasPostcodes } from '@danbao/contracts/wallet'
import { accept, refuse, type Result } from '@danbao/kernel'
import { changeAccount } from '@danbao/core'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { recordHistory } from '../base/history.ts'
import { changePerson, lockPerson, nameOf, type PersonChange, readPerson } from '../base/person.ts'
import { saveNotices } from './notice-preferences.ts'
import { readAccount, replySettings } from './view-settings.ts'

export function createProfileHandlers(
  deps: PeopleDeps,
): WalletPart<'getSettings' | 'changeProfile' | 'changeLanguage' | 'changeNotices'> {
  return {
    getSettings: (who) => replySettings(deps, who.personId),
    async changeProfile(who, { body }) {
      const changed = await attempt(deps.pool, async (client) => {
        return changeProfile(client, who, { asked: body, now: await deps.now() })
      })
      return changed.ok ? replySettings(deps, who.personId) : changed
    },
    async changeLanguage(who, { body: { language } }) {
      await changePerson(deps.pool, who.personId, { language })
      return replySettings(deps, who.personId)
    },
    async changeNotices(who, { body }) {
      await saveNotices(deps.pool, who.personId, body)
      return replySettings(deps, who.personId)
    },
  }
}

interface Change {
  readonly asked: ChangeProfileRequest
  readonly now: Parameters<typeof recordHistory>[1]['now']
}

/** What documents proved stays as they say: level 2 rests on it. */
async function changeProfile(
  client: PoolClient,
  who: PersonVisitor,
  { asked, now }: Change,
): Promise<Result<undefined, Refusal>> {
  const { personId } = who
  const person = await lockPerson(client, personId)
  if (person === undefined) return accept(undefined)
  const complete = fitPostcode(person, toChange(asked))
  if (!complete.ok) return complete
  const change = whatDiffers(person, complete.value)
  const fields = Object.keys(change)
  if (fields.length === 0) return accept(undefined)
  const proved = ['givenName', 'familyName', 'country'].some((field) => fields.includes(field))
  if (proved && (await readAccount(client, personId)).level === 2) return refuse(LOCKED)
  await changePerson(client, personId, change)
  const changed = await readPerson(client, personId)
  if (changed !== undefined) await changeAccount(client, personId, { name: nameOf(changed) })
  await recordHistory(client, {
    personId,
    kind: 'profile_changed',
    detail: { fields: fields.join(',') },
    visit: who,
    now,
  })
  return accept(undefined)
}

const LOCKED: Refusal = {
  code: 'profile_locked',
  detail:
    'Your name and country were proved by your documents. To change them, start a new identity ' +
    'check with documents that show the new ones.',
}

function toChange(asked: ChangeProfileRequest): PersonChange {
  const named = {
    givenName: asked.given_name,
    familyName: asked.family_name,
    country: asked.country,
    region: asked.region,
    city: asked.city,
    postalCode: asked.postal_code,
    street: asked.street,
  }
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
}

const POSTCODE_MISSING: FieldError = {
  pointer: '/postal_code',
  code: 'required',
  detail: 'The postcode is missing.',
}

/** A move to a country without postcodes drops the old one, a move away from there needs one. */
function fitPostcode(person: PersonChange, change: PersonChange): Result<PersonChange, Refusal> {
  const { country, postalCode } = { ...person, ...change }
  if (typeof country !== 'string') return accept(change)
  if (!hasPostcodes(country)) return accept({ ...change, postalCode: null })
  if (typeof postalCode === 'string') return accept(change)
  const { detail } = POSTCODE_MISSING
  return refuse({ code: 'invalid_request', detail, errors: [POSTCODE_MISSING] })
}

function whatDiffers(person: PersonChange, change: PersonChange): PersonChange {
  const present = new Map(Object.entries(person))
  return Object.fromEntries(
    Object.entries(change).filter(([name, value]) => present.get(name) !== value),
  )
}
