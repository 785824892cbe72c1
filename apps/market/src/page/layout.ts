import { assetUrl } from './assets.ts'
import { html, type Html, NOTHING } from './html.ts'
import { type Language, LANGUAGES } from './language.ts'
import { PAGE_WORDS } from './words.ts'

/** For whom a page is made. */
export interface Reader {
  readonly language: Language
  /** Of this page, with its query. */
  readonly path: string
  readonly inCart: number
  readonly signedIn: boolean
  readonly sells: boolean
}

export interface Page {
  readonly title: string
  readonly content: Html
  /** Where its news come from. */
  readonly live?: string
}

const NAMES = { en: 'English', ru: 'Русский', zh: '中文' } as const
const TAGS = { en: 'en', ru: 'ru', zh: 'zh-Hans' } as const

/** The frame that all pages share. */
export function layOut(reader: Reader, { title, content, live }: Page): Html {
  const words = PAGE_WORDS[reader.language]
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${words.market}</title>
        <link rel="icon" href="${assetUrl('/icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assetUrl('/style.css')}" />
        <script src="${assetUrl('/live.js')}" defer></script>
      </head>
      <body ${live === undefined ? NOTHING : html`data-live="${live}"`}>
        <a class="skip" href="#content">${words.skip}</a>
        ${showHead(reader)}
        <main id="content">${content}</main>
        ${showFoot(reader)}
      </body>
    </html>`
}

function showHead({ language, path, inCart, signedIn, sells }: Reader): Html {
  const words = PAGE_WORDS[language]
  const here = path.split('?')[0]
  const link = (to: string, label: Html): Html =>
    html`<a href="${to}" ${to === here ? html`aria-current="page"` : NOTHING}>${label}</a>`
  const count = inCart > 0 ? html` <span class="count">${inCart}</span>` : NOTHING
  return html`<header>
    <div class="awning" aria-hidden="true"></div>
    <div class="bar">
      <a class="brand" href="/">
        <img src="${assetUrl('/icon.svg')}" width="40" height="40" alt="" />
        <span><strong>${words.market}</strong><small>${words.tagline}</small></span>
      </a>
      <nav aria-label="${words.menu}">
        ${link('/orders', html`${words.orders}`)}
        ${sells ? link('/selling', html`${words.selling}`) : NOTHING}
        ${link('/account', html`${signedIn ? words.account : words.signIn}`)}
        ${link('/cart', html`${words.cart}${count}`)}
      </nav>
    </div>
  </header>`
}

function showFoot({ language, path }: Reader): Html {
  const words = PAGE_WORDS[language]
  const choices = LANGUAGES.map(
    (one) =>
      html`<button
        name="language"
        value="${one}"
        lang="${TAGS[one]}"
        ${one === language ? html`aria-pressed="true"` : NOTHING}
      >
        ${NAMES[one]}
      </button>`,
  )
  return html`<footer>
    <form method="post" action="/language" class="languages" aria-label="${words.language}">
      <input type="hidden" name="back" value="${path}" />${choices}
    </form>
    <p>${words.demo}</p>
    <p><a href="/panel">${words.panel}</a></p>
  </footer>`
}
