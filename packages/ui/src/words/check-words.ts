import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES } from './language.ts'
import type { Translated, Words } from './words.ts'

/**
 * What is wrong with some words, one line each: a text that is empty or does not parse, an argument
 * that one language uses and another does not, a plural without the forms its language needs.
 */
export function checkWords(definition: Words): readonly string[] {
  return Object.entries(definition).flatMap(([key, texts]) =>
    checkTexts(texts).map((complaint) => `${key}: ${complaint}`),
  )
}

function checkTexts(texts: Translated): readonly string[] {
  const complaints: string[] = []
  const used = new Map<string, string>()
  for (const language of LANGUAGES) {
    const text = texts[language]
    if (text.trim() === '') complaints.push(`${language} is empty`)
    try {
      const elements = new IntlMessageFormat(text, language).getAst()
      used.set(language, [...argumentsOf(elements)].toSorted().join(', '))
      complaints.push(
        ...missingForms(elements, language).map((form) => `${language} lacks ${form}`),
      )
    } catch (error) {
      complaints.push(`${language} does not parse: ${String(error)}`)
    }
  }
  const english = used.get('en')
  for (const [language, names] of used) {
    if (names !== english) complaints.push(`${language} uses {${names}}, en {${english}}`)
  }
  return complaints
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
type Elements = readonly Element[]

function textsInside(element: Element): readonly Elements[] {
  if ('options' in element) return Object.values(element.options).map(({ value }) => value)
  return 'children' in element ? [element.children] : []
}

/** Names of arguments and tags; a literal's text and the # of a plural are none. */
function argumentsOf(elements: Elements): ReadonlySet<string> {
  const names = new Set<string>()
  for (const element of elements) {
    const plain = element.type === LITERAL || !('value' in element)
    if (!plain) names.add(element.value)
    for (const inside of textsInside(element))
      argumentsOf(inside).forEach((name) => names.add(name))
  }
  return names
}

// The parser's own numbers for its kinds of element.
const LITERAL = 0
const PLURAL = 6

function missingForms(elements: Elements, language: string): readonly string[] {
  return elements.flatMap((element) => {
    const inside = textsInside(element).flatMap((texts) => missingForms(texts, language))
    if (element.type !== PLURAL || element.pluralType !== 'cardinal') return inside
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const missing = needed.filter((form) => !Object.hasOwn(element.options, form))
    return [...missing.map((form) => `the form '${form}' of ${element.value}`), ...inside]
  })
}
