import { html, type Html } from '../../pages/html.ts'
import type { PayWords } from './pay-words.ts'

export interface OuterPage {
  /** Whose page it is. */
  readonly owner: string
  readonly title: string
  readonly content: Html
}

/** A page on which a buyer meets somebody else than the shop: the processor, or a bank. */
export function layOutOuterPage(
  words: Pick<PayWords, 'lang' | 'sandbox'>,
  { owner, title, content }: OuterPage,
): Html {
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <link rel="stylesheet" href="/cards/style.css" />
        <script src="/cards/pay.js" defer></script>
      </head>
      <body>
        <div class="page">
          <header><h1>${owner}</h1></header>
          <p class="tagline">${words.sandbox}</p>
          <main>
            <h2>${title}</h2>
            ${content}
          </main>
        </div>
      </body>
    </html> `
}

/** That there is nothing to do here, and where to go instead. */
export function showEnd(
  words: PayWords,
  what: 'done' | 'expired' | 'gone' | 'answered',
  link: { readonly to: string; readonly label: string } | undefined,
): Html {
  const onward =
    link === undefined ? undefined : html`<a class="back" href="${link.to}">${link.label}</a>`
  return layOutOuterPage(words, {
    owner: what === 'answered' ? words.bank : words.processor,
    title: words[what],
    content: html`<p>${words[`${what}Hint`]}</p>
      ${onward}`,
  })
}
