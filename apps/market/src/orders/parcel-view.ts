import type { DisputeView, PaymentState, PaymentView } from '@danbao/sdk'
import { fill } from '../page/fill.ts'
import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import { showMoney, showPrice } from '../page/money.ts'
import { textIn } from '../page/text.ts'
import { showTime } from '../page/times.ts'
import { showPicture } from '../shop/pages.ts'
import type { OrderLine } from '../store/index.ts'
import { isClosed } from './stages.ts'
import { ORDER_WORDS } from './words.ts'

const TONES: Readonly<Record<PaymentState, 'wait' | 'go' | 'good' | 'bad' | 'off'>> = {
  requires_payment: 'wait',
  verifying: 'wait',
  held: 'go',
  shipped: 'go',
  delivered: 'go',
  disputed: 'bad',
  released: 'good',
  split: 'good',
  refunded: 'off',
  cancelled: 'off',
  expired: 'off',
}

export function showState(language: Language, state: PaymentState): Html {
  return html`<span class="state" data-tone="${TONES[state]}"
    >${ORDER_WORDS[language].states[state]}</span
  >`
}

/** Paid, sent, arrived, completed: what was done, and when. */
export function showSteps(language: Language, payment: PaymentView): Html {
  const words = ORDER_WORDS[language]
  const { paid_at: paid, shipped_at: sent, delivered_at: arrived, state } = payment
  const done = state === 'released' || state === 'split' ? payment.closed_at : null
  const times = [paid, sent, arrived, done]
  const reached = times.findLastIndex((at) => at !== null)
  const items = words.steps.map((step, index) => {
    const at = times[index] ?? null
    const mark = at !== null ? html`data-done="yes"` : NOTHING
    const now = index === reached + 1 && !isClosed(state) ? html`aria-current="step"` : NOTHING
    return html`<li ${mark} ${now}>
      <span>${step}</span>${at === null ? NOTHING : html`<small>${showTime(at, language)}</small>`}
    </li>`
  })
  return html`<ol class="steps" aria-label="${words.progress}">
    ${items}
  </ol>`
}

export function showTracking(language: Language, { shipment }: PaymentView): Html {
  const { carrier, tracking } = shipment
  if (carrier === null && tracking === null) return NOTHING
  const parts = [carrier, tracking].filter((part) => part !== null).join(' ')
  return html`<p>${ORDER_WORDS[language].tracking}: <strong class="code">${parts}</strong></p>`
}

export function showLines(language: Language, lines: readonly OrderLine[]): Html {
  const items = lines.map((line) => {
    const price = showPrice(BigInt(line.price) * BigInt(line.quantity), language)
    return html`<li>
      ${showPicture(line)}
      <span class="what">${line.quantity} × ${textIn(line.title, language)}</span>
      <span class="price">${price}</span>
    </li>`
  })
  return html`<ul class="lines">
    ${items}
  </ul>`
}

/** What is wanted, what is offered, and who has to do something. */
export function showDispute(language: Language, dispute: DisputeView): Html {
  const words = ORDER_WORDS[language].dispute
  const offer = dispute.offers.findLast(({ by }) => by === 'seller')
  const back = (withReturn: boolean): Html => (withReturn ? html`, ${words.withReturn}` : NOTHING)
  const claim = dispute.offers[0]
  return html`<div class="dispute">
    <h3>${words.title}: ${words.reasons[dispute.reason]}</h3>
    ${dispute.message === null ? NOTHING : html`<blockquote>${dispute.message}</blockquote>`}
    <p>
      ${fill(words.claimed, showMoney(dispute.claimed, language))}${back(claim?.with_return === true)}
    </p>
    ${
      offer === undefined
        ? NOTHING
        : html`<p>
            ${fill(words.offered, showMoney(offer.amount, language))}${back(offer.with_return)}
          </p>`
    }
    <p>
      <strong>${words.states[dispute.state]}</strong>
      ${dispute.due_at === null ? NOTHING : fill(words.due, showTime(dispute.due_at, language))}
    </p>
  </div>`
}
