import {
  type OwnPaymentDetail,
  PAYMENT_LINE_WORDS,
  PAYMENT_STATE_WORDS,
  paymentLineWord,
  RECEIPT_WORDS,
} from '@danbao/contracts/wallet'
import { invariant, parseInstant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'
import { GREY, MM, openSheet } from '../documents/sheet.ts'
import { tellAmount } from '../messages/index.ts'
import { tellTime } from './tell-time.ts'

type ReceiptWord = keyof typeof RECEIPT_WORDS

export interface Receipt {
  readonly own: OwnPaymentDetail
  /** Of whoever asks for it. */
  readonly name: string
  readonly language: Language
}

/** One payment on paper, as its page shows it. */
export async function drawReceipt({ own, name, language }: Receipt): Promise<Uint8Array> {
  const say = (word: ReceiptWord): string => RECEIPT_WORDS[word][language]
  const sheet = openSheet({ title: say('title'), language, foot: say('foot') })
  const { payment, transfers } = own
  const { amount } = payment
  sheet.head(say('title'))
  const total = tellAmount(amount.currency, BigInt(amount.value), language)
  sheet.write(total, { size: 18, weight: 'strong', align: 'right' })
  sheet.down(36)
  sheet.facts(factsOf({ own, name, language }).map(([word, value]) => [say(word), value]))
  if (transfers.length > 0) {
    sheet.down(14)
    sheet.write(say('movements'), { size: 12, weight: 'strong' })
    sheet.down(22)
    sheet.rule()
  }
  for (const { code, amount: moved, occurred_at: at } of transfers) {
    sheet.need(18)
    sheet.write(momentOf(at, language), { color: GREY, width: 54 * MM })
    sheet.write(PAYMENT_LINE_WORDS[paymentLineWord(code)][language], { x: 56 * MM })
    const text = tellAmount(moved.currency, BigInt(moved.value), language)
    sheet.write(text, { align: 'right', weight: 'strong' })
    sheet.down(18)
    sheet.rule()
  }
  return sheet.end()
}

function factsOf({ own, name, language }: Receipt): readonly (readonly [ReceiptWord, string])[] {
  const { payment, role, counterpart, marketplace } = own
  const [buyer, seller] = role === 'buyer' ? [name, counterpart] : [counterpart, name]
  const all: readonly (readonly [ReceiptWord, string | null])[] = [
    ['buyer', buyer],
    ['seller', seller],
    ['shop', marketplace],
    ['goods', payment.description],
    ['order', payment.reference],
    ['state', PAYMENT_STATE_WORDS[payment.state][language]],
    ['paid', payment.paid_at === null ? null : momentOf(payment.paid_at, language)],
    ['number', payment.id],
  ]
  return all.flatMap(([word, value]) => (value === null ? [] : [[word, value] as const]))
}

function momentOf(at: string, language: Language): string {
  const parsed = parseInstant(at)
  invariant(parsed.ok, 'What we have written is a time.')
  return tellTime(parsed.value, language)
}
