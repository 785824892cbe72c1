import { currency, formatDecimal, type Instant, money } from '@danbao/kernel'
import type { Language } from '../base/person.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', zh: 'zh-Hans' }

/** '24,90 $': in a mail as on the screen, with all decimals that the currency has. */
export function tellAmount(code: string, minor: bigint, language: Language): string {
  return formatAmount(code, minor, { language, trailingZeroDisplay: 'auto' })
}

/** '150 $': a limit, which has no decimals to show as a rule. */
export function tellLimit(code: string, minor: bigint, language: Language): string {
  return formatAmount(code, minor, { language, trailingZeroDisplay: 'stripIfInteger' })
}

interface AmountStyle {
  readonly language: Language
  readonly trailingZeroDisplay: 'auto' | 'stripIfInteger'
}

function formatAmount(
  code: string,
  minor: bigint,
  { language, trailingZeroDisplay }: AmountStyle,
): string {
  const decimal = formatDecimal(money(currency(code), minor))
  const digits = decimal.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay,
  })
  return isDecimal(decimal) ? format.format(decimal) : decimal
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}

/** '15 June at 18:00 UTC'. A mail does not know where it is read. */
export function tellMoment(at: Instant, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'UTC',
  })
  return `${format.format(at)} UTC`
}

/**
 * '27 November 2031', '27 ноября 2031'; `day` is written as ISO does. Without the Russian 'г.' that
 * ends the date: its full stop would be a second one at the end of a sentence.
 */
export function tellDay(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T12:00:00Z`)).replace(/\sг\.$/u, '')
}
