import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { look, lookInTheDark } from './look.ts'
import { openBrowser, visit } from './open-browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What the screens are looked at for is seen where it is. */
it.each([
  ['something too wide', '<div style="width: 900px">wide</div>', /wider than the window/],
  ['nothing at all', '', /is empty/],
  ['a value that is missing', '<p>Up to {limit} at once</p>', /unformatted or missing/],
  ['a field without a name', '<p>Name</p><input>', /accessibility/],
  ['grey on white', '<p style="color: #aaa">hardly there</p>', /accessibility/],
])('%s is found', async (_name, body, message) => {
  const { page } = await visit(browser)
  await page.setContent(screen(body))
  await expect(look(page, 'look')).rejects.toThrow(message)
})

it('a good screen is left alone', async () => {
  const { page } = await visit(browser)
  await page.setContent(screen('<p>All is well.</p>'))
  await look(page, 'look')
})

it('grey on black is found, where dark colours are preferred', async () => {
  const { page } = await visit(browser)
  const dark = '@media (prefers-color-scheme: dark) { body { background: #000 } }'
  await page.setContent(screen(`<style>${dark}</style><p style="color: #444">hardly there</p>`))
  await look(page, 'look')
  await expect(lookInTheDark(page, 'look')).rejects.toThrow(/dark colours/)
})

function screen(body: string): string {
  return `<!doctype html><html lang="en"><head><title>Screen</title>
    <meta name="viewport" content="width=device-width"></head><body><main>${body}</main></body></html>`
}
