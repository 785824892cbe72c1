import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { openStage, type Stage } from './open-stage.ts'
import { type Bought, CHAIR_TRACKING, payInStates } from './pay-in-states.ts'
import { openConsole } from './staff.ts'

let stage: Stage
let ids: Readonly<Record<Bought, string>>
beforeAll(async () => {
  stage = await openStage()
  ids = await payInStates(stage.danbao)
})
afterAll(() => stage.close())

const goTo = async (page: Page, way: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: way, exact: true }).click()
  await page.getByRole('heading', { name: way, level: 1 }).waitFor()
}

/** What the page lists, newest first. */
const listed = async (page: Page): Promise<readonly string[]> => {
  await page.getByRole('table', { name: 'Payments found' }).waitFor()
  return page.locator('td a[href*="/payments/"]').allInnerTexts()
}

/** Opens what a bar of the overview is made of. */
async function follow(page: Page, list: string, bar: RegExp): Promise<readonly string[]> {
  await goTo(page, 'Overview')
  await page.getByRole('list', { name: list }).getByRole('link', { name: bar }).click()
  return listed(page)
}

/** The same by the table below a chart. */
async function followDay(page: Page, chart: string, text: RegExp): Promise<readonly string[]> {
  await goTo(page, 'Overview')
  await page.getByText(`As a table: ${chart}`).click()
  await page.getByRole('table', { name: chart }).getByRole('link', { name: text }).click()
  return listed(page)
}

describe('the overview', JOURNEY, () => {
  it('says what is held, due, in dispute and checked; each figure opens its payments', async () => {
    const desk = await openConsole(stage, 'treasurer')
    const { page } = desk
    await goTo(page, 'Overview')
    await page.getByRole('tab', { name: 'USD', selected: true }).waitFor()
    await page.getByText('$710.00').waitFor()
    const ages = page.getByRole('list', { name: 'Held now' }).getByRole('listitem')
    expect(await ages.allInnerTexts()).toEqual([
      expect.stringMatching(/^Up to 2 days\s+\S*\$600.00 · 3 payments$/),
      expect.stringMatching(/^3–7 days\s+\S*\$110.00 · 1 payment$/),
      expect.stringMatching(/^8–14 days\s+\S*\$0.00$/),
      expect.stringMatching(/^15–30 days\s+\S*\$0.00$/),
      expect.stringMatching(/^More than 30 days\s+\S*\$0.00$/),
    ])
    await look(page, 'console-overview-en')

    expect(await follow(page, 'Held now', /^3–7 days/)).toEqual(['A lamp'])
    expect(await follow(page, 'Held now', /^Up to 2 days/)).toEqual(['A vase', 'A desk', 'A chair'])
    expect(await follow(page, 'Released by itself', /\$330.00 · 1 payment$/)).toEqual(['A desk'])
    expect(await follow(page, 'Released by itself', /^In a week or later/)).toEqual(['A chair'])
    expect(await followDay(page, 'Secured', /\$640.00 · 4 payments/)).toEqual([
      'A vase',
      'A table',
      'A desk',
      'A chair',
    ])
    expect(await followDay(page, 'Released', /\$40.00 · 1 payment/)).toEqual(['A table'])
    expect(await follow(page, 'Waiting for staff', /^12 hours or more/)).toEqual(['A cup'])
    expect(await followDay(page, 'Opened', /^1 payment$/)).toEqual(['A vase'])
    expect(await follow(page, 'How they stand', /^Seller to answer/)).toEqual(['A vase'])
    await page.getByRole('link', { name: 'A vase' }).click()
    await page.getByRole('heading', { name: 'A vase', level: 1 }).waitFor()
    await page.getByText('stays held until both sides agree').waitFor()
    await look(page, 'console-payment-en')
    expect(desk.faults).toEqual([])
  })

  it('narrows the list by what the address keeps', async () => {
    const desk = await openConsole(stage, 'support')
    const { page } = desk
    await goTo(page, 'Payments')
    expect(await listed(page)).toHaveLength(6)
    await page.getByLabel('State').selectOption('Shipped')
    await expect.poll(() => listed(page)).toEqual(['A desk', 'A chair'])
    await page.getByLabel('Released by itself').selectOption('In a week or later')
    await expect.poll(() => listed(page)).toEqual(['A chair'])
    await page.reload()
    expect(await listed(page)).toEqual(['A chair'])
    expect(new URL(page.url()).search).toBe('?state=shipped&due_on=later')
    expect(desk.faults).toEqual([])
  })

  it('shows an administrator sums, and nobody’s payments', async () => {
    const desk = await openConsole(stage, 'administrator')
    const { page } = desk
    await goTo(page, 'Overview')
    await page.getByText('$710.00').waitFor()
    expect(await page.locator('main a').count()).toBe(0)
    await page.goto(`${stage.url}/console/payments`)
    await page.getByRole('heading', { name: 'Not for your role', level: 1 }).waitFor()
    const forced = await page.request.get(`${stage.url}/console/api/payments`)
    expect(forced.status()).toBe(403)
    expect(desk.faults).toEqual([])
  })
})

describe('the search', JOURNEY, () => {
  it.each([
    ['lamp-1', 'With this reference', 'A lamp'],
    [CHAIR_TRACKING.replaceAll(' ', ''), 'With this tracking number', 'A chair'],
  ])('finds %s by the keyboard alone, for who may not look for people', async (text, by, what) => {
    const desk = await openConsole(stage, 'reviewer')
    const { page } = desk
    await goTo(page, 'Search')
    await page.getByRole('searchbox').focus()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    const found = page.getByRole('table', { name: by }).getByRole('link', { name: what })
    await found.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: what, level: 1 }).waitFor()
    expect(desk.faults).toEqual([])
  })

  it('finds people and payments with one field, for who may', async () => {
    const desk = await openConsole(stage, 'treasurer')
    const { page } = desk
    await goTo(page, 'Search')
    await page.getByRole('searchbox').fill(ids['A vase'])
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('table', { name: 'The payment' }).getByText('A vase').waitFor()
    await look(page, 'console-search-en')
    await page.getByRole('searchbox').fill('nobody-has-this')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByText('Nothing found').waitFor()
    expect(desk.faults).toEqual([])
  })
})

it('counts the checks that wait beside the way to the queue', JOURNEY, async () => {
  const desk = await openConsole(stage, 'reviewer')
  await desk.page.getByRole('navigation').getByRole('link', { name: 'Queue 1' }).waitFor()
  expect(desk.faults).toEqual([])
})
