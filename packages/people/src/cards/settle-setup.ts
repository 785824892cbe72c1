import { addDuration, hours, type Instant, minutes, type Uuid } from '@danbao/kernel'
import { DatabaseError, inTransaction, type PoolClient } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { lockPerson } from '../base/person.ts'
import { linkCard } from './link-card.ts'
import type { CardProcessor, SetupOutcome } from './processor.ts'
import { type CardSetup, changeSetup, readSetup } from './setup-store.ts'

/** Longer than the processor keeps a page open. */
const LIFETIME = hours(25)
const OFTEN = minutes(5)
const SELDOM = hours(1)
const NEW = hours(1)

/**
 * Asks the processor what became of a setup and takes it over, once: a browser that comes back, an
 * event and the sweep may all ask at the same time. Undefined: there is no such setup.
 * Throws ProcessorAwayError.
 */
export async function settleSetup(
  deps: PeopleDeps,
  processor: CardProcessor,
  id: Uuid,
): Promise<CardSetup | undefined> {
  const setup = await readSetup(deps.pool, id)
  if (setup?.state !== 'open') return setup
  const now = await deps.now()
  const outcome = await findOutcome(processor, setup, now)
  try {
    await inTransaction(deps.pool, (client) => takeOver(client, deps, { setup, outcome, now }))
  } catch (error) {
    // Another account linked the same card at the same moment: now it is seen.
    if (!(error instanceof DatabaseError && error.constraint === 'card_fingerprint')) throw error
    await inTransaction(deps.pool, (client) => takeOver(client, deps, { setup, outcome, now }))
  }
  return readSetup(deps.pool, id)
}

/** A page that was never handed out, because the server died before, leads nowhere. */
async function findOutcome(
  processor: CardProcessor,
  { ref, createdAt }: CardSetup,
  now: Instant,
): Promise<SetupOutcome> {
  if (ref !== null) {
    const outcome = await processor.readSetup(ref)
    if (outcome.state !== 'open') return outcome
  }
  return { state: now >= createdAt + LIFETIME ? 'over' : 'open' }
}

interface Known {
  readonly setup: CardSetup
  readonly outcome: SetupOutcome
  readonly now: Instant
}

async function takeOver(
  client: PoolClient,
  deps: PeopleDeps,
  { setup: { id, personId, createdAt }, outcome, now }: Known,
): Promise<void> {
  const person = await lockPerson(client, personId)
  const setup = await readSetup(client, id, { lock: true })
  if (person === undefined || setup?.state !== 'open') return
  if (outcome.state === 'open') {
    const pause = now < createdAt + NEW ? OFTEN : SELDOM
    await changeSetup(client, id, { dueAt: addDuration(now, pause) })
    return
  }
  const ended = { endedAt: now, dueAt: null }
  if (outcome.state === 'over') {
    await changeSetup(client, id, { ...ended, state: 'over' })
    return
  }
  const cardId = await linkCard(client, deps, { person, card: outcome.card, now })
  await changeSetup(
    client,
    id,
    cardId === undefined ? { ...ended, state: 'in_use' } : { ...ended, state: 'linked', cardId },
  )
}
