import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCES = ['packages/ui/src/**/*.{ts,tsx}', 'apps/{wallet,console}/src/**/*.{ts,tsx}']

interface Text {
  readonly where: string
  readonly en: string
  readonly ru: string
  readonly zh: string
}

interface Term {
  readonly english: readonly string[]
  readonly russian: readonly string[]
  readonly chinese: readonly string[]
}

const LITERAL = String.raw`(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")`
const THREE = new RegExp(
  String.raw`\ben:\s*${LITERAL},\s*ru:\s*${LITERAL},\s*zh:\s*${LITERAL}`,
  'g',
)

const texts = globSync(SOURCES, { cwd: ROOT })
  .filter((path) => !path.includes('.test.'))
  .flatMap(readTexts)
const terms = readTerms(readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8'))

describe('the agreed translations', () => {
  it('are read from the table, and the texts from every screen', () => {
    expect(terms.length).toBeGreaterThan(20)
    expect(texts.length).toBeGreaterThan(1000)
  })

  it.each(terms.map((term) => [term.english[0] ?? '', term] as const))(
    '%s is called the same everywhere',
    (_, term) => {
      expect(
        texts
          .filter((text) => says(text, term))
          .map(complaintOf(term))
          .filter(isSome),
      ).toEqual([])
    },
  )

  it('notice a text that calls it otherwise', () => {
    const [term] = terms.filter(({ english }) => english.includes('wallet'))
    const text = { where: 'x:1', en: 'Your wallet', ru: 'Ваш счёт', zh: '您的钱包' }
    expect(term && complaintOf(term)(text)).toBe('x:1 «Ваш счёт» for “Your wallet”')
  })
})

function readTexts(path: string): Text[] {
  const source = readFileSync(join(ROOT, path), 'utf8')
  return [...source.matchAll(THREE)].map((match) => {
    const [, e1, e2, r1, r2, z1, z2] = match
    const where = `${path}:${source.slice(0, match.index).split('\n').length}`
    return { where, en: e1 ?? e2 ?? '', ru: r1 ?? r2 ?? '', zh: z1 ?? z2 ?? '' }
  })
}

function readTerms(page: string): Term[] {
  const [, table = ''] = page.split('## In three languages')
  const rows = table.split('\n').filter((line) => line.startsWith('| '))
  return rows.slice(2).map((row) => {
    const [, english = '', , russian = '', , chinese = ''] = row.split('|')
    return { english: listOf(english), russian: listOf(russian), chinese: listOf(chinese) }
  })
}

function listOf(cell: string): string[] {
  return cell.split(',').map((one) => one.trim().toLowerCase())
}

/** Whether a text has the term, and not only as a part of a longer one, of ICU, or of a quotation. */
function says({ en }: Text, term: Term): boolean {
  const plain = en.toLowerCase().replaceAll(/“[^”]*”|<[^>]*>|\{\w+\}/g, ' ')
  const longer = terms
    .slice(0, terms.indexOf(term))
    .flatMap(({ english }) => english)
    .filter((one) => term.english.some((form) => one.includes(form)))
  const rest = longer.reduce((left, one) => left.replaceAll(wordOf(one), ' '), plain)
  return term.english.some((form) => wordOf(form).test(rest))
}

function wordOf(form: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}-])${form}(?![\p{L}-])`, 'gu')
}

function complaintOf({ russian, chinese }: Term) {
  return ({ where, en, ru, zh }: Text): string | undefined => {
    const wrong = [
      ...(russian.some((stem) => ru.toLowerCase().includes(stem)) ? [] : [`«${ru}»`]),
      ...(chinese.some((stem) => zh.includes(stem)) ? [] : [`「${zh}」`]),
    ]
    return wrong.length === 0 ? undefined : `${where} ${wrong.join(' ')} for “${en}”`
  }
}

function isSome(complaint: string | undefined): complaint is string {
  return complaint !== undefined
}
