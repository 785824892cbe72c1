import { mkdir } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fileURLToPath } from 'node:url'

/** Kept after a run, to be looked at; those of the tour go into the repository. */
export const PICTURES = fileURLToPath(new URL('../../data/screens/', import.meta.url))

/**
 * What must hold of every screen in every language and size: nothing is wider than the window, no
 * text is missing, and the rules of accessibility that a program can check are kept. Takes a
 * picture.
 */
export async function look(page: Page, name: string): Promise<void> {
  await glance(page, name)
  const { violations } = await axe(page)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(tell(violations), `${name}: accessibility`).toEqual([])
}

/** The short way, in the page itself: no screen has frames. It takes a fraction of the time. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

function tell(violations: Violations): readonly string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`)
}

/** Whether everything can be read in dark colours too. Takes a picture. */
export async function lookInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: `${PICTURES}${name}-dark.png`, fullPage: true })
  const { violations } = await axe(page).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  expect(tell(violations), `${name}: in dark colours`).toEqual([])
}

/** All of it but accessibility: where the same page in the same language is looked at again. */
export async function glance(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage: true })
  expect(await findOverflow(page), `${name}: wider than the window`).toEqual([])
  const text = await wordsOn(page)
  expect(text.trim(), `${name}: is empty`).not.toBe('')
  expect(text, `${name}: an unformatted or missing text`).not.toMatch(
    /\{\w+[,}]|undefined|\bnull\b|NaN|\[object/,
  )
}

/** What a page says itself: what it only quotes, e.g. the JSON of an event, stands in `pre`. */
export async function wordsOn(page: Page): Promise<string> {
  const text = await page.locator('body').innerText()
  const quoted = await page.locator('pre').allInnerTexts()
  return quoted.reduce((rest, one) => rest.replace(one, ''), text)
}

const OVERFLOWING = `(() => {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.body.querySelectorAll('*')]
    .filter((node) => node.getBoundingClientRect().right > width + 1)
    .slice(0, 5)
    .map((node) => node.outerHTML.slice(0, 160))
})()`

async function findOverflow(page: Page): Promise<unknown> {
  return page.evaluate(OVERFLOWING)
}
