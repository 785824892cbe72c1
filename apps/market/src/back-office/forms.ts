import { randomUUID } from 'node:crypto'
import { fill } from '../page/fill.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import { showMoney, writePrice } from '../page/money.ts'
import type { Parcel } from '../store/index.ts'
import type { Action } from './actions.ts'
import { SELLING_WORDS, type SellingWords } from './words.ts'

/** The form of one thing that a seller can do. */
export function showForm(language: Language, parcel: Parcel, action: Action): Html {
  const words = SELLING_WORDS[language]
  const { title, send } = words[action]
  const id = `${action}-form`
  return html`<form
    method="post"
    action="/selling/orders/${parcel.payment.id}/${action}"
    class="sheet fields"
    aria-labelledby="${id}"
    data-once
  >
    <h2 id="${id}">${title}</h2>
    <input type="hidden" name="key" value="${randomUUID()}" />
    ${FIELDS[action](words, parcel, language)}
    <button class="${action === 'ship' || action === 'accept' ? 'primary' : 'quiet'}">
      ${send}
    </button>
  </form>`
}

type Fields = (words: SellingWords, parcel: Parcel, language: Language) => Html

const FIELDS: Readonly<Record<Action, Fields>> = {
  ship: ({ ship }) =>
    html` <label>${ship.carrier}<input name="carrier" maxlength="100" required /></label>
      <label
        >${ship.tracking}<input name="tracking" maxlength="100" autocomplete="off" required
      /></label>`,
  refund: ({ refund }, { payment }, language) =>
    html` <p class="small">${fill(refund.hint, showMoney(payment.in_escrow, language))}</p>
      ${showAmount(refund.amount, writePrice(BigInt(payment.in_escrow.value)))}
      <label>${refund.reason}<input name="reason" maxlength="300" /></label>`,
  accept: ({ accept }, { dispute }, language) => {
    const offer = dispute?.offers.findLast(({ by }) => by === 'buyer')
    if (offer === undefined) return NOTHING
    return html`<p>
      ${fill(accept.hint, html`<strong>${showMoney(offer.amount, language)}</strong>`)}
      ${offer.with_return ? accept.withReturn : ''}
    </p>`
  },
  offer: ({ offer }) =>
    html` <p class="small">${offer.hint}</p>
      ${showAmount(offer.amount, '')}
      <label class="tick"
        ><input type="checkbox" name="with_return" value="yes" /> ${offer.withReturn}</label
      >
      <label
        >${offer.message}<textarea name="message" rows="3" maxlength="1000"></textarea>
      </label>`,
  received: ({ received }) => html`<p class="small">${received.hint}</p>`,
}

function showAmount(label: string, value: string): Html {
  return html`<label
    >${label}<input
      name="amount"
      value="${value}"
      inputmode="decimal"
      pattern="\\d{1,7}([.,]\\d{1,2})?"
      autocomplete="off"
      required
  /></label>`
}
