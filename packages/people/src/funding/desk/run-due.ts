import { commands } from '@danbao/core'
import type { PeopleDeps } from '../../base/deps.ts'
import { carryOut } from '../../payments/index.ts'
import { agreedWishes, finishWish } from './wishes.ts'

/**
 * Moves the money of what two have agreed on. A wish is a key of its own: what was moved before the
 * server stopped is not moved again. Returns how many there were.
 */
export async function runDueResolutions(deps: PeopleDeps): Promise<number> {
  const wishes = await agreedWishes(deps.pool)
  for (const { id, depositId, kind, amount, accountId } of wishes) {
    const command = commands.resolveDeposit({ id, depositId, kind, amount, accountId })
    const done = await carryOut(deps, 'resolution', { command, key: id, what: [kind, depositId] })
    await finishWish(deps.pool, id, done.ok ? null : done.refusal.code)
  }
  return wishes.length
}
