import { z } from 'zod'
import { createFaultSettings } from '../fault-settings.ts'

const count = z.coerce.number().int().min(0).max(1000)
const pause = z.coerce.number().int().min(0).max(60_000)

/** What goes wrong on purpose. */
const faultSettings = z.strictObject({
  /** Every request is answered so many milliseconds later. */
  slowMs: pause,
  /** So many of the next requests fail with 500 before anything was done. */
  failedRequests: count,
  /** So many of the next requests do their work, and then the connection is closed. */
  lostAnswers: count,
  webhooksTwice: z.boolean(),
  /** Events of half a second are sent in reverse. */
  webhooksShuffled: z.boolean(),
  webhooksDelayMs: pause,
})
export type FaultSettings = z.output<typeof faultSettings>
/** What is not named stays as it is. */
export const faultChange = faultSettings.partial()
type FaultChange = z.output<typeof faultChange>

const NONE: FaultSettings = {
  slowMs: 0,
  failedRequests: 0,
  lostAnswers: 0,
  webhooksTwice: false,
  webhooksShuffled: false,
  webhooksDelayMs: 0,
}

export interface Faults {
  read(): FaultSettings
  change(settings: FaultChange): FaultSettings
  reset(): FaultSettings
  /** Whether this request is one of those that were asked for; then one fewer is left. */
  take(kind: 'failedRequests' | 'lostAnswers'): boolean
}

export function createFaults(): Faults {
  const store = createFaultSettings(NONE, (settings) => faultSettings.parse(settings))
  return {
    ...store,
    take(kind) {
      const left = store.read()[kind]
      if (left > 0) store.change({ [kind]: left - 1 })
      return left > 0
    },
  }
}
