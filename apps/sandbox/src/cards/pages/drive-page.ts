import { cardList } from '../../pages/card-list.ts'
import { fill } from '../../pages/fill.ts'
import { formatMoney } from '../../pages/format-money.ts'
import { html, type Html } from '../../pages/html.ts'
import { layOutPage, showTime } from '../../pages/layout.ts'
import { type Language, wordsIn } from '../../pages/words.ts'
import type { Action } from '../actions.ts'
import type { Charge, PaymentIntent } from '../payment-records.ts'
import type { PaymentMethod } from '../records.ts'
import type { State } from '../state.ts'
import type { Delivery } from '../webhooks.ts'
import { type DriveWords, driveWordsFor } from './drive-words.ts'
import { showFaults } from './faults-form.ts'
import { formatCard } from './formats.ts'

const SHOWN_PAYMENTS = 50
const SHOWN_EVENTS = 20

export interface DrivePage {
  readonly state: State
  readonly language: Language
  /** What was pressed last could not be done. */
  readonly hasFailed: boolean
}

/** The processor from behind: payments, cards, faults and events. */
export function showDrivePage({ state, language, hasFailed }: DrivePage): Html {
  const words = driveWordsFor(language)
  const common = wordsIn(language)
  const payments = state.paymentIntents.list().slice(0, SHOWN_PAYMENTS)
  const cards = state.paymentMethods.list().filter(({ id }) => state.used.has(id))
  const attempts = state.webhooks.attempts().slice(0, SHOWN_EVENTS)
  const failed = hasFailed
    ? html`<div class="box bad" role="alert"><strong>${words.failed}</strong></div>`
    : undefined
  return layOutPage(
    common,
    common.cardsSection,
    html`<p class="tagline">${words.tagline}</p>
      ${failed}
      <main>
        <h2>${words.payments}</h2>
        ${cardList(
          words.noPayments,
          payments.map((one) => showPayment({ state, words, language }, one)),
        )}
        <h2>${words.cards}</h2>
        ${cardList(
          words.noCards,
          cards.map((one) => showSavedCard(words, one)),
        )}
        <h2>${words.faults}</h2>
        ${showFaults(words, state.faults.read())}
        <h2>${words.events}</h2>
        ${cardList(
          words.noEvents,
          attempts.map((one) => showAttempt(words, one)),
        )}
      </main>`,
    'cards',
  )
}

interface Seen {
  readonly state: State
  readonly words: DriveWords
  readonly language: Language
}

function showPayment(seen: Seen, intent: PaymentIntent): Html {
  const { state, words, language } = seen
  const { amount, currency, latest_charge: chargeId, status } = intent
  const charge = state.charges.find(chargeId ?? '')
  const card = charge?.payment_method_details.card
  return html`<span class="row"
      ><span>${card === undefined ? '' : formatCard(card)}</span>${timeOf(intent.created)}</span
    >
    <strong class="digits">${formatMoney(amount, currency, language)}</strong>
    <span class="start">${words.statuses[status]}</span>
    ${charge === undefined ? undefined : showAftermath(seen, charge)}`
}

/** Refunds and chargebacks, and what can be done about them. */
function showAftermath(seen: Seen, charge: Charge): Html {
  const { state, words, language } = seen
  const refunds = state.refunds
    .list()
    .filter((refund) => refund.charge === charge.id)
    .map(({ id, amount, currency, status }) => {
      const canFail = status === 'pending' || status === 'succeeded'
      return html`<p class="step">
        ${words.refunds[status]}: ${formatMoney(amount, currency, language)}
        ${canFail ? button({ action: 'fail_refund', refund: id }, words.failRefund) : undefined}
      </p>`
    })
  const disputes = state.disputes
    .list()
    .filter((dispute) => dispute.charge === charge.id)
    .map(({ id: dispute, status }) => {
      const isOpen = status === 'needs_response' || status === 'under_review'
      const decide = html`${button({ action: 'decide_dispute', dispute, outcome: 'won' }, words.win)}
      ${button({ action: 'decide_dispute', dispute, outcome: 'lost' }, words.lose)}`
      return html`<p class="step">${words.disputes[status]} ${isOpen ? decide : undefined}</p>`
    })
  const canChargeBack = charge.captured && !charge.disputed && !charge.refunded
  const chargeBack: Action = { action: 'charge_back', charge: charge.id, reason: 'fraudulent' }
  return html`${refunds} ${disputes}
  ${canChargeBack ? button(chargeBack, words.chargeBack) : undefined}`
}

function button(action: Action, label: string): Html {
  const fields = Object.entries(action).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  return html`<form class="inline" method="post" action="/cards/actions">
    ${fields}<button class="quiet">${label}</button>
  </form>`
}

function showSavedCard(words: DriveWords, { id, card, customer, created }: PaymentMethod): Html {
  const { exp_month: month, exp_year: year, fingerprint } = card
  const expiry = `${String(month).padStart(2, '0')}/${year}`
  return html`<span class="row"
      ><span>${customer === null ? words.removed : fill(words.validUntil, { expiry })}</span
      >${timeOf(created)}</span
    >
    <strong class="digits">${formatCard(card)}</strong>
    <a class="back" href="/cards/statement?card=${fingerprint}">${words.statement}</a>
    ${
      customer === null
        ? undefined
        : button({ action: 'renew_card', payment_method: id }, words.renew)
    }`
}

function showAttempt(words: DriveWords, { type, url, at, attempt, status }: Delivery): Html {
  const isTaken = status !== undefined && status >= 200 && status < 300
  const answer = isTaken
    ? words.taken
    : status === undefined
      ? words.unanswered
      : fill(words.refused, { status: String(status) })
  return html`<span class="row"
      ><span>${fill(words.attempt, { count: String(attempt) })}: ${answer}</span>${timeOf(at)}</span
    >
    <strong>${type}</strong><span class="start">${url}</span>`
}

function timeOf(seconds: number): Html {
  return showTime(new Date(seconds * 1000).toISOString(), 'relative')
}
