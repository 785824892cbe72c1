import { IntlMessageFormat } from 'intl-messageformat'
import { invariant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'

/** What a text is about. They are shown as they are: a value is never read as HTML or as ICU. */
export type MessageValues = Readonly<Record<string, string | number>>

/** The words of a mail in one language: ICU texts with `{values}`. */
export interface MailWords {
  readonly subject: string
  readonly lines: readonly MailLine[]
}

/** A paragraph, a button with its address, a code to type, or small print. */
export type MailLine =
  | string
  | { readonly button: string; readonly href: string }
  | { readonly code: string }
  | { readonly small: string }

/** A text of one language that waits for its values. Throws when one is missing. */
export type Text = (values: MessageValues) => string

export type MailPart =
  | { readonly kind: 'paragraph' | 'code' | 'small'; readonly text: Text }
  | { readonly kind: 'button'; readonly text: Text; readonly href: Text }

/** A mail in every language, ready to be rendered. */
export type Mail = Readonly<
  Record<Language, { readonly subject: Text; readonly parts: readonly MailPart[] }>
>

/** An SMS in every language, ready to be rendered. */
export type Sms = Readonly<Record<Language, Text>>

/** Throws at once when a text is not well-formed ICU. */
export function defineMail(words: Readonly<Record<Language, MailWords>>): Mail {
  return inEachLanguage((language) => ({
    subject: compileText(words[language].subject, language),
    parts: words[language].lines.map((line) => compileLine(line, language)),
  }))
}

/**
 * Throws at once when a text is not well-formed ICU. A value named `code` is repeated in the last
 * line of the message in the form from which a browser fills it in, on our own site only.
 */
export function defineSms(words: Readonly<Record<Language, string>>): Sms {
  return inEachLanguage((language) => compileText(words[language], language))
}

function inEachLanguage<T>(make: (language: Language) => T): Record<Language, T> {
  return { en: make('en'), ru: make('ru'), zh: make('zh') }
}

function compileLine(line: MailLine, language: Language): MailPart {
  const compile = (text: string): Text => compileText(text, language)
  if (typeof line === 'string') return { kind: 'paragraph', text: compile(line) }
  if ('button' in line) {
    return { kind: 'button', text: compile(line.button), href: compile(line.href) }
  }
  if ('code' in line) return { kind: 'code', text: compile(line.code) }
  return { kind: 'small', text: compile(line.small) }
}

export function compileText(icu: string, language: Language): Text {
  // Tags stay text: what is HTML is decided by the layout alone.
  const format = new IntlMessageFormat(icu, language, undefined, { ignoreTag: true })
  return (values) => {
    const text = format.format(values)
    invariant(typeof text === 'string', 'a message is made of texts')
    return text
  }
}
