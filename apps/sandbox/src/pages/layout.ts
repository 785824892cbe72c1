import { html, type Html } from './html.ts'
import type { Words } from './words.ts'

/** The frame that all pages share. */
export function layOutPage(words: Words, title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        <script src="/live.js" defer></script>
      </head>
      <body>
        <div class="page">
          <header>
            <a class="home" href="/"
              ><span class="seal" lang="zh-Hans" aria-hidden="true">保</span>
              <h1>${words.title}</h1></a
            >
            <span
              class="status"
              role="status"
              data-live="${words.live}"
              data-offline="${words.offline}"
            ></span>
          </header>
          ${content}
        </div>
      </body>
    </html> `
}

/** Shown in the reader's own zone once the script runs. */
export function showTime(rfc3339: string, form: 'relative' | 'absolute'): Html {
  const plain = `${rfc3339.slice(0, 19).replace('T', ' ')} UTC`
  return html`<time datetime="${rfc3339}" data-form="${form}">${plain}</time>`
}
