import { parseInstant, type Result } from '@danbao/kernel'
import { type FileProblem, readWhole, Unreadable } from '../problem.ts'
import { readXml, type Xml } from '../xml.ts'

// The European Central Bank's `eurofxref-daily.xml`:
// https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/

/** What one euro is worth on a day, as published: no digit is lost or made up. */
export interface ReferenceRates {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** By the currency's code; a code may be one that nobody here knows. */
  readonly perEuro: ReadonlyMap<string, string>
}

const NAMESPACE = 'http://www.ecb.int/vocabulary/2002-08-01/eurofxref'
const RATE = /^(0|[1-9]\d{0,6})(\.\d{1,8})?$/

/** Whether a file begins as this format does. */
export function isReferenceRates(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).includes(NAMESPACE)
}

/** Reads the rates of one day. The whole file, or none of it. */
export function readReferenceRates(bytes: Uint8Array): Result<ReferenceRates, FileProblem> {
  return readWhole(bytes, (whole) => readEnvelope(readXml(whole)))
}

function readEnvelope(root: Xml): ReferenceRates {
  const days = root.at('Envelope', 'Cube')?.all('Cube') ?? []
  const [only] = days
  if (only === undefined || days.length > 1) {
    const message = `The file has the rates of ${days.length} days instead of one.`
    throw new Unreadable('not_one_day', 'Cube', message)
  }
  const day = only.attributes['time'] ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !parseInstant(`${day}T00:00:00Z`).ok) {
    throw new Unreadable('malformed_date', 'Cube time', `"${day}" is no day.`)
  }
  const perEuro = new Map<string, string>()
  for (const { attributes } of only.all('Cube')) {
    const { currency = '', rate = '' } = attributes
    checkRate(currency, rate, perEuro)
    perEuro.set(currency, rate)
  }
  if (perEuro.size === 0) throw new Unreadable('empty', `Cube ${day}`, 'There are no rates.')
  return { day, perEuro }
}

function checkRate(code: string, rate: string, before: ReadonlyMap<string, string>): void {
  const place = `Cube ${code}`
  if (!/^[A-Z]{3}$/.test(code) || code === 'EUR') {
    throw new Unreadable('unknown_currency', place, `"${code}" is no other currency.`)
  }
  if (before.has(code)) {
    throw new Unreadable('duplicate_currency', place, `${code} stands there twice.`)
  }
  if (!RATE.test(rate) || !/[1-9]/.test(rate)) {
    throw new Unreadable('malformed_rate', place, `"${rate}" is no rate.`)
  }
}
