import { formatMoney } from '../../pages/format-money.ts'

/** An amount, with a plus where it adds something. */
export function formatChange(amount: number, currency: string, language: string): string {
  return `${amount > 0 ? '+' : ''}${formatMoney(amount, currency, language)}`
}

/** E.g. `Visa •••• 4242`, on one line. */
export function formatCard({
  brand,
  last4,
}: {
  readonly brand: string
  readonly last4: string
}): string {
  return `${brandName(brand)}\u00a0••••\u00a0${last4}`
}

export function brandName(brand: string): string {
  return BRAND_NAMES[brand] ?? brand
}

/** As people write them. */
export const BRAND_NAMES: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  unionpay: 'UnionPay',
  mir: 'Мир',
  jcb: 'JCB',
  diners: 'Diners Club',
  discover: 'Discover',
}
