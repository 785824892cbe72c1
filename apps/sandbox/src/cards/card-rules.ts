// What a form can know of a card before anybody is asked. Each of these functions is also sent to
// the browser as it stands (pages/pay-script.ts): they use one another and NETWORKS, nothing else.

export interface Network {
  readonly brand: string
  /** Of the first digits, both ends included. */
  readonly ranges: readonly (readonly [from: string, to: string])[]
  readonly lengths: readonly number[]
  readonly codeLength: 3 | 4
  /** After how many digits a number is broken. */
  readonly gaps: readonly number[]
}

const FOURS = [4, 8, 12, 16]

export const NETWORKS: readonly Network[] = [
  { brand: 'visa', ranges: [['4', '4']], lengths: [16, 18, 19], codeLength: 3, gaps: FOURS },
  {
    brand: 'mastercard',
    ranges: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    lengths: [16],
    codeLength: 3,
    gaps: FOURS,
  },
  {
    brand: 'amex',
    ranges: [
      ['34', '34'],
      ['37', '37'],
    ],
    lengths: [15],
    codeLength: 4,
    gaps: [4, 10],
  },
  {
    brand: 'unionpay',
    ranges: [
      ['62', '62'],
      ['8100', '8171'],
    ],
    lengths: [14, 15, 16, 17, 18, 19],
    codeLength: 3,
    gaps: FOURS,
  },
  {
    brand: 'mir',
    ranges: [['2200', '2204']],
    lengths: [16, 17, 18, 19],
    codeLength: 3,
    gaps: FOURS,
  },
  {
    brand: 'jcb',
    ranges: [['3528', '3589']],
    lengths: [16, 17, 18, 19],
    codeLength: 3,
    gaps: FOURS,
  },
  {
    brand: 'diners',
    ranges: [
      ['300', '305'],
      ['36', '36'],
      ['38', '39'],
    ],
    lengths: [14, 16, 19],
    codeLength: 3,
    gaps: FOURS,
  },
  {
    brand: 'discover',
    ranges: [
      ['6011', '6011'],
      ['644', '649'],
      ['65', '65'],
    ],
    lengths: [16, 19],
    codeLength: 3,
    gaps: FOURS,
  },
]

export function digitsOf(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}

export function findNetwork(digits: string): Network | undefined {
  return NETWORKS.find(({ ranges }) =>
    ranges.some(([from, to]) => {
      const start = digits.slice(0, from.length)
      return start.length === from.length && from <= start && start <= to
    }),
  )
}

export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.at(-1 - i))
    const weighed = i % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return digits.length > 0 && sum % 10 === 0
}

export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text)
  if (!/^\d+$/.test(digits)) return false
  const network = findNetwork(digits)
  return network !== undefined && network.lengths.includes(digits.length) && passesLuhn(digits)
}

/** Of `MM/YY`, `MM/YYYY` and `MMYY`. Undefined: it is no month. */
export function readExpiry(
  text: string,
): { readonly month: number; readonly year: number } | undefined {
  const found = /^(\d{1,2})[/.-](\d{2}|\d{4})$|^(\d{2})(\d{2})$/.exec(text.replaceAll(/\s/g, ''))
  if (found === null) return undefined
  const month = Number(found[1] ?? found[3])
  const year = Number(found[2] ?? found[4])
  if (month < 1 || month > 12) return undefined
  return { month, year: year < 100 ? 2000 + year : year }
}

/** A card is good through the last day of its month; `at` in milliseconds, the month is UTC's. */
export function isGoodExpiry(
  { month, year }: { readonly month: number; readonly year: number },
  at: number,
): boolean {
  const today = new Date(at)
  const monthsLeft = (year - today.getUTCFullYear()) * 12 + month - (today.getUTCMonth() + 1)
  return monthsLeft >= 0 && monthsLeft <= 240
}

/** By the network of the number; of an unknown one both lengths do. */
export function isCode(text: string, number: string): boolean {
  const network = findNetwork(digitsOf(number))
  if (!/^\d{3,4}$/.test(text.trim())) return false
  return network === undefined || text.trim().length === network.codeLength
}

/** As banks print it. */
export function isHolderName(text: string): boolean {
  return /^[\p{Script=Latin}\d .,'’-]{2,26}$/u.test(text.trim())
}
