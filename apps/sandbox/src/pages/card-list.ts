import { html, type Html } from './html.ts'

/** Items under each other, or that there are none. */
export function cardList(nothing: string, items: readonly Html[]): Html {
  if (items.length === 0) return html`<p class="note">${nothing}</p>`
  return html`<ul class="messages">
    ${items.map((item) => html`<li class="card">${item}</li>`)}
  </ul>`
}
