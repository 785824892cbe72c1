import type { Text } from '../store/index.ts'
import type { Language } from './language.ts'

const QUOTES = { en: ['“', '”'], ru: ['«', '»'], zh: ['“', '”'] } as const

/** A name, in the marks of the language. */
export function quote(text: Text, language: Language): string {
  const [before, after] = QUOTES[language]
  return `${before}${textIn(text, language)}${after}`
}

export function textIn(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language]
}
