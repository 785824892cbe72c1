/** `amount` of the currency's minor unit; e.g. `formatMoney(1, 'usd', 'ru')`: `0,01 $`. */
export function formatMoney(amount: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  return format.format(amount / 10 ** digits)
}
