import { cardList } from '../pages/card-list.ts'
import { fill } from '../pages/fill.ts'
import { formatMoney } from '../pages/format-money.ts'
import { html, type Html } from '../pages/html.ts'
import { layOutPage, showTime } from '../pages/layout.ts'
import { type Language, wordsIn } from '../pages/words.ts'
import type { Payer } from './payer.ts'
import type { PaidBoleto } from './return-file.ts'
import { type BoletoWords, boletoWordsFor } from './words.ts'

const SHOWN = 50
const FIELDS = ['line', 'amount', 'payer', 'taxId'] as const
type Field = (typeof FIELDS)[number]

export interface BoletoPage {
  readonly payer: Payer
  readonly language: Language
  /** What was typed and could not be paid, with the field that is wrong. */
  readonly refused?: { readonly typed: Readonly<Record<string, string>>; readonly field: string }
}

export function showBoletoPage({ payer, language, refused }: BoletoPage): Html {
  const words = boletoWordsFor(language)
  return layOutPage(
    wordsIn(language),
    words.title,
    html`<p class="tagline">${words.tagline}</p>
      <main>
        <h2>${words.pay}</h2>
        <p class="note">${words.payHint}</p>
        ${refused === undefined ? undefined : showRefused(words, refused.field)}
        <form class="fields" method="post" action="/boleto">
          ${FIELDS.map((name) => showField(words, name, refused?.typed[name] ?? ''))}
          <button>${words.go}</button>
        </form>
        <h2>${words.list}</h2>
        ${cardList(
          words.none,
          payer
            .paid()
            .slice(0, SHOWN)
            .map((one) => showPaid(language, one)),
        )}
      </main>`,
    'boleto',
  )
}

function showRefused(words: BoletoWords, field: string): Html {
  const name = FIELDS.find((one) => one === field)
  return html`<div class="box bad" role="alert">
    <strong>${fill(words.wrong, { field: name === undefined ? field : words[name] })}</strong>
  </div>`
}

function showField(words: BoletoWords, name: Field, value: string): Html {
  return html`<div class="field whole">
    <label for="${name}">${words[name]}</label>
    <input id="${name}" name="${name}" value="${value}" autocomplete="off" />
  </div>`
}

function showPaid(language: Language, { ourNumber, centavos, payer, at }: PaidBoleto): Html {
  return html`<span class="row"
      ><span>${payer}</span>${showTime(new Date(at).toISOString(), 'relative')}</span
    >
    <strong class="digits">${formatMoney(Number(centavos), 'BRL', language)}</strong>
    <span class="start">${ourNumber}</span>`
}
