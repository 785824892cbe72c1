import { currency, formatDecimal, money } from '@danbao/kernel'

/** An amount as the API writes it: minor units as text, below zero with a minus. */
export interface AmountView {
  readonly value: string
  readonly currency: string
}

export interface MoneyParts {
  /** The sign and the whole units: '−1,234'. */
  readonly major: string
  /** The decimals with their point: '.50'; empty for yen. */
  readonly minor: string
  /** 'US$' or '₽'. */
  readonly unit: string
  readonly unitFirst: boolean
}

export interface MoneyStyle {
  /** Writes a plus too: for entries of an account. */
  readonly signed?: boolean | undefined
}

/** '$1,234.50', '1 234,50 ₽', '¥1,234': by the locale, exact, on one line. */
export function formatMoney(amount: AmountView, locale: string, style: MoneyStyle = {}): string {
  return formatter(amount.currency, locale, style).format(decimalOf(amount))
}

/** The same, taken apart, so that the decimals can be set smaller. */
export function moneyParts(amount: AmountView, locale: string, style: MoneyStyle = {}): MoneyParts {
  const parts = formatter(amount.currency, locale, style).formatToParts(decimalOf(amount))
  const text = (...types: readonly string[]): string =>
    parts.flatMap(({ type, value }) => (types.includes(type) ? value : [])).join('')
  const indexOf = (wanted: string): number => parts.findIndex(({ type }) => type === wanted)
  return {
    major: text('minusSign', 'plusSign', 'integer', 'group'),
    minor: text('decimal', 'fraction'),
    unit: text('currency'),
    unitFirst: indexOf('currency') < indexOf('integer'),
  }
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(
  code: string,
  locale: string,
  { signed = false }: MoneyStyle,
): Intl.NumberFormat {
  const key = `${locale} ${code} ${signed}`
  const known = formatters.get(key)
  if (known !== undefined) return known
  // The decimals are ours: Intl's are for display and would hide the minor units of some.
  const decimals = decimalOf({ value: '0', currency: code }).split('.')[1]?.length ?? 0
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: code,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'auto',
  })
  formatters.set(key, made)
  return made
}

/** Intl reads decimal text exactly, where a number would have lost cents. */
function decimalOf({ value, currency: code }: AmountView): `${number}` {
  const text = formatDecimal(money(currency(code), BigInt(value)))
  if (!isDecimal(text)) throw new RangeError(`${text} is no decimal number`)
  return text
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}
