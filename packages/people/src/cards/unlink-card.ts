import { changeAccount } from '@danbao/core'
import type { Instant } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { recordHistory } from '../base/history.ts'
import type { Person } from '../base/person.ts'
import type { Visit } from '../base/sessions.ts'
import { notifyPerson } from '../messages/index.ts'
import { readAccount } from '../settings/index.ts'
import { brandName } from './brands.ts'
import { UNLINKED, UNLINKED_AND_LOWERED } from './mails.ts'
import { orderRemoval } from './removals.ts'
import { type Card, changeCard, levelByCards, listCards } from './store.ts'

export interface Unlinking {
  /** Locked. */
  readonly person: Person
  readonly card: Card
  /** Absent: the processor or the bank took it away. */
  readonly visit?: Visit
  readonly now: Instant
}

/** Unlinks a card; the newest of the others becomes the default, and level 1 goes with the last. */
export async function unlinkCard(
  client: PoolClient,
  deps: PeopleDeps,
  { person, card, visit, now }: Unlinking,
): Promise<void> {
  const { id: personId } = person
  await changeCard(client, card.id, { isDefault: false, unlinkedAt: now, dueAt: null })
  await orderRemoval(client, { kind: 'card', ref: card.ref, now })
  const newest = (await listCards(client, personId)).at(-1)
  if (card.isDefault && newest !== undefined) {
    await changeCard(client, newest.id, { isDefault: true })
  }
  const { level } = await readAccount(client, personId)
  const isLowered = level === 1 && (await levelByCards(client, personId)) === 0
  if (isLowered) await changeAccount(client, personId, { level: 0 })
  const [brand, last4] = [brandName(card.brand), card.last4]
  const detail = { brand, last4, ...(isLowered ? { level: 0 } : {}) }
  await recordHistory(client, {
    personId,
    kind: 'card_unlinked',
    detail,
    now,
    ...(visit === undefined ? {} : { visit }),
  })
  const values = { brand, last4, link: walletUrl(deps, 'cards') }
  const mail = isLowered ? UNLINKED_AND_LOWERED : UNLINKED
  await notifyPerson(client, deps, person, { mail, values, now })
}
