import { showFaultForm } from '../pages/fault-form.ts'
import { html, type Html } from '../pages/html.ts'
import { layOutPage } from '../pages/layout.ts'
import { readSwitches } from '../pages/switches.ts'
import { type Language, wordsIn } from '../pages/words.ts'
import type { Publisher } from './publisher.ts'
import { type RatesWords, ratesWordsFor } from './words.ts'

const SWITCHES = ['away', 'cut', 'old'] as const

export interface RatesPage {
  readonly publisher: Publisher
  readonly language: Language
  /** What was typed is no rate. */
  readonly isRefused?: boolean
}

export function showRatesPage({ publisher, language, isRefused = false }: RatesPage): Html {
  const words = ratesWordsFor(language)
  return layOutPage(
    wordsIn(language),
    words.title,
    html`<p class="tagline">${words.tagline}</p>
      <main>
        <h2>${words.rates}</h2>
        <p class="note">${words.ratesHint}</p>
        ${
          isRefused
            ? html`<div class="box bad" role="alert"><strong>${words.wrong}</strong></div>`
            : undefined
        }
        ${showForm(words, publisher)} ${showFaults(words, publisher)}
      </main>`,
    'rates',
  )
}

function showForm(words: RatesWords, publisher: Publisher): Html {
  const options = publisher
    .rates()
    .map(({ currency, rate }) => html`<option value="${currency}">${currency} · ${rate}</option>`)
  return html`<form class="fields" method="post" action="/rates">
    <div class="field">
      <label for="currency">${words.currency}</label>
      <select id="currency" name="currency">
        ${options}
      </select>
    </div>
    <div class="field">
      <label for="rate">${words.rate}</label>
      <input class="digits" id="rate" name="rate" inputmode="decimal" autocomplete="off" required />
    </div>
    <button>${words.move}</button>
  </form>`
}

function showFaults(words: RatesWords, { faults }: Publisher): Html {
  return showFaultForm({
    ...{ names: SWITCHES, words, settings: faults.read(), action: '/rates/faults' },
    back: { action: '/rates/reset', label: words.reset },
  })
}

export function readFaultsForm(fields: Readonly<Record<string, unknown>>): unknown {
  return readSwitches(SWITCHES, fields)
}
