import type { Trouble } from '../danbao/index.ts'
import { bySeller, totalOf } from '../orders/order.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { showPrice } from '../page/money.ts'
import { quote, textIn } from '../page/text.ts'
import type { Sellers } from '../sellers/index.ts'
import { showPicture } from '../shop/pages.ts'
import type { OrderLine } from '../store/index.ts'
import { MOST_OF_ONE } from './cart.ts'
import { CART_WORDS } from './words.ts'

export interface ShownCart {
  readonly lines: readonly OrderLine[]
  readonly sellers: Sellers
  /** The order it becomes. */
  readonly order: string
}

export function cartPage(language: Language, cart: ShownCart): Page {
  const words = CART_WORDS[language]
  return {
    title: words.title,
    content: html`<h1>${words.title}</h1>
      ${cart.lines.length === 0 ? showEmpty(language) : showFull(language, cart)}`,
  }
}

/** Danbao did not make a checkout: what it means for the money and the cart. */
export function unpaidPage(language: Language, trouble: Trouble, order: string): Page {
  const words = CART_WORDS[language]
  const isAway = trouble === 'away'
  const title = isAway ? words.awayTitle : words.refusedTitle
  return {
    title,
    content: html`<div class="narrow">
      <h1>${title}</h1>
      <p role="alert">${isAway ? words.away : words.refused}</p>
      <form method="post" action="/checkout" data-once class="actions">
        <input type="hidden" name="order" value="${order}" />
        <button class="primary">${words.again}</button>
        <a class="button" href="/cart">${words.toCart}</a>
      </form>
    </div>`,
  }
}

function showEmpty(language: Language): Html {
  const words = CART_WORDS[language]
  return html`<p class="nothing">${words.empty}</p>
    <p class="centre"><a class="button primary" href="/">${words.look}</a></p>`
}

function showFull(language: Language, { lines, sellers, order }: ShownCart): Html {
  const words = CART_WORDS[language]
  const total = showPrice(totalOf(lines), language)
  const parcels = [...bySeller(lines)].map(([key, own]) => {
    const seller = sellers.find(key)
    return html`<section class="sheet">
      <h2>${words.parcelFrom} ${quote(seller?.name ?? key, language)}</h2>
      <ul class="lines">
        ${own.map((line) => showLine(language, line))}
      </ul>
    </section>`
  })
  return html`<div class="split">
    <div>${parcels}</div>
    <section class="sheet sum" aria-label="${words.total}">
      <p class="row">
        <span
          >${words.total}<br /><small
            >${words.items(lines.reduce((sum, { quantity }) => sum + quantity, 0))}</small
          ></span
        >
        <strong class="price big">${total}</strong>
      </p>
      <form method="post" action="/checkout" data-once>
        <input type="hidden" name="order" value="${order}" />
        <button class="primary wide">${words.pay(total)}</button>
      </form>
      <p class="small">${words.payHint}</p>
    </section>
  </div>`
}

function showLine(language: Language, line: OrderLine): Html {
  const words = CART_WORDS[language]
  const title = textIn(line.title, language)
  const counts = Array.from({ length: MOST_OF_ONE }, (_, index) => index + 1)
  const options = counts.map(
    (count) =>
      html`<option ${count === line.quantity ? html`selected` : NOTHING}>${count}</option>`,
  )
  return html`<li>
    <a href="/goods/${line.goods}" tabindex="-1" aria-hidden="true">${showPicture(line)}</a>
    <div class="what">
      <a href="/goods/${line.goods}"><strong>${title}</strong></a>
      <form method="post" action="/cart/change" class="quantity">
        <input type="hidden" name="goods" value="${line.goods}" />
        <select name="quantity" data-send aria-label="${words.quantity} ${words.ofWhat(title)}">
          ${options}
        </select>
        <button class="plain scriptless">${words.change}</button>
        <button class="plain" name="remove" value="yes">
          ${words.remove}<span class="hidden"> ${words.ofWhat(title)}</span>
        </button>
      </form>
    </div>
    <span class="price">${showPrice(BigInt(line.price) * BigInt(line.quantity), language)}</span>
  </li>`
}
