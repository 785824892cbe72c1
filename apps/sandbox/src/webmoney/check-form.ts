import type { Form } from './sale.ts'

const RULES: Readonly<Record<string, RegExp>> = {
  LMI_PAYEE_PURSE: /^[ZE]\d{12}$/,
  LMI_PAYMENT_AMOUNT: /^(?!0+\.00$)(0|[1-9]\d{0,8})\.\d{2}$/,
  LMI_PAYMENT_NO: /^[1-9]\d{0,9}$/,
  LMI_RESULT_URL: /^https?:\/\//,
  LMI_SUCCESS_URL: /^https?:\/\//,
  LMI_FAIL_URL: /^https?:\/\//,
}

/** The first field that can not be worked with, or undefined. */
export function wrongField(form: Form): string | undefined {
  return Object.entries(RULES).find(([name, rule]) => !rule.test(form[name] ?? ''))?.[0]
}

/** WebMoney's 0.8 %, in cents: rounded up, from one cent to fifty units. */
export function feeOf(cents: bigint): bigint {
  const fee = (cents * 8n + 999n) / 1000n
  return fee > 5_000n ? 5_000n : fee
}

export function centsOf({ LMI_PAYMENT_AMOUNT: amount = '' }: Form): bigint {
  return BigInt(amount.replace('.', ''))
}
