import { currency, formatDecimal, money } from '@danbao/kernel'

/** An amount as the API writes it: minor units as text, below zero with a minus. */
export interface AmountView {
  readonly value: string
  readonly currency: string
}

/** A piece of an amount, in the order in which the locale writes them. */
export interface MoneyPart {
  readonly text: string
  /** Whole units and sign are large; decimals and currency are set smaller. */
  readonly large: boolean
}

export interface MoneyStyle {
  /** Writes a plus too: for entries of an account. */
  readonly signed?: boolean | undefined
}

/** '$1,234.50', '1 234,50 ₽', '¥1,234': by the locale, exact, on one line. */
export function formatMoney(amount: AmountView, locale: string, style: MoneyStyle = {}): string {
  return formatter(amount.currency, locale, style).format(decimalOf(amount))
}

/** The same, taken apart, so that the decimals and the currency can be set smaller. */
export function moneyParts(
  amount: AmountView,
  locale: string,
  style: MoneyStyle = {},
): readonly MoneyPart[] {
  return formatter(amount.currency, locale, style)
    .formatToParts(decimalOf(amount))
    .map(({ type, value }) => ({ text: value, large: LARGE.has(type) }))
}

const LARGE: ReadonlySet<string> = new Set(['minusSign', 'plusSign', 'integer', 'group'])

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
