import { fill } from '../../pages/fill.ts'
import { formatMoney } from '../../pages/format-money.ts'
import { layOutOuterPage } from '../../pages/outer-layout.ts'
import { randomInt } from 'node:crypto'
import { html, type Html } from '../../pages/html.ts'
import { findNetwork } from '../card-rules.ts'
import type { CheckoutSession, IntentError } from '../records.ts'
import { CHECKED_AMOUNT, CHECKED_CURRENCY } from '../setups.ts'
import { drawFreeNumber, TEST_CARDS } from '../test-cards.ts'
import { brandName } from './formats.ts'
import type { PayWords } from './pay-words.ts'

const EXAMPLE = '0000 0000 0000 0000'

export type WrongField = 'number' | 'expiry' | 'code' | 'holder'

/** What was typed and may be shown again: never the number, never the code. */
export interface Typed {
  readonly expiry: string
  readonly holder: string
  readonly wrong: readonly WrongField[]
  /** It is a good number, but of a card that might be somebody's. */
  readonly isReal: boolean
}

export interface PayPage {
  readonly session: CheckoutSession
  /** Why the card before was not saved. */
  readonly failed: IntentError | null
  readonly typed: Typed | undefined
}

/** The page on which a card is typed in. */
export function showPayPage(words: PayWords, { session, failed, typed }: PayPage): Html {
  const amount = formatMoney(CHECKED_AMOUNT, session.currency ?? CHECKED_CURRENCY, words.lang)
  const cancel =
    session.cancel_url === null
      ? undefined
      : html`<a class="back" href="${session.cancel_url}">← ${words.cancel}</a>`
  return layOutOuterPage(words, {
    owner: words.processor,
    title: words.title,
    content: html`<p>${fill(words.nothingCharged, { amount })}</p>
      ${failed === null || typed !== undefined ? undefined : showFailed(words, failed)}
      ${showForm(words, session, typed)} ${cancel} ${showTestCards(words)}`,
  })
}

function showFailed(words: PayWords, failed: IntentError): Html {
  return html`<div class="box bad" role="alert">
    <strong>${sayDecline(words, failed)}</strong>${words.notSaved}
  </div>`
}

/** Lost, stolen, suspected: whoever holds the card is told no more than that it was declined. */
function sayDecline({ declines }: PayWords, { code, decline_code: why }: IntentError): string {
  if (code === 'setup_intent_authentication_failure') return declines.not_authenticated
  const reason = why ?? code
  const known = Object.entries(declines).find(([name]) => name === reason)
  return known?.[1] ?? declines.generic_decline
}

function showForm(words: PayWords, session: CheckoutSession, typed: Typed | undefined): Html {
  const isWrong = (field: WrongField): boolean => typed?.wrong.includes(field) ?? false
  const numberError = typed?.isReal === true ? words.numberReal : words.numberWrong
  return html`<form class="fields" method="post" action="/cards/pay/${session.id}" data-card-form>
    ${showField({
      name: 'number',
      label: html`${words.number} <span class="brand" data-brand></span>`,
      error: numberError,
      isWrong: isWrong('number'),
      attributes: html`inputmode="numeric" autocomplete="cc-number" maxlength="23"
      placeholder="${EXAMPLE}"`,
      value: '',
    })}
    ${showField({
      name: 'expiry',
      label: html`${words.expiry}`,
      error: words.expiryWrong,
      isWrong: isWrong('expiry'),
      attributes: html`inputmode="numeric" autocomplete="cc-exp" maxlength="7"
      placeholder="${words.expiryHint}"`,
      value: typed?.expiry ?? '',
    })}
    ${showField({
      name: 'code',
      label: html`${words.code}`,
      error: words.codeWrong,
      isWrong: isWrong('code'),
      attributes: html`inputmode="numeric" autocomplete="cc-csc" maxlength="4"
      placeholder="${words.codeHint}"`,
      value: '',
    })}
    ${showField({
      name: 'holder',
      label: html`${words.name}`,
      error: words.nameWrong,
      isWrong: isWrong('holder'),
      attributes: html`autocomplete="cc-name" maxlength="26" autocapitalize="characters"
      placeholder="${words.nameHint}"`,
      value: typed?.holder ?? '',
    })}
    <button>${words.save}</button>
  </form>`
}

interface Field {
  readonly name: WrongField
  readonly label: Html
  readonly error: string
  readonly isWrong: boolean
  readonly attributes: Html
  readonly value: string
}

function showField({ name, label, error, isWrong, attributes, value }: Field): Html {
  const isWhole = name === 'number' || name === 'holder'
  return html`<div class="field ${isWhole ? 'whole' : ''}">
    <label for="${name}">${label}</label>
    <input
      class="digits"
      id="${name}"
      name="${name}"
      value="${value}"
      required
      aria-describedby="${name}-wrong"
      aria-invalid="${isWrong ? 'true' : 'false'}"
      ${attributes}
    />
    <p class="wrong" id="${name}-wrong" ${isWrong ? html`` : html`hidden`}>${error}</p>
  </div>`
}

function showTestCards(words: PayWords): Html {
  const fresh = drawFreeNumber((below) => randomInt(below))
  const known = TEST_CARDS.map(({ number, label }) => showTestCard(number, words.labels[label]))
  return html`<details>
    <summary>${words.tests}</summary>
    <p class="note">${words.testsHint}</p>
    <ul class="cards">
      ${showTestCard(fresh, words.fresh)} ${known}
    </ul>
  </details>`
}

function showTestCard(number: string, label: string): Html {
  const network = findNetwork(number)
  const brand = brandName(network?.brand ?? '')
  const code = '1234'.slice(0, network?.codeLength ?? 3)
  const shown = [...number]
    .map((digit, at) => (network?.gaps.includes(at) ? ` ${digit}` : digit))
    .join('')
  return html`<li>
    <button type="button" data-number="${shown}" data-code="${code}">
      <span class="digits">${shown}</span><small>${brand}: ${label}</small>
    </button>
  </li>`
}
