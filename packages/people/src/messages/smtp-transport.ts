import { createTransport } from 'nodemailer'
import { DeliveryError, type MailTransport, type OutgoingMail } from './transport.ts'

export interface SmtpOptions {
  /** `smtp://user:password@host:587` (STARTTLS), `smtps://…:465`, `smtp://127.0.0.1:8025`. */
  readonly url: string
  /** The sender, e.g. `Danbao <no-reply@wallet.example>`. */
  readonly from: string
  /** For the whole of one mail. Default: 30 seconds. */
  readonly timeoutMs?: number
}

const CONNECT_MS = 10_000
const DEFAULT_TIMEOUT_MS = 30_000

/**
 * Mail by SMTP, on a connection for each. A password is never sent in the clear to another
 * machine: where the URL has one, TLS is required unless it says `?requireTLS=false`.
 */
export function createSmtpTransport(options: SmtpOptions): MailTransport {
  const { url, from, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const transport = createTransport({
    url,
    ...tlsRule(new URL(url)),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: timeoutMs,
    // A text is a text, whatever it looks like.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'danbao.invalid'
  return {
    async send(mail) {
      try {
        const signal = AbortSignal.timeout(timeoutMs)
        await transport.sendMail({ from, ...toMessage(mail, domain), signal })
      } catch (error) {
        throw toDeliveryError(error)
      }
    },
  }
}

function tlsRule(url: URL): { requireTLS?: boolean } {
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const decided = local || url.password === '' || url.searchParams.has('requireTLS')
  return decided ? {} : { requireTLS: true }
}

function toMessage({ id, to, subject, text, html, writtenAt }: OutgoingMail, domain: string) {
  return {
    // An object: a text would be read as a list of addresses.
    to: { name: '', address: to },
    subject,
    text,
    html,
    date: new Date(writtenAt),
    messageId: `<${id}@${domain}>`,
    // Holiday notes and the like are not answered to us.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}

/** The server's own sentence is left out: it often repeats the address. */
function toDeliveryError(error: unknown): DeliveryError {
  const code = textOf(error, 'code') ?? 'error'
  const command = textOf(error, 'command')
  const status = textOf(error, 'responseCode')
  // Of a sender or password that is refused the operator mends the cause; a recipient stays so.
  const permanent = command === 'RCPT TO' && status !== undefined && status.startsWith('5')
  const failure = ['smtp', code, command, status].filter((part) => part !== undefined).join(' ')
  return new DeliveryError(failure, { permanent, cause: error })
}

function textOf(error: unknown, field: string): string | undefined {
  if (!(error instanceof Error)) return undefined
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
