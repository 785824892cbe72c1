import { accept, refuse, type Result } from '@danbao/kernel'
import { dueFactor } from './due-factor.ts'

// The 44 digits of a boleto's barcode and the line of 47 in which people type them (FEBRABAN).

export interface BoletoParts {
  /** Three digits, e.g. `001`. */
  readonly bank: string
  /** `2026-12-31`; null: none. */
  readonly dueDay: string | null
  /** Centavos; 0: the payer says how much. */
  readonly amount: bigint
  /** 25 digits as the bank wants them. */
  readonly freeField: string
}

const MOST = 9_999_999_999n

/** Throws RangeError where the parts are none of a boleto. */
export function writeBarcode({ bank, dueDay, amount, freeField }: BoletoParts): string {
  if (!/^\d{3}$/.test(bank) || !/^\d{25}$/.test(freeField)) {
    throw new RangeError('A boleto has a bank of 3 digits and a free field of 25.')
  }
  if (amount < 0n || amount > MOST) throw new RangeError(`${amount} centavos are no boleto.`)
  const rest = `${dueFactor(dueDay)}${amount.toString().padStart(10, '0')}${freeField}`
  return `${bank}9${generalDigit(`${bank}9${rest}`)}${rest}`
}

/** Of the 43 other digits: modulo 11; 0, 10 and 11 become 1. */
function generalDigit(others: string): string {
  const digit = 11 - (weigh(others, (at) => (at % 8) + 2) % 11)
  return digit > 9 ? '1' : digit.toString()
}

/** From the right, each digit by the weight of its place. */
function weigh(digits: string, weight: (at: number) => number): number {
  return [...digits].toReversed().reduce((sum, digit, at) => sum + Number(digit) * weight(at), 0)
}

/** Modulo 10: from the right times 2, 1, 2 …, the digits of the products added up. */
function fieldDigit(field: string): string {
  const sum = [...field].toReversed().reduce((total, digit, at) => {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return ((10 - (sum % 10)) % 10).toString()
}

/** The line of 47 digits in its five groups, as it is printed. */
export function digitableLine(barcode: string): string {
  const [one, two, three] = [
    `${barcode.slice(0, 4)}${barcode.slice(19, 24)}`,
    barcode.slice(24, 34),
    barcode.slice(34, 44),
  ]
  const printed = [one, two, three]
    .map((field) => `${field.slice(0, 5)}.${field.slice(5)}${fieldDigit(field)}`)
    .join(' ')
  return `${printed} ${barcode.charAt(4)} ${barcode.slice(5, 19)}`
}

export type LineProblem =
  | 'malformed_line'
  | 'utility_slip'
  | 'foreign_currency'
  | 'wrong_field_digit'
  | 'wrong_general_digit'

/**
 * The barcode of a line, as somebody typed it. A slip in the amount or the due day is not always found:
 * what is to be paid comes from our own record, never from the line.
 */
export function readLine(text: string): Result<string, LineProblem> {
  const digits = text.replaceAll(/[\s.]/g, '')
  if (!/^\d+$/.test(digits)) return refuse('malformed_line')
  if (digits.startsWith('8')) return refuse('utility_slip')
  if (digits.length !== 47) return refuse('malformed_line')
  if (digits.charAt(3) !== '9') return refuse('foreign_currency')
  const fields = [digits.slice(0, 10), digits.slice(10, 21), digits.slice(21, 32)]
  if (fields.some((field) => fieldDigit(field.slice(0, -1)) !== field.at(-1))) {
    return refuse('wrong_field_digit')
  }
  const [one = '', two = '', three = ''] = fields.map((field) => field.slice(0, -1))
  const tail = `${digits.slice(33)}${one.slice(4)}${two}${three}`
  const barcode = `${one.slice(0, 4)}${digits.charAt(32)}${tail}`
  const isRight = generalDigit(`${one.slice(0, 4)}${tail}`) === digits.charAt(32)
  return isRight ? accept(barcode) : refuse('wrong_general_digit')
}
