import { z } from 'zod'
import { createFaultSettings, type FaultSettingsStore } from '../fault-settings.ts'

/** Of 8 May 2026, as the European Central Bank published them; they stand until somebody moves one. */
const PUBLISHED: Readonly<Record<string, string>> = {
  ...{ USD: '1.1761', JPY: '184.37', DKK: '7.4726', GBP: '0.86410', SEK: '10.8420' },
  ...{ CHF: '0.9156', NOK: '10.8215', AUD: '1.6259', BRL: '5.7794', CAD: '1.6063' },
  ...{ CNY: '7.9989', HKD: '9.2067', KRW: '1725.08', NZD: '1.9735', SGD: '1.4911' },
  ...{ THB: '37.897', TRY: '53.1024' },
}

/** What goes wrong on purpose. */
const settings = z.strictObject({
  /** Answers come so much later. */
  delayMs: z.coerce.number().int().min(0).max(60_000),
  /** There is nothing at the address. */
  away: z.boolean(),
  /** The file ends in the middle. */
  cut: z.boolean(),
  /** The rates are of ten days ago. */
  old: z.boolean(),
})
export type RateFaults = z.output<typeof settings>
export const rateFaultChange = settings.partial()

/** A rate that somebody moves: a number as it would be published. */
export const movedRate = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  rate: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d{1,8})?$/),
})
export type MovedRate = z.output<typeof movedRate>

export interface Publisher {
  readonly faults: FaultSettingsStore<RateFaults>
  rates(): readonly MovedRate[]
  move(rate: MovedRate): void
  /** All as they were. */
  reset(): void
  /** The file of today. */
  file(): string
}

const DAY_MS = 86_400_000

/** The bank that publishes what a euro is worth. */
export function createPublisher(now: () => number): Publisher {
  const rates = new Map(Object.entries(PUBLISHED))
  const none = { delayMs: 0, away: false, cut: false, old: false }
  const faults = createFaultSettings<RateFaults>(none, (wanted) => settings.parse(wanted))
  return {
    faults,
    rates: () => [...rates].map(([currency, rate]) => ({ currency, rate })),
    move: ({ currency, rate }) => void rates.set(currency, rate),
    reset: () => {
      for (const [currency, rate] of Object.entries(PUBLISHED)) rates.set(currency, rate)
    },
    file() {
      const { old, cut } = faults.read()
      const file = write(rates, new Date(now() - (old ? 10 * DAY_MS : 0)))
      return cut ? file.slice(0, Math.floor(file.length / 2)) : file
    },
  }
}

function write(rates: ReadonlyMap<string, string>, at: Date): string {
  const cubes = [...rates].map(
    ([currency, rate]) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates</gesmes:subject>
\t<gesmes:Sender>
\t\t<gesmes:name>Sandbox bank</gesmes:name>
\t</gesmes:Sender>
\t<Cube>
\t\t<Cube time='${at.toISOString().slice(0, 10)}'>
${cubes.join('\n')}
\t\t</Cube>
\t</Cube>
</gesmes:Envelope>
`
}
