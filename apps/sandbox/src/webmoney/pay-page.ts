import { html, type Html } from '../pages/html.ts'
import { layOutOuterPage } from '../pages/outer-layout.ts'
import { formatMoney } from '../pages/format-money.ts'
import { fill } from '../pages/fill.ts'
import { centsOf, feeOf } from './check-form.ts'
import { description, type Form, type Sale, transactionFields } from './sale.ts'
import type { WebMoneyWords } from './words.ts'

/** The page on which the owner of a purse says yes or no. */
export function showPayPage(words: WebMoneyWords, sale: Sale): Html {
  const { form } = sale
  const cents = centsOf(form)
  const fee = feeOf(cents)
  const all = moneyOf(words, form, cents + fee)
  const rows: readonly (readonly [string, string])[] = [
    [words.to, form['LMI_PAYEE_PURSE'] ?? ''],
    [words.purpose, description(form)],
    [words.fee, moneyOf(words, form, fee)],
    [words.all, all],
  ]
  return layOutOuterPage(words, {
    owner: words.owner,
    title: words.title,
    content: html`<div class="box">
        ${rows.map(
          ([label, value]) =>
            html`<p class="line">
              <span class="note">${label}</span><span class="digits">${value}</span>
            </p>`,
        )}
      </div>
      <div class="choices">
        <form method="post" action="/webmoney/pay/${sale.id}">
          <button>${fill(words.pay, { amount: all })}</button>
        </form>
        <form method="post" action="/webmoney/pay/${sale.id}/cancel">
          <button class="quiet">${words.cancel}</button>
        </form>
      </div>`,
  })
}

export function moneyOf(words: WebMoneyWords, form: Form, cents: bigint): string {
  const currency = form['LMI_PAYEE_PURSE']?.startsWith('E') === true ? 'EUR' : 'USD'
  return formatMoney(Number(cents), currency, words.lang)
}

/** What became of it, and the way back. */
export function showOutcome(words: WebMoneyWords, sale: Sale): Html {
  const { state, said } = sale
  const what = state === 'open' ? 'asking' : state
  const hint =
    what === 'refused'
      ? said === ''
        ? words.refusedSilent
        : fill(words.refusedHint, { said })
      : words[`${what}Hint`]
  return layOutOuterPage(words, {
    owner: words.owner,
    title: words[what],
    content: html`<p>${hint}</p>
      <a class="back" href="${backUrl(sale)}">${words.back}</a>`,
  })
}

export function showProblem(
  words: WebMoneyWords,
  problem: { readonly title: string; readonly hint: string },
): Html {
  const content = html`<p>${problem.hint}</p>`
  return layOutOuterPage(words, { owner: words.owner, title: problem.title, content })
}

/** To the shop, with what the browser is told of the payment. */
export function backUrl(sale: Sale): string {
  const isPaid = sale.state === 'paid'
  const { LMI_SUCCESS_URL, LMI_FAIL_URL, LMI_PAYMENT_NO = '' } = sale.form
  const url = new URL((isPaid ? LMI_SUCCESS_URL : LMI_FAIL_URL) ?? '')
  const told = isPaid ? transactionFields(sale) : {}
  for (const [name, value] of Object.entries({ LMI_PAYMENT_NO, ...told })) {
    url.searchParams.set(name, value)
  }
  return url.href
}
