import type { CheckoutView } from '@danbao/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { type Visit, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, type Newcomer, register } from './register.ts'
import { openConsole } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

interface Owner extends Visit {
  readonly who: Newcomer
  readonly account: string
  /** The same person in a second tab. */
  readonly other: Page
}

async function registered(names: Partial<Newcomer>): Promise<Owner> {
  const who = newcomer(names)
  const owner = await visit(stage.browser)
  await register(stage, owner.page, who)
  const me = z.object({ person: z.object({ id: z.string() }) })
  const account = me.parse(await call(owner.page, '/wallet/api/me')).person.id
  await owner.page.goto(`${stage.url}/wallet/`)
  const other = await owner.context.newPage()
  await other.goto(`${stage.url}/wallet/`)
  for (const page of [owner.page, other]) {
    await page.getByRole('heading', { name: /Hello/ }).waitFor()
    await expectBell(page, 'Notifications')
  }
  return { ...owner, who, account, other }
}

/** What the person does in this tab, as the screens ask for it. */
async function call(page: Page, path: string, body?: object): Promise<unknown> {
  const request = {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'danbao-app': '1', ...(body === undefined ? {} : JSON_TYPE) },
    body: body === undefined ? null : JSON.stringify(body),
  }
  const code = `fetch(${JSON.stringify(path)}, ${JSON.stringify(request)}).then((answer) => answer.json())`
  return page.evaluate(code)
}

const JSON_TYPE = { 'content-type': 'application/json' }

async function sell(seller: Owner): Promise<CheckoutView> {
  const amount = { value: '2490', currency: 'USD' }
  const description = 'Teapot, hand-thrown, for four cups'
  return stage.danbao.checkouts.create({
    payments: [{ amount, description, seller: seller.account }],
  })
}

async function buy(buyer: Owner, { id, total, payments }: CheckoutView): Promise<void> {
  const authorisation = {
    by: 'payment_password',
    payment_password: buyer.who.paymentPassword,
  }
  const paid = await call(buyer.page, `/wallet/api/checkouts/${id}/pay`, {
    key: crypto.randomUUID(),
    total,
    payments: payments.map((payment) => payment.id),
    authorisation,
  })
  expect(paid).toMatchObject({ state: 'paid' })
}

function expectBell(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('link', { name, exact: true }).waitFor()
}

describe('what happens elsewhere', JOURNEY, () => {
  it('shows in every open tab without a reload', async () => {
    const anna = await registered({ givenName: 'Anna', familyName: 'Eriksson' })
    const boris = await registered({ givenName: 'Boris', familyName: 'Orlov' })

    const amount = { value: '100000', currency: 'USD' }
    await call(anna.page, '/wallet/api/sandbox/top_ups', { key: crypto.randomUUID(), amount })
    await expectBell(anna.other, 'Notifications: 1 new')
    await anna.other.getByText('Wallet topped up').waitFor()

    const order = await sell(boris)
    await buy(anna, order)
    await expectBell(boris.other, 'Notifications: 1 new')
    await stage.mailbox.mail(boris.who.email, /Anna Eriksson paid|Sold/)
    await stage.mailbox.mail(anna.who.email, /You paid|being checked/)

    await boris.page.goto(`${stage.url}/wallet/notifications`)
    await boris.page.getByText(/Anna Eriksson paid/).waitFor()
    // Nobody checks it: after a day the money goes back, and both pages say so by themselves.
    await stage.advance('PT25H')
    await boris.page.getByText('Cancelled: the order of Anna Eriksson').waitFor()
    await anna.other.getByText('Refund').first().waitFor()
    await look(boris.page, 'notifications-en-phone')
    for (const language of ['ru', 'zh']) {
      await boris.page.getByRole('combobox').selectOption(language)
      await boris.page
        .getByText(/Anna Eriksson/)
        .first()
        .waitFor()
      await look(boris.page, `notifications-${language}-phone`)
    }
    await boris.page.getByRole('combobox').selectOption('en')
    await boris.page.getByRole('button', { name: 'Mark all as read' }).click()
    await expectBell(boris.page, 'Notifications')
    await expectBell(boris.other, 'Notifications')

    await call(boris.page, '/wallet/api/sign-out', {})
    await boris.other.waitForURL(/sign-in/)
    expect([...anna.faults, ...boris.faults]).toEqual([])
  })

  it('is an honest nothing where nothing happened, and leads to the payment', async () => {
    const { page, faults } = await registered({ givenName: 'Clara', familyName: 'Neu' })
    await page.getByRole('link', { name: 'Notifications', exact: true }).click()
    await page.getByText('Nothing yet').waitFor()
    await look(page, 'notifications-empty-phone')
    expect(faults).toEqual([])
  })

  it('shows at the desk of staff: a case that comes', async () => {
    const { page: desk, faults } = await openConsole(stage, 'support')
    const { page, who } = await registered({ givenName: 'Dora', familyName: 'Neu' })
    await call(page, '/wallet/api/closing', { password: who.password })
    const cases = desk.getByRole('list', { name: 'Cases' }).getByRole('link')
    // By itself the queue is read anew each half minute only.
    await cases.filter({ hasText: 'Closure' }).waitFor({ timeout: 10_000 })
    expect(faults).toEqual([])
  })
})
