import { html, type Html } from '../../pages/html.ts'
import { layOutPage, showTime } from '../../pages/layout.ts'
import { type Language, wordsIn } from '../../pages/words.ts'
import type { Card } from '../records.ts'
import type { State } from '../state.ts'
import type { StatementKind, StatementLine } from '../statement.ts'
import { driveWordsFor } from './drive-words.ts'
import { formatCard, formatChange } from './formats.ts'

export interface StatementPage {
  readonly state: State
  readonly language: Language
  /** Its fingerprint; undefined: all cards. */
  readonly card: string | undefined
}

/** What the bank shows to the holder of a card. */
export function showStatementPage({ state, language, card }: StatementPage): Html {
  const words = driveWordsFor(language)
  const common = wordsIn(language)
  const cards = new Map(
    state.paymentMethods.list().map((method) => [method.card.fingerprint, method.card]),
  )
  const known = [...new Set(state.statement.read().map(({ fingerprint }) => fingerprint))]
  const chips = known.map((one) => showChip(one, nameOf(cards.get(one)), one === card))
  const lines = state.statement.read(card).map((line) => {
    const label = words.lines[line.kind]
    return showLine(line, { label, card: nameOf(cards.get(line.fingerprint)), language })
  })
  return layOutPage(
    common,
    common.statementTitle,
    html`<p class="tagline">${words.statementTagline}</p>
      <nav>
        <ul class="people">
          ${showChip('', words.allCards, card === undefined)} ${chips}
        </ul>
      </nav>
      <main>
        ${lines.length === 0 ? html`<p class="nothing">${words.emptyStatement}</p>` : undefined}
        <ul class="messages">
          ${lines}
        </ul>
      </main>`,
    'statement',
  )
}

function nameOf(card: Card | undefined): string {
  return card === undefined ? '' : formatCard(card)
}

function showChip(fingerprint: string, label: string, isCurrent: boolean): Html {
  const query = fingerprint === '' ? '' : `?card=${fingerprint}`
  return html`<li>
    <a href="/cards/statement${query}" ${isCurrent ? html`aria-current="true"` : html``}
      >${label}</a
    >
  </li>`
}

interface Labels {
  readonly label: string
  readonly card: string
  readonly language: Language
}

function showLine(line: StatementLine, { label, card, language }: Labels): Html {
  const amount = formatChange(SIGNS[line.kind] * line.amount, line.currency, language)
  const at = new Date(line.at * 1000).toISOString()
  return html`<li class="card line">
    <span
      ><strong>${label}</strong><span class="note">${card}</span
      ><span class="note">${showTime(at, 'absolute')}</span></span
    >
    <span class="digits">${amount}</span>
  </li>`
}

/** As seen by the holder of the card. */
const SIGNS: Readonly<Record<StatementKind, 1 | -1>> = {
  check: -1,
  check_released: 1,
  hold: -1,
  hold_released: 1,
  purchase: -1,
  refund: 1,
  refund_failed: -1,
  chargeback: 1,
  chargeback_undone: -1,
}
