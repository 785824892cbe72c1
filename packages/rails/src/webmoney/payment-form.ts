import { createHash } from 'node:crypto'
import { formatDecimal, invariant, type Money } from '@danbao/kernel'
import { purseCurrency } from './purse.ts'

/** What the payer's browser is to send to WebMoney. */
export interface WebMoneyForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

export interface WebMoneyPayment {
  /** E.g. `https://merchant.wmtransfer.com`, without a slash at the end. */
  readonly baseUrl: string
  /** Who is paid; of the amount's currency. */
  readonly purse: string
  readonly amount: Money
  /** 1 to 2147483647. */
  readonly paymentNo: bigint
  readonly description: string
  readonly resultUrl: string
  readonly successUrl: string
  readonly failUrl: string
  /** The purse's second secret, if it wants forms to be signed. */
  readonly x20?: string
}

const MOST_PAYMENT_NO = 2_147_483_647n

/**
 * The form of the Web Merchant Interface, in UTF-8. The description goes as Base64, or it would be
 * read as windows-1251. Throws InvariantError for a purse of another currency.
 */
export function webMoneyForm(payment: WebMoneyPayment): WebMoneyForm {
  const { baseUrl, purse, amount, paymentNo, x20 } = payment
  invariant(purseCurrency(purse) === amount.currency, 'The purse is of the currency that is paid.')
  invariant(paymentNo > 0n && paymentNo <= MOST_PAYMENT_NO, 'A payment has a number of 31 bits.')
  const sum = formatDecimal(amount)
  return {
    action: `${baseUrl}/lmi/payment_utf.asp`,
    fields: {
      LMI_PAYEE_PURSE: purse,
      LMI_PAYMENT_AMOUNT: sum,
      LMI_PAYMENT_NO: paymentNo.toString(),
      LMI_PAYMENT_DESC_BASE64: Buffer.from(payment.description).toString('base64'),
      LMI_RESULT_URL: payment.resultUrl,
      LMI_SUCCESS_URL: payment.successUrl,
      LMI_SUCCESS_METHOD: '0',
      LMI_FAIL_URL: payment.failUrl,
      LMI_FAIL_METHOD: '0',
      ...(x20 === undefined
        ? {}
        : { LMI_PAYMENTFORM_SIGN: signForm([purse, sum, paymentNo.toString(), x20]) }),
    },
  }
}

/** With a semicolon behind each part, the last one too, as implementations in use do it. */
function signForm(parts: readonly string[]): string {
  return createHash('sha256')
    .update(parts.map((part) => `${part};`).join(''))
    .digest('hex')
    .toUpperCase()
}
