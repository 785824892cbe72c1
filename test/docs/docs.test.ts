import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  DISPUTE_OUTCOMES,
  DISPUTE_STATES,
  PAYMENT_KINDS,
  PAYMENT_STATES,
  RAILS,
} from '@danbao/contracts'
import { TRANSITIONS } from '@danbao/core'
import { describe, expect, it, test } from 'vitest'
import { drawPaymentStates, PAYMENT_STATES_PAGE } from '../../docs/draw-payment-states.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGES = ['README.md', 'ARCHITECTURE.md', 'docs/**/*.md', 'packages/*/README.md']
const pages = globSync(PAGES, { cwd: ROOT }).sort()
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

describe('the drawing of the states', () => {
  it('is what the state machine makes', async () => {
    expect(readFileSync(PAYMENT_STATES_PAGE, 'utf8')).toBe(await drawPaymentStates())
  })

  it('shows every state and every command', () => {
    const drawing = readFileSync(PAYMENT_STATES_PAGE, 'utf8')
    for (const name of [...PAYMENT_STATES, ...Object.keys(TRANSITIONS)]) {
      expect(drawing).toContain(name)
    }
  })
})

test('the README has under 400 words', () => {
  expect(read('README.md').split(/\s+/).length).toBeLessThan(400)
})

test('all pages are found', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['ARCHITECTURE.md', 'README.md', 'docs/money-rules.md']),
  )
  expect(pages.filter((page) => page.startsWith('packages/')).length).toBeGreaterThan(1)
})

describe.each(pages)('%s', (page) => {
  it('links to what is there', () => {
    expect(linksOf(read(page)).filter((link) => !isThere(page, link))).toEqual([])
  })
})

describe('the tour', () => {
  const named = [...read('docs/tour.md').matchAll(/\((tour\/[\w-]+\.webp)\)/g)].map(([, it]) => it)

  it('shows each of its pictures, and keeps no other', () => {
    expect(named.length).toBeGreaterThan(10)
    expect(globSync('tour/*', { cwd: join(ROOT, 'docs') }).toSorted()).toEqual(named.toSorted())
  })

  it('is light enough for a repository', () => {
    const sizes = globSync('docs/tour/*', { cwd: ROOT }).map(
      (file) => statSync(join(ROOT, file)).size,
    )
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000)
  })
})

describe('the page for operators', () => {
  const page = read('docs/operating.md')
  const usage = execFileSync(process.execPath, ['apps/server/bin/danbao.mjs', '--help'], {
    cwd: ROOT,
    encoding: 'utf8',
  })

  it('explains every variable that the command line names', () => {
    const variables = usage.split('Environment:')[1]?.match(/\b[A-Z_]{4,}\b/g) ?? []
    expect(variables).toContain('DATABASE_URL')
    expect(variables.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('shows every command and option', () => {
    const commands = [...usage.matchAll(/^danbao (\w+)/gm)].map(([, name]) => name ?? '')
    const options = usage.match(/--\w+/g) ?? []
    expect(commands.length).toBeGreaterThan(4)
    expect([...commands, ...options].filter((word) => !page.includes(word))).toEqual([])
  })
})

test('the rules name every state, outcome, kind and rail', () => {
  const rules = read('docs/money-rules.md')
  const words = [
    ...PAYMENT_STATES,
    ...DISPUTE_STATES,
    ...DISPUTE_OUTCOMES,
    ...PAYMENT_KINDS,
    ...RAILS,
  ]
  expect(words.filter((word) => !rules.includes(`\`${word}\``))).toEqual([])
})

/** The relative targets of a page's links, outside of code. */
function linksOf(text: string): string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '')
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '')
  return targets.filter((target) => !/^[a-z]+:/.test(target))
}

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? page : join(dirname(page), path)
  if (!existsSync(join(ROOT, target))) return false
  return anchor === undefined || anchorsOf(read(target)).includes(anchor)
}

/** The names that a heading gets where Markdown is shown. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
