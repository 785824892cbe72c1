/** A mail that arrived by SMTP. */
export interface ReceivedMail {
  readonly kind: 'mail'
  readonly id: string
  readonly from: string
  /** Those of the envelope: to whom it really went. */
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** As it was sent; never shown outside a sandboxed frame. Empty: the mail has none. */
  readonly html: string
  /** The `Date` of the sender, RFC 3339. */
  readonly date: string | undefined
  readonly messageId: string | undefined
  /** RFC 3339, on the machine's clock. */
  readonly receivedAt: string
}

/** An SMS that the gateway took. */
export interface ReceivedSms {
  readonly kind: 'sms'
  readonly id: string
  readonly to: readonly string[]
  readonly text: string
  readonly receivedAt: string
}

export type Received = ReceivedMail | ReceivedSms

export interface Wanted {
  readonly to?: string | undefined
  /** Occurs in the recipient, the subject or the text, whatever its case. */
  readonly search?: string | undefined
}

/** What arrived, kept in memory: the newest messages only. */
export interface Inbox {
  add(message: Received): void
  /** Newest first. */
  list(wanted?: Wanted): readonly Received[]
  find(id: string): Received | undefined
  /** Everybody who was written to, with how many messages; who got the newest comes first. */
  recipients(): readonly { readonly to: string; readonly count: number }[]
  /** Calls for each message that arrives, until the returned function is called. */
  watch(listener: (message: Received) => void): () => void
}

const MOST = 500

export function createInbox(most: number = MOST): Inbox {
  const messages: Received[] = []
  const listeners = new Set<(message: Received) => void>()
  return {
    add(message) {
      messages.unshift(message)
      messages.length = Math.min(messages.length, most)
      for (const listener of listeners) listener(message)
    },
    list: (wanted = {}) => messages.filter((message) => matches(message, wanted)),
    find: (id) => messages.find((message) => message.id === id),
    recipients: () => countRecipients(messages),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function matches(message: Received, { to, search }: Wanted): boolean {
  const wantedTo = to?.trim().toLowerCase() ?? ''
  if (wantedTo !== '' && !message.to.some((one) => one.toLowerCase() === wantedTo)) return false
  const subject = message.kind === 'mail' ? message.subject : ''
  const all = [...message.to, subject, message.text].join('\n').toLowerCase()
  return all.includes(search?.trim().toLowerCase() ?? '')
}

function countRecipients(messages: readonly Received[]): { to: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const to of messages.flatMap((message) => message.to)) {
    counts.set(to, (counts.get(to) ?? 0) + 1)
  }
  return [...counts].map(([to, count]) => ({ to, count }))
}
