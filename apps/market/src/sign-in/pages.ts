import type { Language } from '../page/language.ts'
import type { Shopper } from './shoppers.ts'
import { STYLE } from './style.ts'
import { WORDS } from './words.ts'

export interface SignInPage {
  readonly language: Language
  /** Where its forms go. */
  readonly path: string
  /** Who asks. */
  readonly client: string
}

/** Choose a shopper, or type an address and a password. `wrong`: the last try was. */
export function signInPage(
  { language, path, client }: SignInPage,
  shoppers: readonly Shopper[],
  wrong: boolean,
): string {
  const words = WORDS[language]
  const body = `
<p class="lead">${escape(words.goOn(client))}</p>
<form method="post" action="${escape(path)}/login" class="shoppers">
${shoppers.map((shopper) => shopperButton(shopper, language)).join('\n')}
</form>
<p class="small">${words.demo}</p>
<details${wrong ? ' open' : ''}>
<summary>${words.byPassword}</summary>
${wrong ? `<p role="alert" class="wrong">${words.wrong}</p>` : ''}
<form method="post" action="${escape(path)}/login">
<label>${words.email}<input name="email" type="email" autocomplete="username" required></label>
<label>${words.password}<input name="password" type="password" autocomplete="current-password" required></label>
<button class="primary">${words.signIn}</button>
</form>
</details>
${cancelForm(path, language)}`
  return page(language, words.signIn, body)
}

/** What the client will know, once the person agrees. */
export function consentPage({ language, path, client }: SignInPage, shopper: Shopper): string {
  const words = WORDS[language]
  const body = `
<ul>${words.shares.map((share) => `<li>${share}</li>`).join('')}</ul>
<p class="small">${words.signedInAs} ${escape(shopper.name)}, ${escape(shopper.email)}. ${words.never}</p>
<form method="post" action="${escape(path)}/consent"><button class="primary">${words.allow}</button></form>
${cancelForm(path, language)}`
  return page(language, words.consent(client), body)
}

/** There is nothing under way any more. */
export function gonePage(language: Language): string {
  const words = WORDS[language]
  return page(language, words.goneTitle, `<p>${words.gone}</p>`)
}

/** `code`: of OAuth, for whoever has to find out. */
export function errorPage(language: Language, code: string): string {
  const words = WORDS[language]
  const body = `<p>${words.error}</p><p class="small"><code>${escape(code)}</code></p>`
  return page(language, words.errorTitle, body)
}

function shopperButton({ id, name, email, emailVerified }: Shopper, language: Language): string {
  const initials = name
    .split(' ')
    .slice(0, 2)
    .map((part) => part.charAt(0))
    .join('')
  const remark = emailVerified ? '' : ` · ${WORDS[language].unconfirmed}`
  return `<button name="shopper" value="${escape(id)}" class="shopper">
<span class="initials" aria-hidden="true">${escape(initials)}</span>
<span><strong>${escape(name)}</strong><small>${escape(email)}${remark}</small></span>
</button>`
}

function cancelForm(path: string, language: Language): string {
  return `<form method="post" action="${escape(path)}/cancel">
<button class="plain">${WORDS[language].cancel}</button>
</form>`
}

function page(language: Language, title: string, body: string): string {
  const { market } = WORDS[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · ${market}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="market">${market}</p>
<h1>${escape(title)}</h1>
${body}
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
