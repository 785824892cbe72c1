import { cardList } from '../pages/card-list.ts'
import { fill } from '../pages/fill.ts'
import { readSwitches } from '../pages/switches.ts'
import { showFaultForm } from '../pages/fault-form.ts'
import { html, type Html } from '../pages/html.ts'
import { layOutPage, showTime } from '../pages/layout.ts'
import { type Language, wordsIn } from '../pages/words.ts'
import { centsOf } from './check-form.ts'
import type { FaultSettings } from './faults.ts'
import type { Merchant } from './merchant.ts'
import { moneyOf } from './pay-page.ts'
import { description, type Sale } from './sale.ts'
import type { Notice } from './teller.ts'
import { type WebMoneyWords, webMoneyWordsFor } from './words.ts'

const SHOWN = 50
const SWITCHES = ['twice', 'lost', 'forged', 'real'] as const

/** WebMoney from behind: payments, faults, and what the shop was told. */
export function showDrivePage(merchant: Merchant, language: Language): Html {
  const words = webMoneyWordsFor(language)
  const common = wordsIn(language)
  const sales = merchant.sales().slice(0, SHOWN)
  const notices = merchant.notices().slice(0, SHOWN)
  return layOutPage(
    common,
    words.owner,
    html`<p class="tagline">${words.tagline}</p>
      <main>
        <h2>${words.sales}</h2>
        ${cardList(
          words.noSales,
          sales.map((sale) => showSale(words, sale)),
        )}
        ${showFaults(words, merchant.faults.read())}
        <h2>${words.notices}</h2>
        ${cardList(
          words.noNotices,
          notices.map((notice) => showNotice(words, notice)),
        )}
      </main>`,
    'webmoney',
  )
}

function showSale(words: WebMoneyWords, sale: Sale): Html {
  const { form, state, at, id } = sale
  const again = html`<form class="inline" method="post" action="/webmoney/sales/${id}/tell">
    <button class="quiet">${words.tellAgain}</button>
  </form>`
  return html`<span class="row"><span>${description(form)}</span>${timeOf(at)}</span>
    <strong class="digits">${moneyOf(words, form, centsOf(form))}</strong>
    <span class="start">${words.states[state]}</span>
    ${state === 'paid' ? again : undefined}`
}

function showFaults(words: WebMoneyWords, settings: FaultSettings): Html {
  return showFaultForm({
    ...{ names: SWITCHES, words, settings, action: '/webmoney/faults' },
    back: { action: '/webmoney/faults/off', label: words.noFaults },
  })
}

export function readFaultsForm(fields: Readonly<Record<string, unknown>>): unknown {
  return readSwitches(SWITCHES, fields)
}

function showNotice(words: WebMoneyWords, { kind, at, status, answer }: Notice): Html {
  const told =
    status === undefined
      ? words.unanswered
      : fill(words.answered, { status: String(status), answer })
  return html`<span class="row"><span>${words[kind]}</span>${timeOf(at)}</span>
    <strong>${told}</strong>`
}

function timeOf(ms: number): Html {
  return showTime(new Date(ms).toISOString(), 'relative')
}
