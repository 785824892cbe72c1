import { changeAccount, LIMIT_CURRENCY, LIMITS } from '@danbao/core'
import { type Instant, newUuid, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import type { Person } from '../base/person.ts'
import { notifyPerson, tellLimit } from '../messages/index.ts'
import { readAccount } from '../settings/index.ts'
import { brandName } from './brands.ts'
import { nextWord } from './expiry.ts'
import { LINKED, LINKED_AND_RAISED } from './mails.ts'
import type { ProcessorCard } from './processor.ts'
import { orderRemoval } from './removals.ts'
import { changeCard, findCardBy, insertCard, listCards } from './store.ts'

export interface Verified {
  /** Locked. */
  readonly person: Person
  readonly card: ProcessorCard
  readonly now: Instant
}

/**
 * Links a card that its bank has verified, and gives level 1 to who had none. The same number once
 * more takes the place of what was known of it. Undefined: it belongs to another account, or this
 * one was closed; then the processor is told to forget it.
 */
export async function linkCard(
  client: PoolClient,
  deps: PeopleDeps,
  { person, card, now }: Verified,
): Promise<Uuid | undefined> {
  const present = await findCardBy(client, 'fingerprint', card.fingerprint)
  const isTaken = present !== undefined && present.personId !== person.id
  if (isTaken || person.closedAt !== null) {
    await orderRemoval(client, { kind: 'card', ref: card.ref, now })
    return undefined
  }
  const expiry = { month: card.expMonth, year: card.expYear }
  if (present !== undefined) {
    if (present.ref !== card.ref) {
      await orderRemoval(client, { kind: 'card', ref: present.ref, now })
    }
    const dueAt = nextWord(expiry, now)
    await changeCard(client, present.id, { ref: card.ref, expiry, dueAt })
    return present.id
  }
  const id = newUuid()
  const isDefault = (await listCards(client, person.id)).length === 0
  const dueAt = nextWord(expiry, now)
  await insertCard(client, { id, personId: person.id, card, isDefault, now, dueAt })
  await raiseAndTell(client, deps, { person, card, now })
  return id
}

async function raiseAndTell(
  client: PoolClient,
  deps: PeopleDeps,
  { person, card, now }: Verified,
): Promise<void> {
  const { id: personId, language } = person
  const isRaised = (await readAccount(client, personId)).level === 0
  if (isRaised) await changeAccount(client, personId, { level: 1 })
  const { last4 } = card
  const brand = brandName(card.brand)
  const detail = { brand, last4, ...(isRaised ? { level: 1 } : {}) }
  await recordHistory(client, { personId, kind: 'card_linked', detail, now })
  const { perPayment, inAll } = LIMITS[1]
  const values = {
    brand,
    last4,
    payment: tellLimit(LIMIT_CURRENCY, perPayment, language),
    year: tellLimit(LIMIT_CURRENCY, inAll, language),
    link: walletUrl(deps, 'cards'),
  }
  const mail = isRaised ? LINKED_AND_RAISED : LINKED
  await notifyPerson(client, deps, person, { mail, values, now })
}
