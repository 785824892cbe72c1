import { Unreadable } from '../problem.ts'

/** One line of a file of fixed places, counted from 1 as their manuals do. */
export interface Line {
  /** What stands from one place to another, both included, without spaces around it. */
  at(first: number, last: number): string
  /** Digits as centavos. */
  amount(first: number, last: number): bigint
  /** `DDMMAAAA` or `DDMMAA` as `2026-11-21`; zeros: null. */
  day(first: number, last: number): string | null
  /** A count of lines or lots. */
  count(first: number, last: number): number
  readonly place: string
}

export function lineOf(text: string, number: number): Line {
  const place = `line ${number}`
  const at = (first: number, last: number): string => text.slice(first - 1, last).trim()
  const digits = (first: number, last: number, code: string): string => {
    const found = text.slice(first - 1, last)
    if (/^\d+$/.test(found)) return found
    const message = `Digits were expected at ${first} to ${last}, and "${found}" stands there.`
    throw new Unreadable(code, place, message)
  }
  return {
    at,
    amount: (first, last) => BigInt(digits(first, last, 'malformed_amount')),
    day: (first, last) => {
      // What is not known is left empty or filled with zeros.
      const blank = at(first, last).replaceAll('0', '') === ''
      return blank ? null : readDay(digits(first, last, 'malformed_date'), place)
    },
    count: (first, last) => Number.parseInt(digits(first, last, 'wrong_count'), 10),
    place,
  }
}

/** Two digits of a year are those of 2000 to 2079, else of the century before. */
function readDay(digits: string, place: string): string {
  const [day, month, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  const century = Number.parseInt(year, 10) < 80 ? '20' : '19'
  const text = `${year.length === 2 ? century : ''}${year}-${month}-${day}`
  const read = new Date(`${text}T00:00:00Z`)
  if (!Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)) return text
  throw new Unreadable('malformed_date', place, `"${digits}" is no day.`)
}

/** Null: nothing stands there. */
export function maybe(text: string): string | null {
  return text === '' || /^0+$/.test(text) ? null : text
}
