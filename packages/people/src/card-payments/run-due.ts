import { charges } from '@danbao/core'
import { addDuration, hours, milliseconds, minutes } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { ProcessorAwayError } from '../cards/index.ts'
import { advanceCharge } from './advance.ts'

const FIRST_PAUSE = minutes(1)
const LONGEST_PAUSE = hours(1)

/**
 * Goes on with what a browser or a server left behind; returns how much it was. Nothing stays
 * authorised and forgotten, and nothing secured is not taken.
 */
export async function runDueCharges(deps: PeopleDeps): Promise<number> {
  const { cards: processor, pool } = deps
  if (processor === undefined) return 0
  const now = await deps.now()
  const due = await charges.listDueCharges(pool, now)
  for (const { id, tries } of due) {
    const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(tries, 10), LONGEST_PAUSE)
    await charges.putOffCharge(pool, id, addDuration(now, milliseconds(pause)))
    try {
      await advanceCharge(deps, processor, id)
    } catch (error) {
      if (!(error instanceof ProcessorAwayError)) throw error
    }
  }
  return due.length
}
