import { fill } from '../../pages/fill.ts'
import { formatMoney } from '../../pages/format-money.ts'
import { layOutOuterPage } from '../../pages/outer-layout.ts'
import { html, type Html } from '../../pages/html.ts'
import { showTime } from '../../pages/layout.ts'
import type { Authentication, Card } from '../records.ts'
import { formatCard } from './formats.ts'
import type { PayWords } from './pay-words.ts'

export interface BankPage {
  readonly asked: Authentication
  readonly card: Card
  /** Undefined: the card is to be saved, nothing is paid. */
  readonly price: { readonly amount: number; readonly currency: string } | undefined
}

/** The 3-D Secure page of whichever bank gave out the card. */
export function showBankPage(words: PayWords, { asked, card, price }: BankPage): Html {
  const values = {
    card: formatCard(card),
    amount: price === undefined ? '' : formatMoney(price.amount, price.currency, words.lang),
  }
  const question = price === undefined ? words.bankSetup : words.bankPayment
  const until = new Date(asked.expires_at * 1000).toISOString()
  return layOutOuterPage(words, {
    owner: words.bank,
    title: words.bankTitle,
    content: html`<p>${fill(question, values)}</p>
      <p class="note">${words.bankUntil} ${showTime(until, 'absolute')}</p>
      <form class="choices" method="post" action="/cards/bank/${asked.id}">
        <button name="answer" value="approved">${words.approve}</button>
        <button class="quiet" name="answer" value="refused">${words.refuse}</button>
        <button class="quiet" name="answer" value="timed_out">${words.timeOut}</button>
      </form>`,
  })
}
