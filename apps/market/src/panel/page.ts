import { html, type Html } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { quote } from '../page/text.ts'
import { showTime } from '../page/times.ts'
import type { Sellers } from '../sellers/index.ts'
import { ADVANCES, type Carried } from './steps.ts'
import { PANEL_WORDS } from './words.ts'

export interface ShownPanel {
  /** Of Danbao; undefined when it does not answer. */
  readonly now: string | undefined
  readonly carried: readonly Carried[]
  readonly sellers: Sellers
  readonly notice: Html
}

export function panelPage(language: Language, shown: ShownPanel): Page {
  const words = PANEL_WORDS[language]
  const { now, notice } = shown
  return {
    title: words.title,
    live: '/panel/live',
    content: html`<div class="narrow panel">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${notice}
      <section class="sheet" aria-labelledby="clock">
        <h2 id="clock">${words.clock}</h2>
        <p data-part="now">
          ${now === undefined ? words.away : html`${words.now}: <strong>${showTime(now, language)}</strong>`}
        </p>
        <form method="post" action="/panel/clock" class="actions" data-once>
          <span id="onward">${words.onward}</span>
          ${ADVANCES.map(
            (advance) =>
              html`<button
                name="advance"
                value="${advance}"
                id="b-${advance}"
                aria-labelledby="onward b-${advance}"
              >
                ${words.advance[advance]}
              </button>`,
          )}
        </form>
        <p class="small">${words.clockHint}</p>
      </section>
      <section class="sheet" aria-labelledby="post">
        <h2 id="post">${words.post}</h2>
        <div data-part="post">${showPost(language, shown)}</div>
      </section>
    </div>`,
  }
}

function showPost(language: Language, { carried, sellers }: ShownPanel): Html {
  const words = PANEL_WORDS[language]
  if (carried.length === 0)
    return html`<p>${words.none}<br /><span class="small">${words.noneHint}</span></p>`
  const rows = carried.map(({ order, parcel, way }) => {
    const { payment, dispute, seller } = parcel
    const { tracking } = way === 'parcel' ? payment.shipment : (dispute?.return ?? payment.shipment)
    const label = `${words.order} ${order.number}, ${quote(sellers.find(seller)?.name ?? seller, language)}`
    return html`<li>
      <span class="what">
        <strong>${label}</strong>
        <span class="small">${words[way]} · <span class="code">${tracking ?? '—'}</span></span>
      </span>
      <form method="post" action="/panel/deliver" data-once>
        <input type="hidden" name="payment" value="${payment.id}" />
        <input type="hidden" name="way" value="${way}" />
        <button>${words.deliver}<span class="hidden">: ${label}</span></button>
      </form>
    </li>`
  })
  return html`<ul class="lines">
    ${rows}
  </ul>`
}
