import { ACTIVITY_WORDS, activityWord } from '@danbao/contracts/wallet'
import type { queries } from '@danbao/core'
import { type Currency, encodeId, formatInstant, type Instant } from '@danbao/kernel'
import { subjectOf } from '../base/activity-subject.ts'
import type { Language } from '../base/person.ts'
import type { FoundPeriod } from './period.ts'

/** A statement before it is written in a format. Minor units of `currency`. */
export interface StatementDocument {
  readonly book: 'wallet' | 'proceeds'
  /** At most 34 characters: the account's id and the currency. */
  readonly account: string
  readonly owner: string
  readonly currency: Currency
  readonly from: Instant
  readonly until: Instant
  readonly made: Instant
  readonly opening: bigint
  readonly came: bigint
  /** Below zero. */
  readonly went: bigint
  readonly closing: bigint
  readonly lines: readonly DocumentLine[]
}

export interface DocumentLine {
  readonly id: string
  readonly at: Instant
  readonly code: string
  /** In the language of the document. */
  readonly what: string
  readonly counterpart: string | null
  readonly description: string | null
  readonly subject: string | null
  readonly change: bigint
  readonly balance: bigint
}

export interface About {
  readonly owner: string
  readonly language: Language
  readonly made: Instant
}

export function toDocument(found: FoundPeriod, about: About): StatementDocument {
  const { asked, opening, closing, lines } = found
  const { personId, book, currency, from, until } = asked
  return {
    ...{ book, currency, from, until, opening, closing, ...sums(lines) },
    ...{ owner: about.owner, made: about.made },
    account: `${encodeId('acc', personId)}-${currency}`,
    lines: lines.map((line) => toLine(line, about.language)),
  }
}

/** What came and what went, apart. */
export function sums(lines: readonly Pick<queries.PeriodLine, 'change'>[]) {
  const sum = (fits: (change: bigint) => boolean): bigint =>
    lines.reduce((total, { change }) => (fits(change) ? total + change : total), 0n)
  return { came: sum((change) => change > 0n), went: sum((change) => change < 0n) }
}

function toLine(line: queries.PeriodLine, language: Language): DocumentLine {
  const { id, code, change, balance, description, occurredAt: at } = line
  return {
    ...{ at, code, change, balance, description },
    id: encodeId('trf', id),
    what: ACTIVITY_WORDS[activityWord(code, change > 0n)][language],
    // At the other side of a card that pays in stands nobody, whatever it pays for.
    counterpart: code === 'charge' ? null : line.counterpart,
    subject: subjectOf(line),
  }
}

/** '2026-11-01'. */
export function dayOf(at: Instant): string {
  return formatInstant(at).slice(0, 10)
}
