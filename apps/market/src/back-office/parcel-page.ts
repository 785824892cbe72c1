import {
  ORDER_WORDS,
  showDispute,
  showLines,
  showState,
  showSteps,
  showTracking,
} from '../orders/index.ts'
import { fill } from '../page/fill.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { showMoney } from '../page/money.ts'
import { showTime } from '../page/times.ts'
import { possibleActions } from './actions.ts'
import { showForm } from './forms.ts'
import type { OwnParcel } from './parcels.ts'
import { SELLING_WORDS } from './words.ts'

interface ParcelPageParts {
  /** What was done just now, in words. */
  readonly notice: Html
  /** Where the seller has a login; absent for those for whom the shop keeps an account. */
  readonly danbaoUrl?: string
}

/** A seller's part of an order: how it stands, and what can be done. */
export function parcelPage(
  language: Language,
  { order, parcel }: OwnParcel,
  { notice, danbaoUrl }: ParcelPageParts,
): Page {
  const words = SELLING_WORDS[language]
  const { payment } = parcel
  const title = `${words.order} ${order.number}`
  const lines = order.lines.filter(({ seller }) => seller === parcel.seller)
  const actions = possibleActions(parcel)
  return {
    title,
    live: `/selling/orders/${payment.id}/live`,
    content: html`<p><a href="/selling">← ${words.back}</a></p>
      <h1>${title}</h1>
      ${notice}
      <div class="split">
        <section class="sheet">
          <div data-part="state" aria-live="polite">${showStanding(language, parcel)}</div>
          ${showLines(language, lines)}
          <p class="row">
            <span>${words.amount}</span>
            <strong class="price big">${showMoney(payment.amount, language)}</strong>
          </p>
          <p class="small">
            ${words.shopKeeps}
            ${
              danbaoUrl === undefined
                ? NOTHING
                : html`<a href="${danbaoUrl}/wallet/payments/${payment.id}"
                    >${ORDER_WORDS[language].open}</a
                  >`
            }
          </p>
        </section>
        <div data-part="actions">
          ${actions.map((action) => showForm(language, parcel, action))}
        </div>
      </div>`,
  }
}

function showStanding(language: Language, { payment, dispute }: OwnParcel['parcel']): Html {
  const words = SELLING_WORDS[language]
  const { state, due, refunded, released } = payment
  const sum = (sentence: string, amount: typeof refunded): Html =>
    amount.value === '0' ? NOTHING : html`<p>${fill(sentence, showMoney(amount, language))}</p>`
  return html`<p>${showState(language, state)}</p>
    <p>
      ${words.states[state]}
      ${due === null ? NOTHING : fill(words.due[due.what], showTime(due.at, language))}
    </p>
    ${showSteps(language, payment)} ${showTracking(language, payment)}
    ${sum(words.refunded, refunded)} ${sum(words.released, released)}
    ${dispute === null ? NOTHING : showDispute(language, dispute)}`
}
