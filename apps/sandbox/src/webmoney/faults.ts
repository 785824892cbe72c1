import { z } from 'zod'
import { createFaultSettings, type FaultSettingsStore } from '../fault-settings.ts'

/** What goes wrong on purpose. */
const settings = z.strictObject({
  /** Results are sent so much later. */
  delayMs: z.coerce.number().int().min(0).max(60_000),
  twice: z.boolean(),
  /** No result is sent by itself. */
  lost: z.boolean(),
  /** Results are signed with another secret. */
  forged: z.boolean(),
  /** Results say that real money was paid. */
  real: z.boolean(),
})
export type FaultSettings = z.output<typeof settings>
/** What is not named stays as it is. */
export const faultChange = settings.partial()

const NONE: FaultSettings = { delayMs: 0, twice: false, lost: false, forged: false, real: false }

export type Faults = FaultSettingsStore<FaultSettings>

export function createFaults(): Faults {
  return createFaultSettings(NONE, (wanted) => settings.parse(wanted))
}
