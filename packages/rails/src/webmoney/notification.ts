import { createHash, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Result } from '@danbao/kernel'

/** The fields of a notification exactly as they were received: the hash is over their text. */
export type RawFields = Readonly<Record<string, string | undefined>>

/** What WebMoney asks before it lets somebody pay. It is not signed, and moves nothing. */
export interface PreRequest {
  readonly purse: string
  readonly amount: string
  readonly paymentNo: string
  readonly isTest: boolean
}

/** What WebMoney says has been paid. */
export interface WebMoneyResult extends PreRequest {
  /** Unique within the purse and the mode. */
  readonly transaction: string
  readonly payerPurse: string
  readonly payerWmid: string
}

export type WebMoneyProblem = 'incomplete' | 'old_method' | 'wrong_hash'

/** Undefined: it is no such request. */
export function readPreRequest(fields: RawFields): PreRequest | undefined {
  return fields['LMI_PREREQUEST'] === '1' ? commonOf(fields) : undefined
}

const SHA256_HEX = 64

/**
 * Reads a notification whose hash holds. LMI_HASH2 goes before LMI_HASH, whose parts are joined
 * without a separator; a hash as long as MD5's comes from a purse that is set up in an old way.
 */
export function readWebMoneyResult(
  fields: RawFields,
  secretKey: string,
): Result<WebMoneyResult, WebMoneyProblem> {
  const hash2 = fields['LMI_HASH2']
  const hash = hash2 ?? fields['LMI_HASH']
  const common = commonOf(fields)
  const transaction = fields['LMI_SYS_TRANS_NO']
  if (hash === undefined || common === undefined || !transaction) return refuse('incomplete')
  if (hash.length !== SHA256_HEX) return refuse('old_method')
  const expected = createHash('sha256')
    .update(signedParts(fields, secretKey).join(hash2 === undefined ? '' : ';'))
    .digest('hex')
  if (!isSame(expected, hash.toLowerCase())) return refuse('wrong_hash')
  return accept({
    ...common,
    transaction,
    payerPurse: fields['LMI_PAYER_PURSE'] ?? '',
    payerWmid: fields['LMI_PAYER_WM'] ?? '',
  })
}

function commonOf(fields: RawFields): PreRequest | undefined {
  const { LMI_PAYEE_PURSE: purse, LMI_PAYMENT_AMOUNT: amount, LMI_PAYMENT_NO: paymentNo } = fields
  const mode = fields['LMI_MODE']
  if (!purse || !amount || !paymentNo || (mode !== '0' && mode !== '1')) return undefined
  return { purse, amount, paymentNo, isTest: mode === '1' }
}

/** In the order of the Web Merchant Interface; the days of a hold only where there is one. */
function signedParts(fields: RawFields, secretKey: string): readonly string[] {
  const of = (name: string): string => fields[name] ?? ''
  const hold = fields['LMI_HOLD']
  return [
    of('LMI_PAYEE_PURSE'),
    of('LMI_PAYMENT_AMOUNT'),
    ...(hold ? [hold] : []),
    of('LMI_PAYMENT_NO'),
    of('LMI_MODE'),
    of('LMI_SYS_INVS_NO'),
    of('LMI_SYS_TRANS_NO'),
    of('LMI_SYS_TRANS_DATE'),
    secretKey,
    of('LMI_PAYER_PURSE'),
    of('LMI_PAYER_WM'),
  ]
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
