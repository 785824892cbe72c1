import { formatDecimal, formatInstant } from '@danbao/kernel'
import { stringify } from 'csv-stringify/sync'
import type { Language } from '../base/person.ts'
import type { StatementDocument } from './statement.ts'
import { sayIn } from './words.ts'

/**
 * RFC 4180 in UTF-8, begun as spreadsheets expect it; numbers with a decimal point. What people have
 * written is never a formula.
 */
export function writeCsv(document: StatementDocument, language: Language): string {
  const say = sayIn(language)
  const { currency, lines } = document
  const header = ['date', 'what', 'counterpart', 'description', 'subject', 'amount'] as const
  const decimal = (minor: bigint): string => formatDecimal({ currency, minor })
  const rows = lines.map((line) => [
    ...[formatInstant(line.at), line.what, harmless(line.counterpart), harmless(line.description)],
    ...[line.subject ?? '', decimal(line.change), currency, decimal(line.balance)],
  ])
  const titles = [...header.map(say), say('currency'), say('balance')]
  return stringify([titles, ...rows], { bom: true, record_delimiter: 'windows' })
}

/** Some programs carry out what begins like this; an amount may, so it is not asked of the library. */
function harmless(text: string | null): string {
  return /^\s*[=+\-@]/.test(text ?? '') ? `'${text}` : (text ?? '')
}
