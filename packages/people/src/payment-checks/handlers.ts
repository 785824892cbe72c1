import type { paymentCheckRoutes } from '@danbao/contracts/console'
import { accept } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { ConsolePart } from '../base/handling.ts'
import { recordVisit } from '../base/history.ts'
import { readPerson } from '../base/person.ts'
import { decideCheck } from './decide.ts'
import { showCheck } from './show-case.ts'
import { readChecked } from './store.ts'

/** The desk of those who check payments; the queue itself is another feature. */
export function createPaymentCheckDesk(
  deps: PeopleDeps,
): ConsolePart<keyof typeof paymentCheckRoutes> {
  return {
    async getPaymentCheck(who, { params: { id } }) {
      const found = await showCheck(deps, id)
      if (!found.ok) return found
      const [first] = await readChecked(deps.pool, id)
      const person = first && (await readPerson(deps.pool, first.buyerId))
      const about = { personId: person?.id, subjectId: id }
      await recordVisit(deps, who, { action: 'payment_check.viewed', ...about })
      return accept({ body: found.value })
    },
    async decidePaymentCheck(who, { params: { id }, body }) {
      const decided = await decideCheck(deps, { id, who, asked: body })
      if (!decided.ok) return decided
      const found = await showCheck(deps, id)
      return found.ok ? accept({ body: found.value }) : found
    },
  }
}
