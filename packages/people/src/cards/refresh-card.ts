import { inTransaction } from '@danbao/database'
import type { PeopleDeps } from '../base/deps.ts'
import { lockPerson } from '../base/person.ts'
import { nextWord } from './expiry.ts'
import type { CardProcessor } from './processor.ts'
import { changeCard, findCardBy } from './store.ts'
import { unlinkCard } from './unlink-card.ts'

/**
 * Brings a card in line with what the processor knows of it: banks renew cards by themselves, and
 * one that was taken away there is unlinked here. Throws ProcessorAwayError.
 */
export async function refreshCard(
  deps: PeopleDeps,
  processor: CardProcessor,
  ref: string,
): Promise<void> {
  const known = await findCardBy(deps.pool, 'ref', ref)
  if (known === undefined) return
  const found = await processor.readCard(ref)
  const now = await deps.now()
  await inTransaction(deps.pool, async (client) => {
    const person = await lockPerson(client, known.personId)
    const card = await findCardBy(client, 'ref', ref)
    if (person === undefined || card === undefined) return
    if (found === undefined || found.holder === null) {
      await unlinkCard(client, deps, { person, card, now })
      return
    }
    const expiry = { month: found.expMonth, year: found.expYear }
    if (expiry.month === card.expiry.month && expiry.year === card.expiry.year) return
    await changeCard(client, card.id, { expiry, dueAt: nextWord(expiry, now) })
  })
}
