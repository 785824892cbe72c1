import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { askToClose } from './close-account.ts'
import { payInStates } from './pay-in-states.ts'
import { beginCheck, confirmData, holderOf, passportOf, readPassport } from './prove-identity.ts'
import { askForAddress } from './recover.ts'
import { newcomer, type Newcomer, register } from './register.ts'
import { orderAtShop } from './shop.ts'
import {
  acceptInvitation,
  decide,
  findPerson,
  freeze,
  invite,
  openConsole,
  openMerchantConsole,
  takeCase,
} from './staff.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'console')
})
afterAll(() => stage.close())

const OUTSIDE = [
  ['sign-in', '/sign-in'],
  ['password-bad-link', '/password#token=wrong'],
] as const

const INSIDE = [
  ['desk', '/'],
  ['desk-nothing', '/?kind=identity'],
  ['approvals', '/approvals'],
  ['overview', '/overview'],
  ['payments', '/payments'],
  ['people', '/people'],
  ['marketplaces', '/marketplaces'],
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
    await askToClose(stage, await registered(who), who)
    const support = await openConsole(stage, 'support')
    const closure = await pathOf(support.page, /closure/i)
    await gallery.be(support.context)
    await gallery.show('desk', '/')
    await gallery.show('case-closure', closure)
    await findPerson(support.page, who.email)
    await gallery.show('person', pathIn(support.page))

    const admin = await openConsole(stage, 'administrator')
    await gallery.be(admin.context)
    for (const [name, path] of INSIDE) await gallery.show(`admin-${name}`, path)
    expect(gallery.findings).toEqual([])
  })

  it('of an identity, a lost mailbox, an approval and a frozen account', async () => {
    const passport = passportOf('ROTH', 'PAUL', 'L898905R2')
    const who = holderOf(passport)
    const page = await registered(who)
    await beginCheck(stage, page)
    await readPassport(page, passport)
    await confirmData(page)
    await askToClose(stage, page, who)
    await askForAddress(stage, page, who, 'paul.roth@example.org')

    const reviewer = await openConsole(stage, 'reviewer')
    await gallery.be(reviewer.context)
    await gallery.show('case-identity', await pathOf(reviewer.page, /identity/i))
    await gallery.show('case-recovery', await pathOf(reviewer.page, /recovery/i))

    const support = await openConsole(stage, 'support')
    await takeCase(support.page, 'Closure', 'PR')
    await decide(support.page, { decision: 'Prepare the closure', reason: 'Nothing left.' })
    await support.page.getByText('so somebody else has to approve it').waitFor()
    await findPerson(support.page, who.email)
    await freeze(support.page, 'A lost phone')
    await gallery.be(support.context)
    await gallery.show('person-frozen', pathIn(support.page))

    const treasurer = await openConsole(stage, 'treasurer')
    await gallery.be(treasurer.context)
    await gallery.show('approval', await approvalOf(treasurer.page, 'Paul Roth'))
    expect(gallery.findings).toEqual([])
  })

  it('of figures, the payments behind them, and one of these', async () => {
    const ids = await payInStates(stage.danbao)
    const treasurer = await openConsole(stage, 'treasurer')
    await gallery.be(treasurer.context)
    await gallery.show('overview', '/overview')
    await gallery.show('payments', '/payments')
    const week = '/payments?opened_week=2026-01-05&check=approved&dispute_age=3-7'
    await gallery.show('payments-none', week)
    await gallery.show('payment', `/payments/${ids['A chair']}`)
    await gallery.show('payment-disputed', `/payments/${ids['A vase']}`)
    expect(gallery.findings).toEqual([])
  })

  it('of a marketplace, from its terms to an event', async () => {
    const merchant = await openMerchantConsole(stage)
    const { page } = merchant
    const home = pathIn(page)
    await page.getByRole('tab', { name: 'Webhooks' }).click()
    await page.getByRole('button', { name: 'Add an address' }).click()
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Address' })
      .fill('http://127.0.0.1:1/hook')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'I have kept it' }).click()
    await orderAtShop(stage, (await visit(stage.browser)).page)
    await gallery.be(merchant.context)
    for (const tab of ['terms', 'brand', 'keys', 'webhooks', 'events']) {
      await gallery.show(`marketplace-${tab}`, `${home}?tab=${tab}`)
    }
    await page.getByRole('link').filter({ hasText: '127.0.0.1:1' }).click()
    await page.getByText('No answer').first().waitFor()
    await gallery.show('webhook', pathIn(page))
    await page.getByRole('link').filter({ hasText: 'checkout.created' }).click()
    await page.getByRole('heading', { name: 'Checkout opened', level: 1 }).waitFor()
    await gallery.show('event', pathIn(page))
    expect(gallery.findings).toEqual([])
  })

  it('of a colleague, from the invitation to the second factor', async () => {
    const admin = await openConsole(stage, 'administrator')
    const email = 'olga@staff.example.com'
    await invite(admin.page, email)
    await gallery.be(admin.context)
    await gallery.show('member', await memberOf(admin.page, email))
    const { page, context } = await visit(stage.browser, { size: 'desktop' })
    const link = new URL(await stage.mailbox.link(email, /invited/))
    await gallery.be(context)
    await gallery.show('password', `/password${link.hash}`)
    await acceptInvitation(stage, page, email)
    await gallery.be(context)
    await gallery.show('enrol', pathIn(page))
    await gallery.close()
    expect(gallery.findings).toEqual([])
  })
})

async function registered(who: Newcomer): Promise<Page> {
  const { page } = await visit(stage.browser)
  await register(stage, page, who)
  return page
}

/** Opens the only case of this kind. */
async function pathOf(page: Page, kind: RegExp): Promise<string> {
  await page.getByRole('link', { name: /^Queue/ }).click()
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await cases.filter({ hasText: kind }).click()
  await page.waitForURL((url) => /\/cases\//.test(url.pathname) && kind.test(url.pathname))
  return pathIn(page)
}

async function approvalOf(page: Page, about: string): Promise<string> {
  await page.getByRole('link', { name: /^Approvals/ }).click()
  await page.getByRole('link').filter({ hasText: about }).filter({ hasText: 'Asked by' }).click()
  await page.waitForURL(/\/approvals\/.+/)
  return pathIn(page)
}

async function memberOf(page: Page, email: string): Promise<string> {
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click()
  await page.waitForURL(/\/staff\/.+/)
  return pathIn(page)
}

function pathIn(page: Page): string {
  return new URL(page.url()).pathname.replace('/console', '')
}
