import type { Refusal } from '@danbao/contracts'
import type { CardArrival, CardList, cardRoutes } from '@danbao/contracts/wallet'
import { charges } from '@danbao/core'
import { accept, refuse, type Result, type Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { lockPerson, type Person } from '../base/person.ts'
import { type Expiry, lapseOf, nextWord } from './expiry.ts'
import { ProcessorAwayError } from './processor.ts'
import { settleSetup } from './settle-setup.ts'
import { type CardSetup, readSetup } from './setup-store.ts'
import { AWAY, MISSING, startSetup } from './start-setup.ts'
import { type Card, changeCard, findCard, findCardBy, listCards } from './store.ts'
import { unlinkCard } from './unlink-card.ts'
import { viewCard, viewCards } from './view.ts'

const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such card.' }
const IN_USE: Refusal = {
  code: 'card_in_use',
  detail:
    'A payment with this card is under way. It can be unlinked when that has come to its end.',
}
const EXPIRED: Refusal = {
  code: 'card_expired',
  detail: 'This month is over: a card is good through the last day of it.',
}

/** A person's cards: added on the processor's page, changed and unlinked here. */
export function createCardHandlers(deps: PeopleDeps): WalletPart<keyof typeof cardRoutes> {
  return {
    listCards: ({ personId }) => reply(deps, personId),

    async startCardSetup(who, { body }) {
      const started = await startSetup(deps, { who, next: body.next ?? null })
      if (!started.ok) return started
      return accept({ body: { object: 'card_departure', url: started.value } })
    },

    finishCardSetup: ({ personId }, { params }) => finish(deps, personId, params.id),

    chooseDefaultCard: (who, { params }) =>
      change(deps, who, params.id, async (client, { card }) => {
        for (const { id, isDefault } of await listCards(client, who.personId)) {
          if (isDefault) await changeCard(client, id, { isDefault: false })
        }
        await changeCard(client, card.id, { isDefault: true })
        return accept(undefined)
      }),

    changeCard: (who, { params, body }) =>
      changeExpiry(deps, who, params.id, { month: body.exp_month, year: body.exp_year }),

    unlinkCard: (who, { params }) =>
      change(deps, who, params.id, async (client, { person, card }) => {
        if (await charges.hasOpenCharge(client, card.id)) return refuse(IN_USE)
        await unlinkCard(client, deps, { person, card, visit: who, now: await deps.now() })
        return accept(undefined)
      }),
  }
}

type Cards = Result<Reply<CardList>, Refusal>

async function reply(deps: PeopleDeps, personId: Uuid): Promise<Cards> {
  return accept({ body: await viewCards(deps, personId) })
}

async function finish(
  deps: PeopleDeps,
  personId: Uuid,
  id: Uuid,
): Promise<Result<Reply<CardArrival>, Refusal>> {
  const { cards: processor, pool } = deps
  const seen = await readSetup(pool, id)
  if (seen?.personId !== personId) return refuse(NOT_FOUND)
  if (processor === undefined) return refuse(MISSING)
  try {
    const setup = (await settleSetup(deps, processor, id)) ?? seen
    return accept({ body: await viewArrival(deps, setup) })
  } catch (error) {
    if (error instanceof ProcessorAwayError) return refuse(AWAY)
    throw error
  }
}

async function viewArrival(
  { pool, now }: PeopleDeps,
  { state, cardId, next }: CardSetup,
): Promise<CardArrival> {
  const card = cardId === null ? undefined : await findCardBy(pool, 'id', cardId)
  return {
    object: 'card_arrival',
    outcome: state,
    card: card === undefined ? null : viewCard(card, await now()),
    next,
  }
}

interface Owned {
  readonly person: Person
  readonly card: Card
}

/** Of the person's own card, under their lock. */
async function change(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  id: Uuid,
  work: (client: PoolClient, owned: Owned) => Promise<Result<undefined, Refusal>>,
): Promise<Cards> {
  const done = await attempt(deps.pool, async (client) => {
    const person = await lockPerson(client, personId)
    const card = await findCard(client, personId, id)
    if (person === undefined || card === undefined) return refuse(NOT_FOUND)
    return work(client, { person, card })
  })
  return done.ok ? reply(deps, personId) : done
}

/** The processor first: should it fail, or the server end, its event or the next try brings it here. */
async function changeExpiry(
  deps: PeopleDeps,
  who: PersonVisitor,
  id: Uuid,
  expiry: Expiry,
): Promise<Cards> {
  const { cards: processor, pool } = deps
  if (processor === undefined) return refuse(MISSING)
  const now = await deps.now()
  if (lapseOf(expiry) <= now) return refuse(EXPIRED)
  const present = await findCard(pool, who.personId, id)
  if (present === undefined) return refuse(NOT_FOUND)
  try {
    const changed = await processor.changeExpiry(present.ref, expiry)
    if (changed === undefined) return refuse(NOT_FOUND)
  } catch (error) {
    if (error instanceof ProcessorAwayError) return refuse(AWAY)
    throw error
  }
  return change(deps, who, id, async (client, { card }) => {
    await changeCard(client, card.id, { expiry, dueAt: nextWord(expiry, now) })
    return accept(undefined)
  })
}
