import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** As the person holds it. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 860 },
} as const
export type Size = keyof typeof SIZES

export const LANGUAGES = ['en', 'ru', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium that `scripts/fetch-browser.mjs` has made sure of. */
export async function openBrowser(): Promise<Browser> {
  const candidates = [process.env['CHROMIUM'], ...INSTALLED, chromium.executablePath()]
  const executablePath = candidates.find((path) => path !== undefined && existsSync(path))
  if (executablePath === undefined) {
    throw new Error('There is no Chromium: run node scripts/fetch-browser.mjs.')
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** What went wrong in the page's scripts; a journey ends with none. */
  readonly faults: readonly string[]
}

const LOCALES = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-CN' } as const

/** A browser of somebody new: nothing is kept from others. */
export async function visit(
  browser: Browser,
  { language = 'en', size = 'phone' }: { readonly language?: Language; readonly size?: Size } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: LOCALES[language],
    timezoneId: 'Europe/Berlin',
    hasTouch: size === 'phone',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) faults.push(message.text())
  })
  return { context, page, faults }
}

/** The browser itself logs every answer of 400 and more; refusals are ordinary. */
function isAnswer(text: string): boolean {
  return text.startsWith('Failed to load resource')
}
