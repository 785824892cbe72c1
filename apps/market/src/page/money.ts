import type { Amount } from '@danbao/sdk'
import type { Language } from './language.ts'

const LOCALES = { en: 'en-US', ru: 'ru-RU', zh: 'zh-CN' } as const

/** The currency of every price here; a checkout has one. */
export const CURRENCY = 'USD'

/** As people read it, exactly: the digits never become a floating-point number. */
export function showMoney({ value, currency }: Amount, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0
  return format.format(decimal(value, digits))
}

export function showPrice(minor: bigint, language: Language): string {
  return showMoney(amountOf(minor), language)
}

export function amountOf(minor: bigint): Amount {
  return { value: minor.toString(), currency: CURRENCY }
}

/** "12", "12.5" or "12,50" of a form, in minor units; undefined when it is nothing like that. */
export function readPrice(text: string): bigint | undefined {
  const [, whole, fraction = ''] = /^\s*(\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(text) ?? []
  return whole === undefined ? undefined : BigInt(whole + fraction.padEnd(2, '0'))
}

/** As a form shows it: `12.50`. */
export function writePrice(minor: bigint): string {
  return decimal(minor.toString(), 2)
}

function decimal(minor: string, digits: number): `${number}` {
  const padded = minor.padStart(digits + 1, '0')
  const whole = padded.slice(0, padded.length - digits)
  const text = digits === 0 ? whole : `${whole}.${padded.slice(-digits)}`
  if (!isNumeric(text)) throw new Error(`No amount of money: ${minor}`)
  return text
}

function isNumeric(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text)
}
