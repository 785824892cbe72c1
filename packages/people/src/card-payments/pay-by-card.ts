import type { Refusal } from '@danbao/contracts'
import { charges } from '@danbao/core'
import { accept, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { AWAY, type CardProcessor, MISSING, ProcessorAwayError } from '../cards/index.ts'
import { advanceCharge } from './advance.ts'
import { type AskedCardPayment, startCardPayment } from './start.ts'

type Went = Result<unknown, Refusal>

/**
 * Pays a checkout of the person by a card of theirs, or by both card and wallet, as far as it goes
 * without the bank's customer. Accepted is also what the bank still has to be asked about.
 */
export async function payByCard(
  deps: PeopleDeps,
  who: PersonVisitor,
  asked: AskedCardPayment,
): Promise<Went> {
  if (deps.cards === undefined) return refuse(MISSING)
  const started = await startCardPayment(deps, who, asked)
  return started.ok ? advance(deps, deps.cards, started.value) : started
}

/** Goes on with what the person has begun for a checkout; nothing begun is nothing to do. */
export async function goOn(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  checkoutId: Uuid,
): Promise<Went> {
  if (deps.cards === undefined) return refuse(MISSING)
  const last = await charges.findLastCharge(deps.pool, personId, checkoutId)
  return last === undefined ? accept(undefined) : advance(deps, deps.cards, last.id)
}

async function advance(deps: PeopleDeps, processor: CardProcessor, id: Uuid): Promise<Went> {
  try {
    return await advanceCharge(deps, processor, id)
  } catch (error) {
    // What was begun stays begun: the sweep goes on with it, and so does the next press.
    if (error instanceof ProcessorAwayError) return refuse(AWAY)
    throw error
  }
}

/** Another way to pay is chosen: the sweep lets go of what the bank may hold already. */
export async function giveUpCardPayment(
  { pool, now: clock }: PeopleDeps,
  personId: Uuid,
  checkoutId: Uuid,
): Promise<void> {
  const last = await charges.findLastCharge(pool, personId, checkoutId)
  if (last?.state !== 'started') return
  const dueAt = await clock()
  const step = { from: 'started', to: 'cancelled', reason: 'given_up', dueAt } as const
  await charges.stepCharge(pool, last.id, step)
}
