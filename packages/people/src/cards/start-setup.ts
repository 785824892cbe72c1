import type { Refusal } from '@danbao/contracts'
import {
  accept,
  addDuration,
  encodeId,
  hours,
  minutes,
  newUuid,
  refuse,
  type Result,
} from '@danbao/kernel'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { type CardProcessor, ProcessorAwayError } from './processor.ts'
import { changeSetup, insertSetup } from './setup-store.ts'
import { deleteHolder, findHolder, insertHolder, listCards } from './store.ts'

/** Nobody has that many; whoever tries stolen ones would. */
const MOST_CARDS = 10
const TRIES: ThrottleRule = { tries: 10, within: hours(24), lock: hours(24) }
const FIRST_LOOK = minutes(5)

export const MISSING: Refusal = {
  code: 'processor_missing',
  detail: 'This Danbao takes no cards: no card processor is connected.',
}
export const AWAY: Refusal = {
  code: 'processor_unavailable',
  detail: 'The card processor does not answer. Nothing was changed. Try again in a minute.',
}
const TOO_MANY: Refusal = {
  code: 'wrong_state',
  detail: `There are ${MOST_CARDS} cards already. Unlink one that is not used.`,
}

export interface AskedCard {
  readonly who: PersonVisitor
  /** A path of the wallet to go on to once the card is there. */
  readonly next: string | null
}

/** Opens a page of the processor for one more card. What comes of it is looked up afterwards. */
export async function startSetup(
  deps: PeopleDeps,
  asked: AskedCard,
): Promise<Result<string, Refusal>> {
  const { cards: processor, pool } = deps
  if (processor === undefined) return refuse(MISSING)
  const { personId } = asked.who
  if ((await listCards(pool, personId)).length >= MOST_CARDS) return refuse(TOO_MANY)
  const now = await deps.now()
  const tried = await takeTry(pool, `card_setup:${personId}`, { rule: TRIES, now })
  if (!tried.allowed) return refuse(tryLater(tried.lockedUntil))
  try {
    // A processor that has forgotten the person gets to know them once more.
    const url =
      (await openSetup(deps, processor, asked)) ?? (await openSetup(deps, processor, asked))
    return url === undefined ? refuse(AWAY) : accept(url)
  } catch (error) {
    if (error instanceof ProcessorAwayError) return refuse(AWAY)
    throw error
  }
}

async function openSetup(
  deps: PeopleDeps,
  processor: CardProcessor,
  { who, next }: AskedCard,
): Promise<string | undefined> {
  const { pool } = deps
  const { personId } = who
  const now = await deps.now()
  const holder = await ensureHolder(deps, processor, who)
  const id = newUuid()
  const dueAt = addDuration(now, FIRST_LOOK)
  await insertSetup(pool, { id, personId, next, now, dueAt })
  const opened = await processor.openSetup({
    id,
    holder,
    language: who.language,
    doneUrl: walletUrl(deps, 'cards/added', { setup: encodeId('cst', id) }),
    cancelUrl: next === null ? walletUrl(deps, 'cards') : `${deps.publicUrl}${next}`,
  })
  if (opened === undefined) {
    await changeSetup(pool, id, { state: 'over', endedAt: now, dueAt: null })
    await deleteHolder(pool, personId, holder)
    return undefined
  }
  await changeSetup(pool, id, { ref: opened.ref })
  return opened.url
}

async function ensureHolder(
  { pool, now: clock }: PeopleDeps,
  processor: CardProcessor,
  { personId }: PersonVisitor,
): Promise<string> {
  const known = await findHolder(pool, personId)
  if (known !== undefined) return known
  const ref = await processor.addHolder(personId)
  await insertHolder(pool, personId, { ref, now: await clock() })
  return ref
}
