import { html, type Html } from './html.ts'

export interface OuterPage {
  /** Whose page it is. */
  readonly owner: string
  readonly title: string
  readonly content: Html
}

/** A page on which a buyer meets somebody else than the shop: the processor, a bank, WebMoney. */
export function layOutOuterPage(
  words: { readonly lang: string; readonly sandbox: string },
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
