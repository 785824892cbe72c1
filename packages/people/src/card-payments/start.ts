import type { Amount, Refusal } from '@danbao/contracts'
import { charges } from '@danbao/core'
import { accept, addDuration, minutes, refuse, type Result, type Uuid } from '@danbao/kernel'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { findCard, lapseOf } from '../cards/index.ts'
import { readKnown } from '../payment-checks/index.ts'

/** Should the server die meanwhile, the sweep goes on after this. */
const FIRST_SWEEP = minutes(2)

const NO_CARD: Refusal = { code: 'not_found', detail: 'There is no such card.' }

const EXPIRED: Refusal = {
  code: 'card_expired',
  detail: 'The card has expired. Pay with another one, or from the wallet.',
}
const TOO_MUCH: Refusal = {
  code: 'checkout_changed',
  detail: 'A card pays all of the total or a part, in its currency. Nothing was paid.',
}

export interface AskedCardPayment {
  readonly checkoutId: Uuid
  /** Of the form: pressed twice it is the same charge. */
  readonly key: string
  readonly total: Amount
  readonly payments: readonly string[]
  readonly card: { readonly id: Uuid; readonly amount: Amount }
}

/** Writes down what the buyer has authorised, before the processor is asked. Answers its id. */
export async function startCardPayment(
  deps: PeopleDeps,
  who: PersonVisitor,
  { checkoutId, key, total, payments, card }: AskedCardPayment,
): Promise<Result<Uuid, Refusal>> {
  const amount = BigInt(card.amount.value)
  if (card.amount.currency !== total.currency || amount > BigInt(total.value))
    return refuse(TOO_MUCH)
  const now = await deps.now()
  const { deviceAge, country } = await readKnown(deps.pool, who.sessionId, now)
  const agreed = { total: total.value, payments, known: { deviceAge, country } }
  return attempt(deps.pool, async (client) => {
    // Under the lock that unlinking takes: a card does not go while it is asked to pay.
    const person = await lockPerson(client, who.personId)
    const present = await findCard(client, who.personId, card.id)
    if (person === undefined || present === undefined) return refuse(NO_CARD)
    if (lapseOf(present.expiry) <= now) return refuse(EXPIRED)
    const { id } = await charges.startCharge(client, {
      accountId: who.personId,
      checkoutId,
      cardId: card.id,
      currency: total.currency,
      amount,
      key,
      agreed: JSON.stringify(agreed),
      now,
      dueAt: addDuration(now, FIRST_SWEEP),
    })
    return accept(id)
  })
}
