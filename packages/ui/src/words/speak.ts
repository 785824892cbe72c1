import { IntlMessageFormat } from 'intl-messageformat'
import { Children, type ReactNode } from 'react'
import type { ArgumentsOf } from './arguments.ts'
import type { Language } from './language.ts'
import type { Words } from './words.ts'

type Values<Text extends string> = [ArgumentsOf<Text>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentsOf<Text>, string | number>>]

type Rich = Readonly<Record<string, ReactNode | ((inside: ReactNode) => ReactNode)>>

/** Says the words of one definition in one language. */
export interface Speak<W extends Words> {
  <K extends keyof W>(key: K, ...values: Values<W[K]['en']>): string
  /** With elements: '<link>terms</link>' calls `link`, '{name}' takes a node. */
  readonly rich: <K extends keyof W>(key: K, values: Rich) => ReactNode
}

export function speak<W extends Words>(definition: W, language: Language): Speak<W> {
  const textOf = (key: keyof W): string => definition[key]?.[language] ?? String(key)
  const say = <K extends keyof W>(key: K, ...[values]: Values<W[K]['en']>): string =>
    formatText(textOf(key), language, values)
  const rich = (key: keyof W, values: Rich): ReactNode => formatRich(textOf(key), language, values)
  return Object.assign(say, { rich })
}

// Parsing a message costs more than saying it, and screens say the same ones at every render.
const parsed = new Map<string, IntlMessageFormat>()

function messageOf(text: string, language: Language): IntlMessageFormat {
  const key = `${language}:${text}`
  const known = parsed.get(key)
  if (known !== undefined) return known
  const message = new IntlMessageFormat(text, language)
  parsed.set(key, message)
  return message
}

/** One ICU text with its values. */
export function formatText(
  text: string,
  language: Language,
  values?: Readonly<Record<string, string | number>>,
): string {
  if (!/[{<']/.test(text)) return text
  return String(messageOf(text, language).format(values))
}

function formatRich(text: string, language: Language, values: Rich): ReactNode {
  const prepared = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function'
        ? (inside: ReactNode[]) => value(Children.toArray(inside))
        : value,
    ]),
  )
  const said = messageOf(text, language).format<ReactNode>(prepared)
  return Array.isArray(said) ? Children.toArray(said) : said
}
