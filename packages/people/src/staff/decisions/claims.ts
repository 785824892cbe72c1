import type { Amount } from '@danbao/contracts'
import type { ComparedClaim, Verdict } from '@danbao/contracts/console'
import { currency, formatDecimal, money, parseDecimal } from '@danbao/kernel'
import type { Claims } from '../../recovery/index.ts'

/** What we know of the account that is asked for. */
export interface Known {
  readonly phone: string | null
  /** The last four digits of each card that is linked. */
  readonly cards: readonly string[]
  readonly payments: readonly Amount[]
  /** By currency, of a year. */
  readonly turnover: readonly Amount[]
}

/** What was said beside what is known, with a hint; the decision is a person's. */
export function compareClaims(claims: Claims, known: Known): ComparedClaim[] {
  const { phone, cardLastFour, recentPayments, turnover } = claims
  const compared: ComparedClaim[] = []
  const add = (
    what: string,
    claimed: string | null,
    found: Omit<ComparedClaim, 'what' | 'claimed'>,
  ) => (claimed === null ? undefined : compared.push({ what, claimed, ...found }))
  add('phone', phone, { known: known.phone, verdict: comparePhones(phone ?? '', known.phone) })
  add('card', cardLastFour, {
    known: known.cards.length === 0 ? null : known.cards.join(', '),
    verdict: compareCards(cardLastFour ?? '', known.cards),
  })
  add('payments', recentPayments, {
    known: inWords(known.payments),
    verdict: comparePayments(recentPayments ?? '', known.payments),
  })
  add('turnover', turnover, {
    known: inWords(known.turnover),
    verdict: compareTurnover(turnover ?? '', known.turnover),
  })
  return compared
}

const NATIONAL_DIGITS = 8

/**
 * However they are written, the last digits are the same. The whole number is asked for: a few
 * digits that fit say little, and those that do not fit say that it is another.
 */
export function comparePhones(claimed: string, known: string | null): Verdict {
  const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
  const end = digitsOf(claimed).slice(-NATIONAL_DIGITS)
  if (known === null || end === '') return 'unknown'
  if (!digitsOf(known).endsWith(end)) return 'mismatch'
  return end.length < NATIONAL_DIGITS ? 'unknown' : 'match'
}

/** Without a card here nothing is said: they may mean one that they used elsewhere. */
function compareCards(claimed: string, cards: readonly string[]): Verdict {
  if (cards.length === 0) return 'unknown'
  return cards.includes(claimed) ? 'match' : 'mismatch'
}

/** One payment remembered to the cent is worth a lot; one that is not there may be a mistake. */
export function comparePayments(text: string, payments: readonly Amount[]): Verdict {
  const said = numbersIn(text)
  const remembered = payments.some((payment) =>
    said.some((number) => minorOf(number, payment.currency) === BigInt(payment.value)),
  )
  return remembered ? 'match' : 'unknown'
}

/** Within a fifth: nobody knows it to the cent. */
export function compareTurnover(text: string, turnover: readonly Amount[]): Verdict {
  const said = numbersIn(text)
  if (said.length === 0 || turnover.length === 0) return 'unknown'
  const near = turnover.some(({ value, currency: of }) =>
    said.some((number) => {
      const minor = minorOf(number, of)
      const difference = minor === undefined ? undefined : minor - BigInt(value)
      if (difference === undefined) return false
      return (difference < 0n ? -difference : difference) * 5n <= BigInt(value)
    }),
  )
  return near ? 'match' : 'mismatch'
}

/** The numbers of a text as decimals with a point; spaces and commas may part thousands. */
function numbersIn(text: string): readonly string[] {
  const found = text.match(/\d[\d.,'’\u00a0\u202f ]*/gu) ?? []
  return found.map((number) => {
    const plain = number.replaceAll(/['’\s]/gu, '').replace(/[.,]+$/, '')
    const decimals = /[.,](\d{1,2})$/.exec(plain)?.[1]
    const whole = decimals === undefined ? plain : plain.slice(0, -decimals.length - 1)
    const digits = whole.replaceAll(/[.,]/g, '')
    return decimals === undefined ? digits : `${digits}.${decimals}`
  })
}

function minorOf(decimal: string, code: string): bigint | undefined {
  const parsed = parseDecimal(decimal, currency(code))
  return parsed.ok ? parsed.value.minor : undefined
}

function inWords(amounts: readonly Amount[]): string | null {
  if (amounts.length === 0) return null
  return amounts
    .map(({ value, currency: of }) => `${formatDecimal(money(currency(of), BigInt(value)))} ${of}`)
    .join(', ')
}
