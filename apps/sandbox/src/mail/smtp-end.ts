import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server'
import type { Inbox, ReceivedMail } from '../inbox.ts'
import { portOf } from '../port-of.ts'

export interface SmtpEnd {
  readonly port: number
  close(): Promise<void>
}

const MOST_BYTES = 10 * 1024 * 1024

/** Addresses that are refused, to see what becomes of a mail that can not be delivered. */
const REFUSED: ReadonlyMap<string, number> = new Map([
  ['refused.example', 550],
  ['later.example', 451],
])

/** A mail server for all addresses there are. It keeps everything and passes nothing on. */
export async function openSmtpEnd(
  inbox: Inbox,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<SmtpEnd> {
  const server = new SMTPServer({
    name: 'sandbox.danbao.example',
    banner: 'Danbao sandbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    closeTimeout: 500,
    onMailFrom: (sender, _session, done) => done(refusalOf(sender)),
    onRcptTo: (recipient, _session, done) => done(refusalOf(recipient)),
    onData(stream, session, done) {
      receive(stream, session).then(
        (mail) => {
          if (stream.sizeExceeded) return done(smtpError(552, 'The message is too large'))
          inbox.add(mail)
          return done(null, `Kept as ${mail.id}`)
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('Not a mail')),
      )
    },
  })
  // A client that breaks off is no reason to stop; a port that is taken is told below.
  server.on('error', () => {})
  const listening = server.listen(port, host)
  await once(listening, 'listening')
  return {
    port: portOf(listening.address(), port),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function refusalOf({ address }: SMTPServerAddress): Error | null {
  const domain = address.split('@').at(-1) ?? ''
  const status = REFUSED.get(domain.toLowerCase())
  return status === undefined ? null : smtpError(status, 'No such mailbox')
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<ReceivedMail> {
  const mail = await simpleParser(stream, { skipTextToHtml: true })
  const { mailFrom, rcptTo } = session.envelope
  return {
    kind: 'mail',
    id: randomUUID(),
    from: mail.from?.text ?? (mailFrom === false ? '' : mailFrom.address),
    to: rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    date: mail.date?.toISOString(),
    messageId: mail.messageId,
    receivedAt: new Date().toISOString(),
  }
}
