import { html, type Html } from '../pages/html.ts'
import { readSwitches, showSwitches } from '../pages/switches.ts'
import type { Language } from '../pages/words.ts'
import type { Courier } from './courier.ts'
import { fileWordsFor } from './words.ts'

const SWITCHES = ['twice', 'cut', 'swapped'] as const

/** What goes wrong with files, for the pages of those who write them. */
export function showFileFaults({ faults }: Courier, language: Language): Html {
  const words = fileWordsFor(language)
  const settings = faults.read()
  return html`<h2>${words.faults}</h2>
    <p class="note">${words.faultsHint}</p>
    <form class="fields counts" method="post" action="/files/faults">
      <div class="field">
        <label for="delayMs">${words.delayMs}</label>
        <input
          class="digits"
          id="delayMs"
          name="delayMs"
          type="number"
          min="0"
          max="60000"
          value="${settings.delayMs}"
          required
        />
      </div>
      ${showSwitches(SWITCHES, words, settings)}
      <button>${words.setFaults}</button>
    </form>
    <form class="choices" method="post" action="/files/faults/off">
      <button class="quiet">${words.noFaults}</button>
    </form>`
}

export function readFileFaults(fields: Readonly<Record<string, unknown>>): unknown {
  return readSwitches(SWITCHES, fields)
}
