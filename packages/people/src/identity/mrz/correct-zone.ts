import type { IdentityData } from '@danbao/contracts/wallet'
import { readZone, type Zone } from './zone.ts'

/** Where a field stands: the line, and its first column. */
type Field = readonly [line: number, start: number]

const FIELDS = {
  TD1: { number: [0, 5], birth: [1, 0], expiry: [1, 8] },
  TD2: { number: [1, 0], birth: [1, 13], expiry: [1, 21] },
  TD3: { number: [1, 0], birth: [1, 13], expiry: [1, 21] },
} as const satisfies Record<Zone['format'], Readonly<Record<string, Field>>>

const NUMBER_LENGTH = 9

/** The zone as it would be if the person corrected what a machine misread in it. */
export function correctZone(zone: Zone, data: IdentityData): Zone {
  const { number, birth, expiry } = FIELDS[zone.format]
  const lines = [...zone.lines]
  const put = ([line, start]: Field, text: string): void => {
    const present = lines[line] ?? ''
    lines[line] = present.slice(0, start) + text + present.slice(start + text.length)
  }
  const plain = data.document_number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  // A longer number goes on in another field; it is left as it was read.
  if (plain.length <= NUMBER_LENGTH) put(number, plain.padEnd(NUMBER_LENGTH, '<'))
  put(birth, short(data.birth_date))
  if (data.expires_on !== null) put(expiry, short(data.expires_on))
  const corrected = readZone(lines)
  return corrected.ok ? corrected.value : zone
}

function short(day: string): string {
  return day.slice(2).replaceAll('-', '')
}
