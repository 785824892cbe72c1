import { showState } from '../orders/index.ts'
import { fill } from '../page/fill.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { showMoney, showPrice } from '../page/money.ts'
import { textIn } from '../page/text.ts'
import { showTime } from '../page/times.ts'
import type { Seller } from '../sellers/index.ts'
import { showPicture } from '../shop/pages.ts'
import type { Goods } from '../store/index.ts'
import { countSold, groupOf, type OwnParcel } from './parcels.ts'
import { GROUPS, SELLING_WORDS } from './words.ts'

export interface ShownShop {
  readonly seller: Seller
  readonly parcels: readonly OwnParcel[]
  readonly goods: readonly Goods[]
  /** What was done just now, in words. */
  readonly notice: Html
}

/** What a seller has to do, and what they sell. */
export function shopPage(language: Language, { seller, parcels, goods, notice }: ShownShop): Page {
  const words = SELLING_WORDS[language]
  const none = html`<p class="nothing"><strong>${words.none}</strong><br />${words.noneHint}</p>`
  return {
    title: words.title,
    live: '/selling/live',
    content: html`<h1>${textIn(seller.name, language)}</h1>
      ${notice}
      <div data-part="parcels">${parcels.length === 0 ? none : showGroups(language, parcels)}</div>
      ${showGoods(language, goods, parcels)}`,
  }
}

function showGroups(language: Language, parcels: readonly OwnParcel[]): Html {
  const words = SELLING_WORDS[language]
  const groups = Map.groupBy(parcels, groupOf)
  const sections = GROUPS.flatMap((group) => {
    const own = groups.get(group) ?? []
    if (own.length === 0) return []
    return [
      html`<section aria-labelledby="${group}">
        <h2 id="${group}">${words.groups[group]} <span class="count">${own.length}</span></h2>
        <ul class="orders">
          ${own.map((one) => showRow(language, one))}
        </ul>
      </section>`,
    ]
  })
  return html`${sections}`
}

function showRow(language: Language, { order, parcel }: OwnParcel): Html {
  const words = SELLING_WORDS[language]
  const { payment } = parcel
  const lines = order.lines.filter(({ seller }) => seller === parcel.seller)
  const { due } = payment
  const until =
    due === null
      ? NOTHING
      : html`<span class="small">${fill(words.due[due.what], showTime(due.at, language))}</span>`
  return html`<li class="sheet">
    <a href="/selling/orders/${payment.id}"><strong>${words.order} ${order.number}</strong></a>
    <span
      >${lines.map((line) => `${line.quantity} × ${textIn(line.title, language)}`).join(', ')}</span
    >
    <span class="states">${showState(language, payment.state)}</span>
    ${until}
    <strong class="price">${showMoney(payment.amount, language)}</strong>
  </li>`
}

function showGoods(
  language: Language,
  goods: readonly Goods[],
  parcels: readonly OwnParcel[],
): Html {
  const words = SELLING_WORDS[language].goods
  const sold = countSold(parcels)
  const rows = goods.map(
    (one) =>
      html`<li>
        ${showPicture(one)}
        <span class="what">
          <a href="/goods/${one.id}"><strong>${textIn(one.title, language)}</strong></a>
          <span class="small">${words.sold}: ${sold.get(one.id) ?? 0}</span>
        </span>
        <span class="price">${showPrice(BigInt(one.price), language)}</span>
      </li>`,
  )
  return html`<section class="sheet" aria-labelledby="goods">
    <div class="row">
      <h2 id="goods">${words.title}</h2>
      <a class="button" href="/selling/goods/new">${words.add}</a>
    </div>
    <div data-part="goods">
      <ul class="lines">
        ${rows}
      </ul>
    </div>
  </section>`
}
