import type { BrowserContext, Page } from 'playwright-core'
import { type Language, LANGUAGES, SIZES, visit } from './open-browser.ts'
import type { Stage } from './open-stage.ts'
import { findUntranslated } from './find-untranslated.ts'
import { glance, look, lookInTheDark, wordsOn } from './look.ts'

/** Every screen that is shown is looked at in each language and size. */
export interface Gallery {
  /** Opens a path of the app. */
  show(name: string, path: string): Promise<void>
  /** As whom the next screens are opened: whoever is signed in there. */
  be(who: BrowserContext): Promise<void>
  /** What was found, with the name of the screen, its language and size. */
  readonly findings: readonly string[]
  close(): Promise<void>
}

interface Window {
  readonly language: Language
  readonly page: Page
  readonly faults: readonly string[]
}

/** `app`: the first part of its paths. */
export async function openGallery(stage: Stage, app: 'wallet' | 'console'): Promise<Gallery> {
  const findings: string[] = []
  const windows: Window[] = []
  for (const language of LANGUAGES) {
    const seen = await visit(stage.browser, { language })
    // Or every window would speak the language of the account that is shown in it.
    await seen.context.addInitScript(`localStorage.setItem('danbao.language', '${language}')`)
    refuseForeignScripts(seen.page, stage.url, findings)
    windows.push({ language, ...seen })
  }
  return {
    findings,
    async show(name, path) {
      const texts = new Map<Language, string>()
      await Promise.all(
        windows.map(async (window) => {
          const { language, page } = window
          try {
            // A screen that is only about to load looks settled: nothing of it is there yet.
            await page.goto(`${stage.url}/${app}${path}`, { waitUntil: 'networkidle' })
            texts.set(language, await lookAtSizes(window, `${app}-${name}`, findings))
          } catch (error) {
            findings.push(`${name}-${language}: ${String(error)}`)
          }
        }),
      )
      findings.push(...findUntranslated(name, texts))
    },
    async be(who) {
      const cookies = await who.cookies()
      for (const { page } of windows) {
        await page.context().clearCookies()
        await page.context().addCookies(cookies)
      }
    },
    async close() {
      for (const { page, faults } of windows) {
        findings.push(...faults)
        await page.context().close()
      }
    },
  }
}

async function lookAtSizes(
  { page, language }: Window,
  name: string,
  findings: string[],
): Promise<string> {
  for (const size of ['phone', 'desktop'] as const) {
    await page.setViewportSize(SIZES[size])
    await settle(page)
    // On the desktop the words are the same; the arrangement is looked at in one language.
    const see = size === 'phone' || language === 'en' ? look : glance
    await collect(findings, see(page, `${name}-${language}-${size}`))
  }
  if (language === 'en') await collect(findings, lookInTheDark(page, `${name}-${language}`))
  return wordsOn(page)
}

/** A finding on one screen does not keep the next from being looked at. */
async function collect(findings: string[], looking: Promise<void>): Promise<void> {
  await looking.catch((error: unknown) => {
    findings.push(error instanceof Error ? error.message : String(error))
  })
}

/** Until nothing is loading and the page has its heading. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[role=status][aria-busy=true], .animate-shimmer').first().waitFor({
    state: 'hidden',
  })
}

function refuseForeignScripts(page: Page, url: string, findings: string[]): void {
  page.on('request', (request) => {
    const own = /^(data|blob):/.test(request.url()) || new URL(request.url()).origin === url
    if (!own) findings.push(`${page.url()} asks elsewhere: ${request.url()}`)
  })
}
