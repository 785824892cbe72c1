import { html, type Html } from './html.ts'
import { showSwitches } from './switches.ts'

export interface FaultForm<N extends string> {
  readonly names: readonly N[]
  readonly words: Readonly<Record<N | 'faults' | 'faultsHint' | 'delayMs' | 'setFaults', string>>
  readonly settings: Readonly<Record<N, boolean>> & { readonly delayMs: number }
  /** Where it is sent, and where the button that takes all back is. */
  readonly action: string
  readonly back: { readonly action: string; readonly label: string }
}

/** What goes wrong on purpose: a delay, and switches. */
export function showFaultForm<N extends string>(form: FaultForm<N>): Html {
  const { names, words, settings, action, back } = form
  return html`<h2>${words.faults}</h2>
    <p class="note">${words.faultsHint}</p>
    <form class="fields counts" method="post" action="${action}">
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
      ${showSwitches(names, words, settings)}
      <button>${words.setFaults}</button>
    </form>
    <form class="choices" method="post" action="${back.action}">
      <button class="quiet">${back.label}</button>
    </form>`
}
