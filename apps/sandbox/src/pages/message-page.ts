import type { Received, ReceivedMail } from '../inbox.ts'
import { html, type Html } from './html.ts'
import { layOutPage, showTime } from './layout.ts'
import type { Words } from './words.ts'

export type View = 'html' | 'text'

/** One message; a mail as it looks, or its text. */
export function showMessage(words: Words, message: Received, view: View): Html {
  const title = message.kind === 'sms' ? words.sms : message.subject || words.noSubject
  const from =
    message.kind === 'mail'
      ? html`<dt>${words.from}</dt>
          <dd>${message.from}</dd>`
      : undefined
  return layOutPage(
    words,
    title,
    html`<a class="back" href="/">← ${words.back}</a>
      <main>
        <h2>${title}</h2>
        <dl>
          ${from}
          <dt>${words.to}</dt>
          <dd>${message.to.join(', ')}</dd>
          <dt>${words.arrived}</dt>
          <dd>${showTime(message.receivedAt, 'absolute')}</dd>
        </dl>
        ${message.kind === 'mail' ? showMail(words, message, view) : showText(message.text)}
      </main>`,
  )
}

/** It was here, or somebody mistyped its address. */
export function showGone(words: Words): Html {
  return layOutPage(
    words,
    words.gone,
    html`<a class="back" href="/">← ${words.back}</a>
      <main>
        <p class="nothing"><strong>${words.gone}</strong>${words.goneHint}</p>
      </main>`,
  )
}

function showMail(words: Words, mail: ReceivedMail, view: View): Html {
  if (mail.html === '') return showText(mail.text)
  const tab = (name: View, label: string): Html =>
    html`<a href="?view=${name}" ${name === view ? html` aria-current="page"` : html``}
      >${label}</a
    >`
  const body = view === 'text' ? showText(mail.text) : showFrame(words, mail)
  return html`<nav class="tabs">${tab('html', words.asMail)}${tab('text', words.asText)}</nav>
    ${body}`
}

/**
 * A mail is a stranger's page: in this frame it has no origin and runs no script. Its links open
 * in a tab of their own, which is free of the frame's fetters.
 */
function showFrame(words: Words, mail: ReceivedMail): Html {
  return html`<iframe
    title="${words.mail}"
    src="/messages/${mail.id}/html"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    referrerpolicy="no-referrer"
  ></iframe>`
}

function showText(text: string): Html {
  const pieces = text.split(/(https?:\/\/[^\s<>"]+)/)
  const linked = pieces.map((piece, index) =>
    index % 2 === 1
      ? html`<a href="${piece}" target="_blank" rel="noopener noreferrer">${piece}</a>`
      : html`${piece}`,
  )
  return html`<pre class="text">${linked}</pre>`
}
