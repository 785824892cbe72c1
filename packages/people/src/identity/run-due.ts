import type { PeopleDeps } from '../base/deps.ts'
import { runReadings } from './reading/run-reading.ts'
import { runExpiries } from './run-expiries.ts'

/**
 * Reads the documents that wait for it, and does what the expiry of documents asks for; returns how
 * much it was. A reading takes seconds: it is not to stand in a row with what is urgent.
 */
export async function runDueIdentity(deps: PeopleDeps): Promise<number> {
  return (await runExpiries(deps)) + (await runReadings(deps))
}
