import type { PeopleDeps } from '../base/deps.ts'
import { carryOutDecision } from './carry-out.ts'
import { closeCases, openCases } from './cases.ts'
import { findToCarryOut } from './store.ts'

/**
 * Makes the reviewers' queue what the payments say: a case for each order that waits for its check,
 * none for all others; and carries out what was decided before a stop, or has waited for a proved
 * identity. It compares and remembers nothing, so it may run as often as it likes, in several
 * processes, and after any stop. Returns how much it changed.
 */
export async function runDuePaymentChecks(deps: PeopleDeps): Promise<number> {
  const open = await findToCarryOut(deps.pool)
  for (const decision of open) await carryOutDecision(deps, decision)
  const closed = await closeCases(deps.pool, await deps.now())
  return open.length + closed + (await openCases(deps.pool))
}
