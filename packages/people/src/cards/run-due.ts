import { inTransaction, type PoolClient } from '@danbao/database'
import { addDuration, type Instant, minutes, type Uuid } from '@danbao/kernel'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { lockPerson } from '../base/person.ts'
import { notifyPerson } from '../messages/index.ts'
import { brandName } from './brands.ts'
import { nextWord, standingOf } from './expiry.ts'
import { EXPIRED, EXPIRES_SOON } from './mails.ts'
import { type CardProcessor, ProcessorAwayError } from './processor.ts'
import { runRemovals } from './removals.ts'
import { settleSetup } from './settle-setup.ts'
import { listDueSetups, putOffSetup } from './setup-store.ts'
import { changeCard, findCardBy, listDueCards } from './store.ts'

/** Where asking failed. */
const RETRY = minutes(5)

/**
 * Finds out what became of cards that were being added, tells the processor what to forget, and
 * people which cards expire; returns how much it was. While the processor is away it waits.
 */
export async function runDueCards(deps: PeopleDeps): Promise<number> {
  const told = await tellExpiries(deps)
  const { cards: processor } = deps
  return processor === undefined ? told : told + (await askProcessor(deps, processor))
}

async function askProcessor(deps: PeopleDeps, processor: CardProcessor): Promise<number> {
  try {
    const now = await deps.now()
    const due = await listDueSetups(deps.pool, now)
    for (const id of due) {
      await putOffSetup(deps.pool, id, addDuration(now, RETRY))
      await settleSetup(deps, processor, id)
    }
    return due.length + (await runRemovals(deps, processor))
  } catch (error) {
    if (error instanceof ProcessorAwayError) return 0
    throw error
  }
}

async function tellExpiries(deps: PeopleDeps): Promise<number> {
  const now = await deps.now()
  const due = await listDueCards(deps.pool, now)
  for (const id of due) {
    await inTransaction(deps.pool, (client) => tellExpiry(client, deps, { id, now }))
  }
  return due.length
}

async function tellExpiry(
  client: PoolClient,
  deps: PeopleDeps,
  { id, now }: { readonly id: Uuid; readonly now: Instant },
): Promise<void> {
  const seen = await findCardBy(client, 'id', id)
  const person = seen && (await lockPerson(client, seen.personId))
  const card = await findCardBy(client, 'id', id)
  if (person === undefined || card === undefined) return
  const { brand, last4, expiry } = card
  const standing = standingOf(expiry, now)
  await changeCard(client, id, { dueAt: nextWord(expiry, now) })
  if (standing === 'good') return
  const month = `${String(expiry.month).padStart(2, '0')}/${expiry.year}`
  const values = { brand: brandName(brand), last4, month, link: walletUrl(deps, 'cards') }
  const mail = standing === 'expired' ? EXPIRED : EXPIRES_SOON
  await notifyPerson(client, deps, person, { mail, values, now })
}
