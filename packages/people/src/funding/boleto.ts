import { addDuration, days, type Instant } from '@danbao/kernel'
import { digitableLine, interleaved2of5, writeBarcode } from '@danbao/rails'
import type { BoletoWay } from './ways.ts'

/** What is printed on a boleto and what is read from it. */
export interface Boleto {
  /** 47 digits in five groups. */
  readonly line: string
  /** 44 digits. */
  readonly barcode: string
  /** Widths of bars and spaces by turns, in modules. */
  readonly bars: string
  /** `2026-12-31` in Brazil. */
  readonly dueDay: string
  /** What the bank knows it by (nosso número), as it stands in the free field. */
  readonly ourNumber: string
}

/** A top-up, as far as it stands on the slip. Centavos. */
interface Numbered {
  readonly number: bigint | null
  readonly amount: bigint
  readonly createdAt: Instant
}

/** The payer has three days; after that the bank has time to tell. */
const PAYABLE_FOR = days(3)
const NUMBER = /\{number:(\d{1,2})\}/

/** Undefined: it was credited at once, and has no number. */
export function boletoOf(
  { bank, freeField }: BoletoWay,
  { number, amount, createdAt }: Numbered,
): Boleto | undefined {
  if (number === null) return undefined
  const dueDay = dayInBrazil(addDuration(createdAt, PAYABLE_FOR))
  const barcode = writeBarcode({ bank, dueDay, amount, freeField: fill(freeField, number) })
  return {
    ...{ line: digitableLine(barcode), barcode, bars: interleaved2of5(barcode), dueDay },
    ourNumber: numberIn(freeField, number),
  }
}

/** Whether a free field of 25 digits comes of it, with a place for the number. */
export function isFreeField(template: string): boolean {
  return NUMBER.test(template) && /^\d{25}$/.test(fill(template, 0n))
}

/**
 * The top-ups that a bank's number may be of: it has the digits of the free field, perhaps with a check
 * digit of its own behind them. What stands elsewhere in the file other programs may have written.
 */
export function numbersIn({ freeField }: BoletoWay, ourNumber: string): readonly string[] {
  const width = Number.parseInt(NUMBER.exec(freeField)?.[1] ?? '0', 10)
  const candidates = [ourNumber, ourNumber.slice(0, -1)]
    .map((digits) => digits.replace(/^0+/, ''))
    .filter((digits) => /^\d+$/.test(digits))
    .filter((digits) => fill(freeField, BigInt(digits.slice(-width))).includes(digits))
    .map((digits) => BigInt(digits.slice(-width)).toString())
  return [...new Set(candidates)]
}

function fill(template: string, number: bigint): string {
  return template.replace(NUMBER, numberIn(template, number))
}

function numberIn(template: string, number: bigint): string {
  const width = Number.parseInt(NUMBER.exec(template)?.[1] ?? '0', 10)
  return number.toString().padStart(width, '0')
}

const BRAZIL = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo' })

function dayInBrazil(at: Instant): string {
  return BRAZIL.format(at)
}
