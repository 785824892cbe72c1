import { readSwitches, showSwitches } from '../../pages/switches.ts'
import { html, type Html } from '../../pages/html.ts'
import type { FaultSettings } from '../faults.ts'
import type { DriveWords } from './drive-words.ts'

const COUNTS = ['slowMs', 'failedRequests', 'lostAnswers', 'webhooksDelayMs'] as const
const SWITCHES = ['webhooksTwice', 'webhooksShuffled'] as const

export function showFaults(words: DriveWords, settings: FaultSettings): Html {
  const counts = COUNTS.map(
    (name) =>
      html`<div class="field">
        <label for="${name}">${words[name]}</label>
        <input
          class="digits"
          id="${name}"
          name="${name}"
          type="number"
          min="0"
          max="${name.endsWith('Ms') ? 60_000 : 1000}"
          value="${settings[name]}"
          required
        />
      </div>`,
  )
  const switches = showSwitches(SWITCHES, words, settings)
  return html`<p class="note">${words.faultsHint}</p>
    <form class="fields counts" method="post" action="/cards/faults">
      ${counts} ${switches}
      <button>${words.setFaults}</button>
    </form>
    <form class="choices" method="post" action="/cards/faults/off">
      <button class="quiet">${words.noFaults}</button>
    </form>`
}

export function readFaultsForm(fields: Readonly<Record<string, unknown>>): unknown {
  return readSwitches(SWITCHES, fields)
}
