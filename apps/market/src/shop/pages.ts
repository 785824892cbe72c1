import { MOST_OF_ONE } from '../cart/cart.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { showPrice } from '../page/money.ts'
import { textIn } from '../page/text.ts'
import type { Seller, Sellers } from '../sellers/index.ts'
import type { Goods } from '../store/index.ts'
import { SHOP_WORDS } from './words.ts'

interface Catalogue {
  readonly goods: readonly Goods[]
  readonly sellers: Sellers
  /** Only of this one. */
  readonly seller: Seller | undefined
}

/** All goods, or those of one seller. */
export function cataloguePage(language: Language, { goods, sellers, seller }: Catalogue): Page {
  const words = SHOP_WORDS[language]
  const intro =
    seller === undefined
      ? html`<h1>${words.hello}</h1>
          <p class="lead">${words.lead}</p>`
      : html`<h1>${textIn(seller.name, language)}</h1>
          <p class="lead">${textIn(seller.about, language)}</p>`
  const choice = (to: string, label: string, isHere: boolean): Html =>
    html`<li><a href="${to}" ${isHere ? html`aria-current="page"` : NOTHING}>${label}</a></li>`
  return {
    title: seller === undefined ? words.title : textIn(seller.name, language),
    content: html`<div class="intro">${intro}</div>
      <nav aria-label="${words.shops}">
        <ul class="choices">
          ${choice('/', words.all, seller === undefined)}
          ${sellers.all.map((one) =>
            choice(`/?shop=${one.key}`, textIn(one.name, language), one === seller),
          )}
        </ul>
      </nav>
      <h2 class="hidden">${words.goods}</h2>
      ${goods.length === 0 ? html`<p class="nothing">${words.nothing}</p>` : NOTHING}
      ${showGrid(language, goods, sellers)}`,
  }
}

interface GoodsAndMore extends Catalogue {
  readonly one: Goods
}

/** One thing, and what else there is from the same hands. */
export function goodsPage(language: Language, { one, goods, sellers, seller }: GoodsAndMore): Page {
  const words = SHOP_WORDS[language]
  const title = textIn(one.title, language)
  const others = goods.filter(({ id }) => id !== one.id)
  const more = html`<section aria-labelledby="more">
    <h2 id="more">${words.more}</h2>
    ${showGrid(language, others, sellers)}
  </section>`
  return {
    title,
    content: html`<article class="product">
        ${showPicture(one, 'eager')}
        <div>
          <h1>${title}</h1>
          <p class="lead">${words.by} ${linkSeller(language, seller)}</p>
          <p class="price big">${showPrice(BigInt(one.price), language)}</p>
          <p class="text">${textIn(one.description, language)}</p>
          ${showAddForm(language, one)}
          <section class="safe" aria-labelledby="safe">
            <h2 id="safe">${words.safeTitle}</h2>
            <ol>
              ${words.safe.map((step) => html`<li>${step}</li>`)}
            </ol>
          </section>
        </div>
      </article>
      ${others.length === 0 ? NOTHING : more}`,
  }
}

export function showPicture({ picture }: { readonly picture: string }, loading = 'lazy'): Html {
  return html`<img
    class="picture"
    src="/pictures/${picture}.svg"
    width="400"
    height="320"
    alt=""
    loading="${loading}"
  />`
}

function linkSeller(language: Language, seller: Seller | undefined): Html {
  if (seller === undefined) return NOTHING
  return html`<a href="/?shop=${seller.key}">${textIn(seller.name, language)}</a>`
}

function showGrid(language: Language, goods: readonly Goods[], sellers: Sellers): Html {
  const cards = goods.map((one) => {
    const seller = sellers.find(one.seller)
    return html`<li class="card">
      <a href="/goods/${one.id}">
        ${showPicture(one)}
        <span class="words">
          <strong>${textIn(one.title, language)}</strong>
          <small>${seller === undefined ? '' : textIn(seller.name, language)}</small>
          <span class="price">${showPrice(BigInt(one.price), language)}</span>
        </span>
      </a>
    </li>`
  })
  return html`<ul class="grid">
    ${cards}
  </ul>`
}

function showAddForm(language: Language, { id }: Goods): Html {
  const words = SHOP_WORDS[language]
  return html`<form method="post" action="/cart/add" class="add">
    <input type="hidden" name="goods" value="${id}" />
    <label>
      ${words.quantity}
      <input type="number" name="quantity" value="1" min="1" max="${MOST_OF_ONE}" required />
    </label>
    <button class="primary">${words.add}</button>
  </form>`
}
