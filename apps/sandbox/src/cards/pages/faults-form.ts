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
  const switches = SWITCHES.map(
    (name) =>
      html`<label class="switch"
        ><input type="checkbox" name="${name}" ${settings[name] ? html`checked` : html``} />
        ${words[name]}</label
      >`,
  )
  return html`<p class="note">${words.faultsHint}</p>
    <form class="fields counts" method="post" action="/cards/faults">
      ${counts} ${switches}
      <button>${words.setFaults}</button>
    </form>
    <form class="choices" method="post" action="/cards/faults/off">
      <button class="quiet">${words.noFaults}</button>
    </form>`
}

/** What the form sends: a box that is not ticked is not sent at all. */
export function readFaultsForm(fields: Readonly<Record<string, unknown>>): unknown {
  const switches = SWITCHES.map((name) => [name, fields[name] === 'on'])
  return { ...fields, ...Object.fromEntries(switches) }
}
