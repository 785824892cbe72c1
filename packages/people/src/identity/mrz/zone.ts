import { accept, refuse, type Result } from '@danbao/kernel'
import { parse } from 'mrz'
import { checkDigit } from './check-digit.ts'

export const FORMATS = { TD1: [3, 30], TD2: [2, 36], TD3: [2, 44] } as const
export type ZoneFormat = keyof typeof FORMATS

/** The field of a check digit. */
export type DigitName = 'number' | 'birth' | 'expiry' | 'personal' | 'composite'

/** A machine-readable zone, field by field as it is printed, fillers taken off the ends. */
export interface Zone {
  readonly format: ZoneFormat
  readonly lines: readonly string[]
  readonly documentCode: string
  readonly issuer: string
  readonly familyName: string
  readonly givenName: string
  /** The names fill their field: there may have been more. */
  readonly truncated: boolean
  readonly number: string
  readonly nationality: string
  /** YYMMDD; unknown parts are fillers. */
  readonly birth: string
  readonly sex: string
  readonly expiry: string
  readonly optional: string
  /** Which check digits hold; a field without one is not named. */
  readonly digits: ReadonlyMap<DigitName, boolean>
}

const CHARACTERS = /^[A-Z0-9<]+$/
/** Only there are digits in names allowed: they stand for Cyrillic letters. */
export const RUSSIAN_INTERNAL = 'PNRUS'

/** Reads a zone, and repairs letters in fields of digits and digits in fields of letters. */
export function readZone(
  printed: readonly string[],
): Result<Zone, 'format' | 'unsupported_format'> {
  const format = formatOf(printed)
  if (format === undefined) return refuse('format')
  const { details, format: recognised } = parse(printed, { autocorrect: true })
  if (recognised !== format) return refuse('unsupported_format')
  const lines = printed.map((line) => [...line])
  for (const { line, column, corrected } of details.flatMap((detail) => detail.autocorrect)) {
    const kept = line === 0 && printed[0]?.startsWith(RUSSIAN_INTERNAL) === true
    const cells = lines[line]
    if (!kept && cells !== undefined) cells[column] = corrected
  }
  const repaired = lines.map((cells) => cells.join(''))
  return accept(format === 'TD1' ? readTd1(repaired) : readTwoLines(format, repaired))
}

function formatOf(lines: readonly string[]): ZoneFormat | undefined {
  const names: readonly ZoneFormat[] = ['TD1', 'TD2', 'TD3']
  return names.find((name) => {
    const [count, length] = FORMATS[name]
    return lines.length === count && lines.every((l) => l.length === length && CHARACTERS.test(l))
  })
}

function readTwoLines(format: ZoneFormat, lines: readonly string[]): Zone {
  const [first = '', second = ''] = lines
  const end = format === 'TD3' ? 42 : 35
  const optional = second.slice(28, end)
  const long = longNumber(second.slice(0, 9), second.charAt(9), optional)
  const hasPersonal = format === 'TD3'
  const composed =
    second.slice(0, 10) + second.slice(13, 20) + second.slice(21, end + (hasPersonal ? 1 : 0))
  const digits = new Map<DigitName, boolean>([
    ['number', long.holds],
    ['birth', checkDigit(second.slice(13, 19)) === second.charAt(19)],
    ['expiry', holdsOrEmpty(second.slice(21, 27), second.charAt(27))],
    ...(hasPersonal ? ([['personal', holdsOrEmpty(optional, second.charAt(42))]] as const) : []),
    ['composite', checkDigit(composed) === second.slice(-1)],
  ])
  return {
    ...namesOf(first.slice(5)),
    format,
    lines,
    documentCode: strip(first.slice(0, 2)),
    issuer: strip(first.slice(2, 5)),
    number: long.number,
    nationality: strip(second.slice(10, 13)),
    birth: second.slice(13, 19),
    sex: second.charAt(20),
    expiry: second.slice(21, 27),
    optional: strip(long.optional),
    digits,
  }
}

function readTd1(lines: readonly string[]): Zone {
  const [first = '', second = '', third = ''] = lines
  const long = longNumber(first.slice(5, 14), first.charAt(14), first.slice(15))
  const composed = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29)
  return {
    ...namesOf(third),
    format: 'TD1',
    lines,
    documentCode: strip(first.slice(0, 2)),
    issuer: strip(first.slice(2, 5)),
    number: long.number,
    nationality: strip(second.slice(15, 18)),
    birth: second.slice(0, 6),
    sex: second.charAt(7),
    expiry: second.slice(8, 14),
    optional: strip(long.optional),
    digits: new Map([
      ['number', long.holds],
      ['birth', checkDigit(second.slice(0, 6)) === second.charAt(6)],
      ['expiry', holdsOrEmpty(second.slice(8, 14), second.charAt(14))],
      ['composite', checkDigit(composed) === second.charAt(29)],
    ]),
  }
}

interface LongNumber {
  readonly number: string
  readonly holds: boolean
  readonly optional: string
}

/** Of a number with more than nine characters the rest, and its digit, stand in the next field. */
function longNumber(field: string, digit: string, optional: string): LongNumber {
  const [rest = '', ...others] = optional.split('<')
  if (digit !== '<' || rest.length < 2) {
    return { number: strip(field), holds: checkDigit(field) === digit, optional }
  }
  const number = field + rest.slice(0, -1)
  return { number, holds: checkDigit(number) === rest.slice(-1), optional: others.join('<') }
}

/** An empty field has the digit 0 or none. */
function holdsOrEmpty(field: string, digit: string): boolean {
  return checkDigit(field) === digit || (digit === '<' && /^<+$/.test(field))
}

function namesOf(field: string): Pick<Zone, 'familyName' | 'givenName' | 'truncated'> {
  const [family = '', ...given] = field.replace(/<+$/, '').split('<<')
  const words = (text: string): string => text.replace(/<+/g, ' ').trim()
  return {
    familyName: words(family),
    givenName: words(given.join('<')),
    truncated: !field.endsWith('<'),
  }
}

function strip(field: string): string {
  return field.replace(/<+$/, '')
}
