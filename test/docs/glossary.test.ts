import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCES = [
  'packages/ui/src/**/*.{ts,tsx}',
  'packages/contracts/src/wallet/notification-words/*.ts',
  'apps/{wallet,console}/src/**/*.{ts,tsx}',
]

interface Text {
  readonly where: string
  readonly en: string
  readonly ru: string
  readonly zh: string
}

interface Term {
  /** All forms of the word. */
  readonly english: readonly string[]
  readonly russian: Stems
  readonly chinese: Stems
}

interface Stems {
  /** Whether one of them has to be in the text, or none may be. */
  readonly wanted: boolean
  readonly stems: readonly string[]
}

const LITERAL = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|${'`((?:[^`\\\\]|\\\\.)*)`'})`
const THREE = new RegExp(
  String.raw`\ben:\s*${LITERAL},\s*ru:\s*${LITERAL},\s*zh:\s*${LITERAL}`,
  'g',
)

const sources = globSync(SOURCES, { cwd: ROOT })
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }))
const texts = sources.flatMap(readTexts)
const terms = readTerms(readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8'))

describe('the agreed translations', () => {
  it('are read from the table, and every text from its screen', () => {
    const written = sources.flatMap(({ source }) => source.match(/\ben:\s*['"`]/g) ?? [])
    expect(texts.length).toBe(written.length)
    expect(terms.length).toBeGreaterThan(20)
  })

  it.each(terms.map((term) => [term.english[0], term] as const))('%s is one word', (_, term) => {
    expect(texts.flatMap((text) => complaintsOf(text, term))).toEqual([])
  })

  it('notice a text that calls it otherwise, and the language', () => {
    const said = (ru: string, zh: string): Text => ({ where: 'a.tsx:1', en: 'Wallets', ru, zh })
    const wallet = terms.filter(({ english }) => english.includes('wallets'))
    const about = (text: Text): string[] => wallet.flatMap((term) => complaintsOf(text, term))
    expect(about(said('Ваши кошельки', '您的钱包'))).toEqual([])
    expect(about(said('Ваши карманы', '您的钱包'))).toEqual(['a.tsx:1 Ваши карманы'])
    expect(about(said('Ваши кошельки', '您的口袋'))).toEqual(['a.tsx:1 您的口袋'])
  })

  it('leave alone what is part of a longer term', () => {
    const text = { where: '', en: 'Payment password', ru: 'Код', zh: '码' }
    const found = terms.filter((term) => says(text, term)).map(({ english }) => english[0])
    expect(found).toEqual(['payment password'])
  })
})

function readTexts({ path, source }: { readonly path: string; readonly source: string }): Text[] {
  return [...source.matchAll(THREE)].map((match) => {
    const [en = '', ru = '', zh = ''] = match.slice(1).filter((part) => part !== undefined)
    return { where: `${path}:${source.slice(0, match.index).split('\n').length}`, en, ru, zh }
  })
}

function readTerms(page: string): Term[] {
  const [, table = ''] = page.split('## In three languages')
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  return rows.slice(2).map((row) => {
    const [, english = '', , russian = '', , chinese = ''] = row.split('|')
    return { english: listOf(english), russian: stemsOf(russian), chinese: stemsOf(chinese) }
  })
}

function listOf(cell: string): string[] {
  return cell.split(',').map((one) => one.trim().toLowerCase())
}

function stemsOf(cell: string): Stems {
  const [, not, stems = ''] = /^\s*(not )?(.*)$/.exec(cell) ?? []
  return { wanted: not === undefined, stems: listOf(stems) }
}

/** Whether the English text has the term: not in a quotation, nor as part of a longer term. */
function says({ en }: Text, term: Term): boolean {
  const plain = en.toLowerCase().replaceAll(/“[^”]*”|<[^>]*>|\{\w+\}/g, ' ')
  const longer = terms
    .flatMap(({ english }) => english)
    .filter((other) => term.english.some((form) => other !== form && wordOf(form).test(other)))
  const rest = longer
    .filter((other) => !term.english.includes(other))
    .reduce((left, other) => left.replaceAll(wordOf(other), ' '), plain)
  return term.english.some((form) => wordOf(form).test(rest))
}

/** A new one each time: the expressions remember where they stopped. */
function wordOf(form: string): RegExp {
  return new RegExp(`(?<![a-z-])${form}(?![a-z-])`, 'g')
}

function complaintsOf(text: Text, term: Term): string[] {
  if (!says(text, term)) return []
  const { where, ru, zh } = text
  return [
    ...(fits(ru, term.russian) ? [] : [`${where} ${ru}`]),
    ...(fits(zh, term.chinese) ? [] : [`${where} ${zh}`]),
  ]
}

function fits(text: string, { wanted, stems }: Stems): boolean {
  return stems.some((stem) => text.toLowerCase().includes(stem)) === wanted
}
