import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { ANNA } from '@danbao/people/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openCheckout, payCheckout } from './pay-checkout.ts'
import { beginCheck, confirmData, holderOf, readPassport } from './prove-identity.ts'
import { type Newcomer, newcomer, register } from './register.ts'
import { decide, openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const LAMP = [{ description: 'A lamp', price: 40_00n }]

interface Bought extends Visit {
  readonly who: Newcomer
}

/** Somebody new has paid, and is told that it will be looked at. */
async function buy(who: Newcomer, goods = LAMP): Promise<Bought> {
  const buyer = await visit(stage.browser)
  await register(stage, buyer.page, who)
  await payCheckout(buyer.page, await openCheckout(stage, goods), who)
  await buyer.page.getByText('staff check the payment within 24 hours').waitFor()
  return { ...buyer, who }
}

async function expectInWallet({ page }: Bought, amount: string): Promise<void> {
  await page.goto(`${stage.url}/wallet/`)
  await page.getByText(amount).first().waitFor()
}

const named = (givenName: string, familyName: string): Newcomer =>
  newcomer({ givenName, familyName })

describe('the payment check', JOURNEY, () => {
  it('is approved by a reviewer who sees why it waits', async () => {
    const buyer = await buy(named('Bruno', 'Baum'), [
      { description: 'A lamp', price: 60_00n },
      { description: 'A chair', price: 60_00n },
    ])
    const desk = await openConsole(stage, 'reviewer')
    const { page } = desk
    await takeCase(page, 'Payment check', 'BB')
    await page.getByRole('heading', { name: 'Payment by Bruno Baum' }).waitFor()
    for (const rule of ['Large amount', 'Young account', 'New seller', 'Shipped abroad']) {
      await page.getByRole('listitem').filter({ hasText: rule }).waitFor()
    }
    await page.getByText('From 40 points on nothing passes by itself.').waitFor()
    await page.getByRole('radio', { name: 'Approve', exact: true }).check()
    await page.getByText('$120.00 stays held').waitFor()
    await look(page, 'console-payment-check-en')
    await lookInRussian(page)
    await decide(page, { decision: 'Approve', reason: 'The shop knows him.' })
    await page.getByText('The payment was approved.').waitFor()
    await stage.mailbox.mail(buyer.who.email, /passed the check/)
    expect([...buyer.faults, ...desk.faults]).toEqual([])
  })

  it('is refused: the buyer reads why and has the money back', async () => {
    const buyer = await buy(named('Clara', 'Cohen'))
    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Payment check', 'CC')
    await desk.page.getByRole('radio', { name: 'Refuse and refund', exact: true }).check()
    await desk.page.getByText('goes back to the buyer’s wallet now').waitFor()
    await decide(desk.page, { decision: 'Refuse and refund', reason: 'The parcel goes elsewhere.' })
    await desk.page.getByText('the money is back with the buyer').waitFor()

    const { text } = await stage.mailbox.mail(buyer.who.email, /payment was refused/)
    expect(text).toContain('The parcel goes elsewhere.')
    await expectInWallet(buyer, '40.00')
    expect([...buyer.faults, ...desk.faults]).toEqual([])
  })

  it('asks for the identity, and goes on by itself once that is approved', async () => {
    const buyer = await buy(holderOf(ANNA))
    const desk = await openConsole(stage, 'reviewer')
    await takeCase(desk.page, 'Payment check', 'AE')
    const reason = 'Please show your passport.'
    await decide(desk.page, { decision: 'Ask for the identity', reason })
    await desk.page.getByText('The case stays in the queue').waitFor()
    await desk.page.reload()
    await desk.page.getByText('The identity was asked for').waitFor()

    const { text, links } = await stage.mailbox.mail(buyer.who.email, /waits for your identity/)
    expect(text).toContain(reason)
    expect(links[0]).toContain('/wallet/identity')
    await beginCheck(stage, buyer.page)
    await readPassport(buyer.page, ANNA)
    await confirmData(buyer.page)
    await desk.page.goto(`${stage.url}/console/`)
    await takeCase(desk.page, 'Identity', 'AE')
    await approveIdentity(desk.page)

    await stage.mailbox.mail(buyer.who.email, /passed the check/)
    await noCaseOf(desk.page, 'AE')
    expect([...buyer.faults, ...desk.faults]).toEqual([])
  })

  it('ends by the clock when nobody looks: the money is back, the case gone', async () => {
    const buyer = await buy(named('Dora', 'Dahl'))
    const desk = await openConsole(stage, 'reviewer')
    const cases = desk.page.getByRole('list', { name: 'Cases' }).getByRole('link')
    await cases.filter({ hasText: 'DD' }).waitFor()
    await stage.advance('PT24H')
    await expectInWallet(buyer, '40.00')
    const again = await openConsole(stage, 'reviewer')
    await noCaseOf(again.page, 'DD')
    expect([...buyer.faults, ...again.faults]).toEqual([])
  })
})

async function approveIdentity(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Approve', exact: true }).check()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('The check stands at “Approved”.').waitFor()
}

/** The clock looks every few seconds, and so does the queue. */
async function noCaseOf(page: Page, initials: string): Promise<void> {
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await expect
    .poll(
      async () => {
        await page.goto(`${stage.url}/console/?kind=payment_check`, { waitUntil: 'networkidle' })
        return cases.filter({ hasText: initials }).count()
      },
      { timeout: 20_000 },
    )
    .toBe(0)
}

const PICTURES = fileURLToPath(new URL('../../data/screens/', import.meta.url))

/** Russian words are long: the case on a desk and on a phone. */
async function lookInRussian(page: Page): Promise<void> {
  const cookies = await page.context().cookies()
  const url = page.url()
  for (const size of ['desktop', 'phone'] as const) {
    const seen = await visit(stage.browser, { language: 'ru', size })
    await seen.page.context().addCookies(cookies)
    await seen.page.goto(url, { waitUntil: 'networkidle' })
    await seen.page.getByRole('heading', { name: 'Почему ждёт' }).waitFor()
    await mkdir(PICTURES, { recursive: true })
    await look(seen.page, `console-payment-check-ru-${size}`)
    expect(seen.faults).toEqual([])
    await seen.page.context().close()
  }
}
