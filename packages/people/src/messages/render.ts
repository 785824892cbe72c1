import type { Language } from '../base/person.ts'
import type { Mail, MailPart, MessageValues, Sms } from './define.ts'
import { FOOTER, layOut, type Block } from './layout.ts'

export interface RenderedMail {
  readonly subject: string
  /** Readable by itself. */
  readonly text: string
  readonly html: string
}

const LONGEST_SUBJECT = 200

/** A mail with its values, in plain text and in HTML. */
export function renderMail(mail: Mail, language: Language, values: MessageValues): RenderedMail {
  const { subject, parts } = mail[language]
  const shown = plainValues(values)
  const blocks = parts.map((part) => toBlock(part, shown))
  const title = onOneLine(subject(shown)).slice(0, LONGEST_SUBJECT)
  const footer = FOOTER[language]
  return {
    subject: title,
    text: `${[...blocks.map(plainBlock), `-- \nDanbao\n${footer}`].join('\n\n')}\n`,
    html: layOut({ language, title, blocks, footer }),
  }
}

export interface SmsSite {
  /** Where the code is to be typed, e.g. `https://wallet.example`. */
  readonly publicUrl: string
}

/** An SMS with its values; one with a `code` ends in the line from which browsers fill it in. */
export function renderSms(
  sms: Sms,
  language: Language,
  values: MessageValues,
  { publicUrl }: SmsSite,
): string {
  const text = sms[language](plainValues(values))
  const { code } = values
  return code === undefined ? text : `${text}\n\n${codeLine(publicUrl, code)}`
}

/** The last line of an SMS with a code: `@wallet.example #123456`. The code is bound to the site. */
export function codeLine(publicUrl: string, code: string | number): string {
  return `@${new URL(publicUrl).hostname} #${code}`
}

function toBlock(part: MailPart, values: MessageValues): Block {
  const text = part.text(values)
  return part.kind === 'button'
    ? { kind: 'button', text, href: part.href(values) }
    : { kind: part.kind, text }
}

function plainBlock(block: Block): string {
  return block.kind === 'button' ? `${block.text}:\n${block.href}` : block.text
}

/**
 * A name with line breaks could add headers to a mail or sentences of its own to the text, one
 * with direction marks could turn an address around.
 */
function plainValues(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? onOneLine(value) : value,
    ]),
  )
}

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

function onOneLine(text: string): string {
  return text.replace(BREAKS, ' ').replace(DIRECTIONS, '').trim()
}
