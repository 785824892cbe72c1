import { fill } from '../page/fill.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { showMoney, showPrice } from '../page/money.ts'
import { quote } from '../page/text.ts'
import { showTime } from '../page/times.ts'
import type { Sellers } from '../sellers/index.ts'
import { showPicture } from '../shop/pages.ts'
import type { Order, Parcel } from '../store/index.ts'
import { totalOf } from './order.ts'
import { showDispute, showLines, showState, showSteps, showTracking } from './parcel-view.ts'
import { isPaid } from './stages.ts'
import { ORDER_WORDS } from './words.ts'

export interface ShownOrder {
  readonly order: Order
  readonly sellers: Sellers
  /** Of Danbao, as browsers reach it. */
  readonly danbaoUrl: string
  readonly justPaid: boolean
  /** Danbao could not be asked. */
  readonly stale: boolean
}

/** All orders of a visitor, the newest first. */
export function ordersPage(language: Language, orders: readonly Order[], signedIn: boolean): Page {
  const words = ORDER_WORDS[language]
  const cards = orders.map((order) => showCard(language, order))
  const list = html`<ul class="orders">
    ${cards}
  </ul>`
  const guest = html`<p class="small"><a href="/account">${words.guest}</a></p>`
  return {
    title: words.title,
    live: '/orders/live',
    content: html`<h1>${words.title}</h1>
      <div data-part="orders">
        ${orders.length === 0 ? html`<p class="nothing">${words.none}</p>` : list}
      </div>
      ${signedIn || orders.length === 0 ? NOTHING : guest}`,
  }
}

/** One order as its buyer sees it. */
export function orderPage(language: Language, shown: ShownOrder): Page {
  const words = ORDER_WORDS[language]
  const { order, justPaid, stale } = shown
  const title = `${words.one} ${order.number}`
  const paid = order.parcels.some(({ payment }) => isPaid(payment.state))
  const notice =
    justPaid && paid ? html`<p class="notice" role="status">${words.thanks}</p>` : NOTHING
  const doubt = html`<p class="notice warn" role="status">
    ${fill(words.stale, showTime(order.freshAt, language))}
  </p>`
  return {
    title,
    live: `/orders/${order.id}/live`,
    content: html`<h1>${title}</h1>
      <p class="lead">${words.madeAt} ${showTime(order.madeAt, language)}</p>
      ${notice} ${stale ? doubt : NOTHING}
      <div data-part="pay">${showPay(language, order)}</div>
      ${order.parcels.map((parcel) => showParcel(language, shown, parcel))}
      <p class="row sheet">
        <span>${words.total}</span
        ><strong class="price big">${showPrice(totalOf(order.lines), language)}</strong>
      </p>`,
  }
}

function showPay(language: Language, { checkout, parcels }: Order): Html {
  const words = ORDER_WORDS[language]
  const open = parcels.some(({ payment }) => payment.state === 'requires_payment')
  if (checkout === null || !open) return NOTHING
  return html`<p class="notice">
    <span>${words.payHint}</span>
    <a class="button primary" href="${checkout.url}">${words.payNow}</a>
  </p>`
}

function showParcel(
  language: Language,
  shown: ShownOrder,
  { seller: key, payment, dispute }: Parcel,
) {
  const words = ORDER_WORDS[language]
  const { order, sellers, danbaoUrl } = shown
  const seller = sellers.find(key)
  const { due, refunded, state, reason } = payment
  const mayAnswer = state === 'shipped' || state === 'delivered'
  const link = html`<p>
    <a
      class="button ${mayAnswer ? 'primary' : ''}"
      href="${danbaoUrl}/wallet/payments/${payment.id}"
      >${mayAnswer ? words.confirm : words.open}</a
    >
  </p>`
  return html`<section class="sheet" aria-labelledby="${payment.id}">
    <h2 id="${payment.id}">${words.parcelFrom} ${quote(seller?.name ?? key, language)}</h2>
    <div data-part="${payment.id}" aria-live="polite">
      <p>${showState(language, state)}</p>
      <p>
        ${words.forBuyer[state]}
        ${due === null ? NOTHING : fill(words.due[due.what], showTime(due.at, language))}
      </p>
      ${showSteps(language, payment)} ${showTracking(language, payment)}
      ${
        refunded.value === '0'
          ? NOTHING
          : html`<p>${fill(words.refunded, showMoney(refunded, language))}</p>`
      }
      ${reason === null ? NOTHING : html`<p>${words.reason}: ${reason}</p>`}
      ${dispute === null ? NOTHING : showDispute(language, dispute)}
      ${isPaid(state) || payment.paid_at !== null ? link : NOTHING}
    </div>
    ${showLines(
      language,
      order.lines.filter((line) => line.seller === key),
    )}
  </section>`
}

function showCard(language: Language, order: Order): Html {
  const words = ORDER_WORDS[language]
  return html`<li class="sheet">
    <a href="/orders/${order.id}"><strong>${words.one} ${order.number}</strong></a>
    <span class="small">${showTime(order.madeAt, language)}</span>
    <span class="thumbs">${order.lines.slice(0, 4).map((line) => showPicture(line))}</span>
    <span class="states">
      ${order.parcels.map(({ payment }) => showState(language, payment.state))}
    </span>
    <strong class="price">${showPrice(totalOf(order.lines), language)}</strong>
  </li>`
}
