import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { quote } from '../page/text.ts'
import type { Sellers } from '../sellers/index.ts'
import { DEMO_PASSWORD, type Shopper } from '../sign-in/index.ts'
import { ACCOUNT_WORDS } from './words.ts'

/** Choose who you are, or type an address and a password. `wrong`: the last try was. */
export function signInPage(language: Language, sellers: Sellers, wrong: boolean): Page {
  const words = ACCOUNT_WORDS[language]
  const alert = wrong ? html`<p role="alert" class="wrong">${words.wrong}</p>` : NOTHING
  return {
    title: words.signIn,
    content: html`<div class="narrow">
      <h1>${words.signIn}</h1>
      <p class="lead">${words.why}</p>
      <p class="small">${words.demo}</p>
      <form method="post" action="/account/sign-in" class="people">
        ${sellers.people.map((person) => showPerson(language, sellers, person))}
      </form>
      <details class="sheet" ${wrong ? html`open` : NOTHING}>
        <summary>${words.byPassword}</summary>
        ${alert}
        <form method="post" action="/account/sign-in" class="fields">
          <label
            >${words.email}<input name="email" type="email" autocomplete="username" required
          /></label>
          <label
            >${words.password}<input
              name="password"
              type="password"
              autocomplete="current-password"
              required
          /></label>
          <p class="small">${words.hint}: <code>${DEMO_PASSWORD}</code></p>
          <button class="primary">${words.signIn}</button>
        </form>
      </details>
    </div>`,
  }
}

export function accountPage(language: Language, sellers: Sellers, person: Shopper): Page {
  const words = ACCOUNT_WORDS[language]
  const shop = sellers.ofPerson(person.id)
  return {
    title: words.title,
    content: html`<div class="narrow">
      <h1>${words.title}</h1>
      <p class="sheet person">
        ${showInitials(person)}
        <span>
          <span class="small">${words.signedInAs}</span>
          <strong>${person.name}</strong><small>${person.email}</small>
        </span>
      </p>
      <p class="actions">
        ${
          shop === undefined
            ? NOTHING
            : html`<a class="button primary" href="/selling">${words.toShop}</a>`
        }
        <a class="button" href="/orders">${words.toOrders}</a>
      </p>
      <form method="post" action="/account/sign-out">
        <button class="plain">${words.signOut}</button>
      </form>
    </div>`,
  }
}

function showPerson(language: Language, sellers: Sellers, person: Shopper): Html {
  const shop = sellers.ofPerson(person.id)
  const badge = html`<span class="badge"
    >${ACCOUNT_WORDS[language].shop} ${quote(shop?.name ?? '', language)}</span
  >`
  return html`<button name="person" value="${person.id}" class="person">
    ${showInitials(person)}
    <span>
      <strong>${person.name}</strong><small>${person.email}</small>
      ${shop === undefined ? NOTHING : badge}
    </span>
  </button>`
}

function showInitials({ name }: Shopper): Html {
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((part) => part.charAt(0))
    .join('')
  return html`<span class="initials" aria-hidden="true">${initials}</span>`
}
