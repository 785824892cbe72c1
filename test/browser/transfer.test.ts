import { afterAll, beforeAll, expect, it } from 'vitest'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const MOST_BYTES = 200_000

/** As a slow phone loads them for the first time: counted on the wire. */
it.each(['/wallet/sign-in', '/wallet/register', '/console/sign-in'])(
  'the scripts of %s come compressed, and are less than 200 kB',
  async (path) => {
    const { page, context } = await visit(stage.browser)
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
    })
    await page.goto(`${stage.url}${path}`, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    await context.close()
    expect(sizes.length).toBeGreaterThan(1)
    expect(bytes).toBeLessThan(MOST_BYTES)
  },
)
