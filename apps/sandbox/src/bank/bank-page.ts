import { cardList } from '../pages/card-list.ts'
import type { Courier } from '../files/courier.ts'
import { showFileFaults } from '../files/faults-form.ts'
import { formatMoney } from '../pages/format-money.ts'
import { fill } from '../pages/fill.ts'
import { html, type Html } from '../pages/html.ts'
import { layOutPage, showTime } from '../pages/layout.ts'
import { type Language, wordsIn } from '../pages/words.ts'
import type { Bank, Settling } from './bank.ts'
import type { OrderState, PaymentOrder } from './orders.ts'
import type { Transfer } from './transfer.ts'
import { type BankWords, bankWordsFor } from './words.ts'

const SHOWN = 50
const FIELDS = ['iban', 'amount', 'payer', 'text'] as const
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number] | 'currency', string>>>

export interface BankPage {
  readonly bank: Bank
  readonly courier: Courier
  readonly orders: readonly PaymentOrder[]
  readonly language: Language
  /** What was typed and could not be sent, with the field that is wrong. */
  readonly refused?: { readonly typed: Typed; readonly field: string }
  readonly isSent: boolean
}

export function showBankPage({ bank, courier, orders, language, refused, isSent }: BankPage): Html {
  const words = bankWordsFor(language)
  const transfers = bank.transfers()
  const back = new Set(transfers.map(({ reverses }) => reverses))
  return layOutPage(
    wordsIn(language),
    words.title,
    html`<p class="tagline">${words.tagline}</p>
      ${isSent ? html`<div class="box" role="status">${words.sent}</div>` : undefined}
      <main>
        <h2>${words.send}</h2>
        <p class="note">${words.sendHint}</p>
        ${refused === undefined ? undefined : showRefused(words, refused.field)}
        ${showForm(words, refused?.typed ?? {})}
        <h2>${words.orders}</h2>
        <p class="note">${words.ordersHint}</p>
        ${cardList(
          words.noOrders,
          orders.slice(0, SHOWN).map((one) => showOrder({ words, language }, one)),
        )}
        <h2>${words.transfers}</h2>
        ${cardList(
          words.none,
          transfers
            .slice(0, SHOWN)
            .map((one) => showTransfer({ words, language, isBack: back.has(one.id) }, one)),
        )}
        <h2>${words.tell}</h2>
        <p class="note">${words.tellHint}</p>
        <div class="choices">
          ${(['camt.053', 'mt940'] as const).map(
            (format) =>
              html`<form method="post" action="/bank/statements">
                <input type="hidden" name="format" value="${format}" />
                <button class="quiet">${format === 'mt940' ? words.mt940 : words.camt}</button>
              </form>`,
          )}
        </div>
        ${showFileFaults(courier, language)}
      </main>`,
    'bank',
  )
}

function showRefused(words: BankWords, field: string): Html {
  const name = Object.entries(words).find(([key]) => key === field)?.[1] ?? field
  return html`<div class="box bad" role="alert">
    <strong>${fill(words.wrong, { field: name })}</strong>
  </div>`
}

function showForm(words: BankWords, typed: Typed): Html {
  const fields = FIELDS.map(
    (name) =>
      html`<div class="field ${name === 'amount' ? '' : 'whole'}">
        <label for="${name}">${words[name]}</label>
        <input id="${name}" name="${name}" value="${typed[name] ?? ''}" autocomplete="off" />
      </div>`,
  )
  const currencies = ['EUR', 'USD'].map(
    (code) => html`<option ${typed.currency === code ? html`selected` : html``}>${code}</option>`,
  )
  return html`<form class="fields" method="post" action="/bank/transfers">
    ${fields.slice(0, 2)}
    <div class="field">
      <label for="currency">${words.currency}</label>
      <select id="currency" name="currency">
        ${currencies}
      </select>
    </div>
    ${fields.slice(2)}
    <button>${words.go}</button>
  </form>`
}

interface Seen {
  readonly words: BankWords
  readonly language: Language
  /** It was taken back. */
  readonly isBack: boolean
}

const CHOICES: Readonly<Record<OrderState, readonly Settling[]>> = {
  received: ['pay', 'refuse'],
  paid: ['return'],
  refused: [],
  returned: [],
}

function showOrder(
  { words, language }: Pick<Seen, 'words' | 'language'>,
  { endToEndId, payee, payeeIban, cents, currency, state }: PaymentOrder,
): Html {
  return html`<span class="row"><span>${payee}</span><span>${words[state]}</span></span>
    <strong class="digits">${formatMoney(Number(cents), currency, language)}</strong>
    <span class="start">${endToEndId}</span><span class="start">${payeeIban}</span>
    <span class="choices"
      >${CHOICES[state].map(
        (how) =>
          html`<form class="inline" method="post" action="/bank/orders/${endToEndId}/${how}">
            <button class="quiet">${words[how]}</button>
          </form>`,
      )}</span
    >`
}

function showTransfer({ words, language, isBack }: Seen, transfer: Transfer): Html {
  const { id, cents, currency, payer, text, iban, at } = transfer
  const canGoBack = cents > 0n && !isBack && transfer.reverses === undefined
  return html`<span class="row"
      ><span>${payer}</span>${showTime(new Date(at).toISOString(), 'relative')}</span
    >
    <strong class="digits">${formatMoney(Number(cents), currency, language)}</strong>
    <span class="start">${text}</span><span class="start">${iban}</span> ${
      canGoBack
        ? html`<form class="inline" method="post" action="/bank/transfers/${id}/back">
            <button class="quiet">${words.back}</button>
          </form>`
        : html`<span class="start">${cents > 0n ? words.isBack : ''}</span>`
    }`
}
