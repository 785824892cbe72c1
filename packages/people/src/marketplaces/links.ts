import type { Refusal } from '@danbao/contracts'
import type { linkedMarketplace } from '@danbao/contracts/wallet'
import { accept, formatInstant, type Instant, refuse, type Result, type Uuid } from '@danbao/kernel'
import { z } from 'zod'
import { attempt } from '../base/attempt.ts'
import { useChallenge } from '../base/challenges.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { makeSureOfPerson } from '../two-factor/index.ts'
import { CEREMONY_GONE, type Journeys } from './journey.ts'
import { tellLinkChange } from './notices.ts'
import { deleteLink, type Identity, insertLink, type LinkedIdentity, readLinks } from './store.ts'

/** Of a link that was offered to whoever can sign in to the account of an address. */
export const OFFER_PURPOSE = 'marketplace_link'

const IN_USE: Refusal = {
  code: 'marketplace_in_use',
  detail: 'This sign-in belongs to another account, or you have another one linked there.',
}
const NOT_LINKED: Refusal = { code: 'not_found', detail: 'This marketplace is not linked.' }

const offer = z.strictObject({
  provider: z.string(),
  name: z.string(),
  subject: z.string(),
  email: z.string(),
  person: z.string(),
})

type Links = Result<Reply<{ object: 'list'; data: z.output<typeof linkedMarketplace>[] }>, Refusal>

/** The marketplaces that somebody can sign in with, in the settings. */
export function createLinkHandlers(
  deps: PeopleDeps,
  journeys: Journeys,
): WalletPart<
  | 'listMarketplaces'
  | 'startMarketplaceLink'
  | 'linkMarketplace'
  | 'adoptMarketplace'
  | 'unlinkMarketplace'
> {
  return {
    listMarketplaces: ({ personId }) => listOf(deps, personId),

    async startMarketplaceLink(who, { body }) {
      const person = await makeSureOfPerson(deps, who, body.password)
      if (!person.ok) return person
      const { personId, language } = who
      const departed = await journeys.depart({ providerId: body.provider, personId, language })
      if (!departed.ok) return departed
      return accept({ body: { object: 'marketplace_departure', ...departed.value } })
    },

    async linkMarketplace(who, { body }) {
      const { provider: providerId, ...back } = body
      const arrived = await journeys.arrive({ ...back, providerId, personId: who.personId })
      if (!arrived.ok) return arrived
      const { identity, provider } = arrived.value
      return link(deps, who, { identity, marketplace: provider.name, now: await deps.now() })
    },

    async adoptMarketplace(who, { body }) {
      const now = await deps.now()
      const asked = { purpose: OFFER_PURPOSE, data: offer, now }
      const kept = await useChallenge(deps.pool, body.link, asked)
      // Whoever signed in meanwhile may be another than the one whose address was proven.
      if (kept === undefined || kept.person !== who.personId) return refuse(CEREMONY_GONE)
      const { provider: providerId, subject, email, name } = kept
      return link(deps, who, { identity: { providerId, subject, email }, marketplace: name, now })
    },

    async unlinkMarketplace(who, { body }) {
      const now = await deps.now()
      const done = await attempt(deps.pool, async (client) => {
        const person = await lockPerson(client, who.personId)
        const marketplace = await deleteLink(client, who.personId, body.provider)
        if (person === undefined || marketplace === undefined) return refuse(NOT_LINKED)
        const change = { person, marketplace, visit: who, now }
        await tellLinkChange(client, deps, 'marketplace_unlinked', change)
        return accept(undefined)
      })
      return done.ok ? listOf(deps, who.personId) : done
    },
  }
}

interface NewLink {
  readonly identity: Identity
  readonly marketplace: string
  readonly now: Instant
}

async function link(
  deps: PeopleDeps,
  who: PersonVisitor,
  { identity, marketplace, now }: NewLink,
): Promise<Links> {
  const done = await attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, who.personId)
    if (person === undefined) return refuse(NOT_LINKED)
    if (!(await insertLink(client, who.personId, { identity, now }))) return refuse(IN_USE)
    await tellLinkChange(client, deps, 'marketplace_linked', {
      person,
      marketplace,
      visit: who,
      now,
    })
    return accept(undefined)
  })
  return done.ok ? listOf(deps, who.personId) : done
}

async function listOf(deps: PeopleDeps, personId: Uuid): Promise<Links> {
  const links = await readLinks(deps.pool, personId)
  return accept({ body: { object: 'list', data: links.map(view) } })
}

function view({ provider, email, linkedAt, lastUsedAt }: LinkedIdentity) {
  return {
    object: 'linked_marketplace' as const,
    provider: { object: 'identity_provider' as const, ...provider },
    email,
    linked_at: formatInstant(linkedAt),
    last_used_at: lastUsedAt === null ? null : formatInstant(lastUsedAt),
  }
}
