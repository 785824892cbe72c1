import {
  type OwnPaymentDetail,
  PAYMENT_LINE_WORDS,
  PAYMENT_STATE_WORDS,
  paymentLineWord,
} from '@danbao/contracts/wallet'
import { type Instant, invariant, parseInstant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'
import { MM, openSheet } from '../documents/sheet.ts'
import { tellAmount, tellDay } from '../messages/index.ts'
import { dayOf } from './statement.ts'
import { type DocumentWord, sayIn } from './words.ts'

export interface Receipt {
  readonly own: OwnPaymentDetail
  /** Of whoever asks for it. */
  readonly name: string
  readonly language: Language
}

/** One payment on paper, as its page shows it. */
export async function drawReceipt({ own, name, language }: Receipt): Promise<Uint8Array> {
  const say = sayIn(language)
  const sheet = openSheet({ title: say('receipt'), language, foot: say('receipt_foot') })
  const { payment, transfers } = own
  const { amount } = payment
  sheet.write('Danbao', { size: 11, weight: 'strong', color: '#0f6e53' })
  sheet.down(20)
  sheet.write(say('receipt'), { size: 18, weight: 'strong' })
  const total = tellAmount(amount.currency, BigInt(amount.value), language)
  sheet.write(total, { size: 18, weight: 'strong', align: 'right' })
  sheet.down(36)
  for (const [word, value] of factsOf({ own, name, language })) {
    sheet.write(say(word), { color: '#6b665e' })
    sheet.write(value, { x: 44 * MM })
    sheet.down(16)
  }
  if (transfers.length > 0) {
    sheet.down(14)
    sheet.write(say('movements'), { size: 12, weight: 'strong' })
    sheet.down(22)
    sheet.rule()
  }
  for (const { code, amount: moved, occurred_at: at } of transfers) {
    sheet.need(18)
    sheet.write(momentOf(at, language), { color: '#6b665e', width: 54 * MM })
    sheet.write(PAYMENT_LINE_WORDS[paymentLineWord(code)][language], { x: 56 * MM })
    const text = tellAmount(moved.currency, BigInt(moved.value), language)
    sheet.write(text, { align: 'right', weight: 'strong' })
    sheet.down(18)
    sheet.rule()
  }
  return sheet.end()
}

function factsOf({ own, name, language }: Receipt): readonly (readonly [DocumentWord, string])[] {
  const { payment, role, counterpart, marketplace } = own
  const [buyer, seller] = role === 'buyer' ? [name, counterpart] : [counterpart, name]
  const all: readonly (readonly [DocumentWord, string | null])[] = [
    ['buyer', buyer],
    ['seller', seller],
    ['shop', marketplace],
    ['goods', payment.description],
    ['order', payment.reference],
    ['state', PAYMENT_STATE_WORDS[payment.state][language]],
    ['paid', payment.paid_at === null ? null : momentOf(payment.paid_at, language)],
    ['subject', payment.id],
  ]
  return all.flatMap(([word, value]) => (value === null ? [] : [[word, value] as const]))
}

/** With its year: a receipt is kept for longer than one. */
function momentOf(at: string, language: Language): string {
  const parsed = parseInstant(at)
  invariant(parsed.ok, 'What we have written is a time.')
  return timeOf(parsed.value, language)
}

function timeOf(at: Instant, language: Language): string {
  return `${tellDay(dayOf(at), language)}, ${new Date(at).toISOString().slice(11, 16)} UTC`
}
