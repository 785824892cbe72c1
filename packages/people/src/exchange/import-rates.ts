import { exchange } from '@danbao/core'
import type { Result } from '@danbao/kernel'
import { type FileProblem, readReferenceRates } from '@danbao/rails'
import type { PeopleDeps } from '../base/deps.ts'

/** Takes in the rates of a day, however the file has come here: once, whole or not at all. */
export async function importRates(
  { pool, now }: Pick<PeopleDeps, 'pool' | 'now'>,
  bytes: Uint8Array,
): Promise<Result<exchange.RecordedRates, FileProblem>> {
  const read = readReferenceRates(bytes)
  return read.ok ? exchange.recordRates(pool, read.value, await now()) : read
}
