import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, type Newcomer, register } from './register.ts'
import { openConsole } from './staff.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'console')
}, 90_000)
afterAll(() => stage.close())

const OUTSIDE = [
  ['sign-in', '/sign-in'],
  ['password-bad-link', '/password?token=wrong'],
] as const

const INSIDE = [
  ['desk', '/'],
  ['desk-nothing', '/?kind=identity'],
  ['approvals', '/approvals'],
  ['people', '/people'],
  ['audit', '/audit'],
  ['staff', '/staff'],
  ['nothing', '/there-is-nothing-here'],
] as const

describe('every screen of the console, in each language and size', { timeout: 600_000 }, () => {
  it('of somebody who is not signed in', async () => {
    for (const [name, path] of OUTSIDE) await gallery.show(name, path)
    expect(gallery.findings).toEqual([])
  })

  it('from the queue with a case in it to the staff', async () => {
    const who = newcomer()
    await askToClose(who)
    const support = await openConsole(stage, 'support')
    const closure = await pathOf(support.page, /closure/i)
    await gallery.be(support.context)
    await gallery.show('desk', '/')
    await gallery.show('case-closure', closure)
    await gallery.show('person', await findPerson(support.page, who))

    const admin = await openConsole(stage, 'administrator')
    await gallery.be(admin.context)
    for (const [name, path] of INSIDE) await gallery.show(`admin-${name}`, path)
    await gallery.close()
    expect(gallery.findings).toEqual([])
  })
})

async function askToClose(who: Newcomer): Promise<void> {
  const { page } = await visit(stage.browser)
  await register(stage, page, who)
  await page.goto(`${stage.url}/wallet/settings/close`)
  await page.getByLabel('Your password').fill(who.password)
  await page.getByLabel('I know that a closed account can not be opened again.').check()
  await page.getByRole('button', { name: 'Close my account' }).click()
  await page.getByRole('heading', { name: 'Your request' }).waitFor()
}

/** Opens the only case of this kind. */
async function pathOf(page: Page, kind: RegExp): Promise<string> {
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await cases.filter({ hasText: kind }).click()
  await page.waitForURL(/\/cases\//)
  return pathIn(page)
}

async function findPerson(page: Page, who: Newcomer): Promise<string> {
  await page.goto(`${stage.url}/console/people`)
  await page.getByRole('searchbox').fill(who.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link').filter({ hasText: who.email }).click()
  await page.waitForURL(/\/people\/acc/)
  return pathIn(page)
}

function pathIn(page: Page): string {
  return new URL(page.url()).pathname.replace('/console', '')
}
