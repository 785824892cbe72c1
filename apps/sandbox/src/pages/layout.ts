import { html, type Html } from './html.ts'
import type { Words } from './words.ts'

const SECTIONS = [
  { name: 'mail', path: '/', label: 'mailSection', heading: 'title' },
  { name: 'cards', path: '/cards', label: 'cardsSection', heading: 'cardsSection' },
  {
    name: 'statement',
    path: '/cards/statement',
    label: 'statementSection',
    heading: 'statementTitle',
  },
  { name: 'bank', path: '/bank', label: 'bankSection', heading: 'bankSection' },
  {
    name: 'remittance',
    path: '/remittance',
    label: 'remittanceSection',
    heading: 'remittanceSection',
  },
  { name: 'boleto', path: '/boleto', label: 'boletoSection', heading: 'boletoSection' },
  { name: 'rates', path: '/rates', label: 'ratesSection', heading: 'ratesSection' },
  { name: 'webmoney', path: '/webmoney', label: 'webMoneySection', heading: 'webMoneySection' },
] as const
export type Section = (typeof SECTIONS)[number]['name']

/** The frame that all pages of the sandbox itself share. */
export function layOutPage(
  words: Words,
  title: string,
  content: Html,
  section: Section = 'mail',
): Html {
  const { path, heading } = SECTIONS.find(({ name }) => name === section) ?? SECTIONS[0]
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${section === 'mail' ? undefined : html`<link rel="stylesheet" href="/cards/style.css" />`}
        <script src="/live.js" defer></script>
      </head>
      <body>
        <div class="page">
          <header>
            <a class="home" href="${path}"
              ><span class="seal" lang="zh-Hans" aria-hidden="true">保</span>
              <h1>${words[heading]}</h1></a
            >
            <span
              class="status"
              role="status"
              data-live="${words.live}"
              data-offline="${words.offline}"
            ></span>
          </header>
          ${showSections(words, section)} ${content}
        </div>
      </body>
    </html> `
}

function showSections(words: Words, section: Section): Html {
  const links = SECTIONS.map(
    ({ name, path, label }) =>
      html`<a href="${path}" ${name === section ? html`aria-current="page"` : html``}
        >${words[label]}</a
      >`,
  )
  return html`<nav class="tabs" aria-label="${words.sections}">${links}</nav>`
}

/** Shown in the reader's own zone once the script runs. */
export function showTime(rfc3339: string, form: 'relative' | 'absolute'): Html {
  const plain = `${rfc3339.slice(0, 19).replace('T', ' ')} UTC`
  return html`<time datetime="${rfc3339}" data-form="${form}">${plain}</time>`
}
