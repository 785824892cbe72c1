import { createHash } from 'node:crypto'
import type { FaultSettings } from './faults.ts'

/** Of the payer; invented, as are the purses. */
const PAYER_WMID = '809000000852'
const PAYER_DIGITS = '210987654321'

/** Fields as a browser or a server sends them. */
export type Form = Readonly<Record<string, string>>

/** One payment that somebody was sent here for. */
export interface Sale {
  readonly id: string
  /** What the shop's form said. */
  readonly form: Form
  readonly state: 'open' | 'asking' | 'refused' | 'paid' | 'cancelled'
  /** Why the shop did not want it. */
  readonly said: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly transaction: {
    readonly invoice: number
    readonly number: number
    readonly at: number
  } | null
}

/** The result notification of the Web Merchant Interface, signed over the text that is sent. */
export function signResult(sale: Sale, secretKey: string, faults: FaultSettings): Form {
  const { form } = sale
  const payer = payerOf(form)
  const transaction = transactionFields(sale)
  const mode = faults.real ? '0' : '1'
  const [purse, amount, number] = [
    form['LMI_PAYEE_PURSE'] ?? '',
    form['LMI_PAYMENT_AMOUNT'] ?? '',
    form['LMI_PAYMENT_NO'] ?? '',
  ]
  const signed = [
    ...[purse, amount, number, mode],
    ...Object.values(transaction),
    faults.forged ? `not ${secretKey}` : secretKey,
    payer['LMI_PAYER_PURSE'] ?? '',
    payer['LMI_PAYER_WM'] ?? '',
  ]
  return {
    LMI_MODE: mode,
    LMI_PAYEE_PURSE: purse,
    LMI_PAYMENT_AMOUNT: amount,
    LMI_PAYMENT_NO: number,
    ...payer,
    ...transaction,
    LMI_PAYMENT_DESC: description(form),
    LMI_LANG: 'ru-RU',
    LMI_HASH: hash(signed.join('')),
    LMI_HASH2: hash(signed.join(';')),
  }
}

/** Purses pay purses of the same kind only. */
export function payerOf(form: Form): Form {
  const kind = form['LMI_PAYEE_PURSE']?.charAt(0) ?? ''
  return { LMI_PAYER_WM: PAYER_WMID, LMI_PAYER_PURSE: `${kind}${PAYER_DIGITS}` }
}

/** What the browser takes along to the shop; it proves nothing. */
export function transactionFields({ transaction }: Sale): Form {
  return {
    LMI_SYS_INVS_NO: String(transaction?.invoice ?? ''),
    LMI_SYS_TRANS_NO: String(transaction?.number ?? ''),
    LMI_SYS_TRANS_DATE: transaction === null ? '' : moscowTime(transaction.at),
  }
}

export function description(form: Form): string {
  const base64 = form['LMI_PAYMENT_DESC_BASE64']
  return base64 === undefined
    ? (form['LMI_PAYMENT_DESC'] ?? '')
    : Buffer.from(base64, 'base64').toString('utf8')
}

/** `20261122 14:01:14`; Moscow has been three hours ahead all year since 2014. */
function moscowTime(at: number): string {
  const text = new Date(at + 3 * 60 * 60 * 1000).toISOString()
  return `${text.slice(0, 10).replaceAll('-', '')} ${text.slice(11, 19)}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').toUpperCase()
}
