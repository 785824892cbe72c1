import { cardList } from '../pages/card-list.ts'
import { fill } from '../pages/fill.ts'
import { html, type Html } from '../pages/html.ts'
import { layOutPage, showTime } from '../pages/layout.ts'
import { type Language, wordsIn } from '../pages/words.ts'
import type { Desk, Remittance } from './desk.ts'
import { type RemittanceWords, remittanceWordsFor } from './words.ts'

const SHOWN = 50

export interface DeskPage {
  readonly desk: Desk
  readonly language: Language
  /** What was typed could not be sent. */
  readonly isWrong: boolean
}

export function showDeskPage({ desk, language, isWrong }: DeskPage): Html {
  const words = remittanceWordsFor(language)
  const all = desk.remittances().slice(0, SHOWN)
  return layOutPage(
    wordsIn(language),
    words.title,
    html`<p class="tagline">${words.tagline}</p>
      <main>
        <h2>${words.send}</h2>
        ${
          isWrong
            ? html`<div class="box bad" role="alert"><strong>${words.wrong}</strong></div>`
            : undefined
        }
        ${showForm(words)}
        <h2>${words.list}</h2>
        ${cardList(
          words.none,
          all.map((one) => showRemittance(words, one)),
        )}
      </main>`,
    'remittance',
  )
}

function showForm(words: RemittanceWords): Html {
  return html`<form class="fields" method="post" action="/remittance">
    <div class="field whole">
      <label for="sender">${words.sender}</label>
      <input id="sender" name="sender" autocomplete="off" />
    </div>
    <div class="field">
      <label for="amount">${words.amount}</label>
      <input id="amount" name="amount" inputmode="decimal" autocomplete="off" />
    </div>
    <div class="field">
      <label for="currency">${words.currency}</label>
      <select id="currency" name="currency">
        <option>USD</option>
        <option>EUR</option>
      </select>
    </div>
    <button>${words.go}</button>
  </form>`
}

function showRemittance(words: RemittanceWords, one: Remittance): Html {
  const { mtcn, sender, amount, currency, state, at } = one
  const next = { sent: ['pay-out', words.payOut], paid: ['reverse', words.reverse] } as const
  const [path, label] = state === 'reversed' ? [] : next[state]
  const shown = `${mtcn.slice(0, 3)}-${mtcn.slice(3, 6)}-${mtcn.slice(6)}`
  return html`<span class="row"
      ><span>${sender}</span>${showTime(new Date(at).toISOString(), 'relative')}</span
    >
    <strong class="digits">${fill(words.number, { mtcn: shown })}</strong>
    <span class="start">${amount} ${currency}</span>
    <span class="start">${words.states[state]}</span>
    ${
      path === undefined
        ? undefined
        : html`<form class="inline" method="post" action="/remittance/${mtcn}/${path}">
            <button class="quiet">${label}</button>
          </form>`
    }`
}
