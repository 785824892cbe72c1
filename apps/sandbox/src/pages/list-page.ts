import type { Inbox, Received, Wanted } from '../inbox.ts'
import { html, type Html } from './html.ts'
import { layOutPage, showTime } from './layout.ts'
import type { Words } from './words.ts'

/** All messages, or those of one recipient, or those that match. */
export function showList(words: Words, inbox: Inbox, wanted: Wanted): Html {
  const { to = '', search = '' } = wanted
  const messages = inbox.list(wanted)
  const kept = to === '' ? undefined : html`<input type="hidden" name="to" value="${to}" />`
  return layOutPage(
    words,
    words.title,
    html`<p class="tagline">${words.tagline}</p>
      <form role="search" action="/">
        ${kept}
        <input
          type="search"
          name="search"
          value="${search}"
          placeholder="${words.searchHint}"
          aria-label="${words.searchHint}"
          autocomplete="off"
        />
        <button>${words.search}</button>
      </form>
      <nav data-part="people">${showRecipients(words, inbox, wanted)}</nav>
      <main data-part="messages">${showMessages(words, messages, inbox.list().length > 0)}</main>`,
  )
}

function showRecipients(words: Words, inbox: Inbox, { to = '', search = '' }: Wanted): Html {
  const recipients = inbox.recipients()
  if (recipients.length === 0) return html``
  const link = (address: string, label: string, count: number): Html => {
    const query = new URLSearchParams({
      ...(address === '' ? {} : { to: address }),
      ...(search === '' ? {} : { search }),
    }).toString()
    const current = address.toLowerCase() === to.toLowerCase() ? html` aria-current="true"` : html``
    return html`<li>
      <a href="/${query === '' ? '' : `?${query}`}" ${current}>${label} <small>${count}</small></a>
    </li>`
  }
  return html`<ul class="people">
    ${link('', words.everybody, inbox.list().length)}
    ${recipients.map((one) => link(one.to, one.to, one.count))}
  </ul>`
}

function showMessages(words: Words, messages: readonly Received[], someThere: boolean): Html {
  if (messages.length > 0) {
    const items = messages.map((message) => html`<li>${showCard(words, message)}</li>`)
    return html`<ul class="messages">
      ${items}
    </ul>`
  }
  return someThere
    ? html`<p class="nothing"><strong>${words.nothingFound}</strong></p>`
    : html`<p class="nothing"><strong>${words.empty}</strong>${words.emptyHint}</p>`
}

function showCard(words: Words, message: Received): Html {
  const start = message.text.replace(/\s+/g, ' ').slice(0, 200)
  const body =
    message.kind === 'sms'
      ? html`<span class="words">${message.text}</span>`
      : html`<strong>${message.subject || words.noSubject}</strong
          ><span class="start">${start}</span>`
  return html`<a class="card" href="/messages/${message.id}">
    <span class="row"
      ><span class="kind">${words[message.kind]}</span
      ><span class="to">${message.to.join(', ')}</span
      >${showTime(message.receivedAt, 'relative')}</span
    >
    ${body}</a
  >`
}
