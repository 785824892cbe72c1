import { currency, formatDecimal, type Instant, money } from '@danbao/kernel'
import type { Language } from '../base/person.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', zh: 'zh-Hans' }

/** '24,90 $': in a mail as on the screen, with all decimals that the currency has. */
export function tellAmount(code: string, minor: bigint, language: Language): string {
  const decimal = formatDecimal(money(currency(code), minor))
  const digits = decimal.split('.')[1]?.length ?? 0
  const format = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: code,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
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
