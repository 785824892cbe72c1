import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterAs } from './buy.ts'
import { type Gallery, openGallery } from './gallery.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { openStage, type Stage } from './open-stage.ts'
import { authorise } from './shop.ts'
import { approve, openConsole } from './staff.ts'

let stage: Stage
let wallet: Gallery
let desk: Gallery
beforeAll(async () => {
  stage = await openStage()
  wallet = await openGallery(stage, 'wallet')
  desk = await openGallery(stage, 'console')
})
afterAll(() => stage.close())

/** The source of rates does this on purpose, or nothing of the kind. */
async function breakSource(faults: object): Promise<void> {
  const answer = await fetch(new URL('/api/rates/faults', stage.mailboxUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults),
  })
  expect(answer.status).toBe(200)
}

/** In pounds, of which the buyer has none. */
async function orderInPounds(value: string): Promise<string> {
  const { id: seller } = await stage.danbao.accounts.create({ name: 'Lena Shop' })
  const amount = { value, currency: 'GBP' }
  const { url } = await stage.danbao.checkouts.create({
    payments: [{ seller, amount, description: 'A lamp' }],
  })
  return url
}

describe('rates', JOURNEY, () => {
  it('stay when their source breaks; staff set the spread and type in what is missing', async () => {
    const treasurer = await openConsole(stage, 'treasurer')
    const { page } = treasurer
    await page.getByRole('link', { name: 'Rates' }).click()
    await page.getByRole('heading', { name: 'Rates', level: 1 }).waitFor()
    await breakSource({ cut: true })
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.getByText('The last good rates stay in force.').waitFor()
    await look(page, 'rates-broken')
    await breakSource({ cut: false })
    await page.getByRole('button', { name: 'Ask now' }).click()
    await page.getByText('The last good rates stay in force.').waitFor({ state: 'detached' })
    await page.getByLabel('Spread in percent').fill('11')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Write a number from 0 to 10').waitFor()
    await page.getByLabel('Spread in percent').fill('1,5')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved. It holds').waitFor()
    await page.getByLabel('Currency').selectOption('RUB')
    await page.getByLabel('One euro is worth').fill('95,1234')
    await page.getByLabel('Why').fill('cbr.ru, 24.11')
    await page.getByRole('button', { name: 'Ask for it' }).click()
    await page.getByText('1 EUR = 95.1234 RUB').waitFor()
    await desk.be(treasurer.context)
    await desk.show('rates', '/rates')
    expect(desk.findings).toEqual([])

    const support = await openConsole(stage, 'support')
    await approve(support.page, 'An exchange rate')
    await look(support.page, 'rates-approval')
    await page.reload()
    await page.getByRole('row').filter({ hasText: 'RUB' }).getByText('typed in').waitFor()
    expect([...treasurer.faults, ...support.faults]).toEqual([])
  })

  it('let somebody pay in pounds from a wallet in euros, at a price shown before', async () => {
    const buyer = await enterAs(stage, 'buyer', 'ru')
    const { page } = buyer
    const url = await orderInPounds('20000')
    await page.goto(url)
    await page.getByRole('radio', { name: /Ваш кошелёк в EUR/ }).check()
    await page.getByRole('heading', { name: 'Обмен' }).waitFor()
    await look(page, 'pay-by-quote')
    await authorise(page, /^Оплатить 23/)
    await page.getByRole('heading', { name: 'Оплачено', level: 1, exact: true }).waitFor()
    await wallet.be(buyer.context)
    await wallet.show(
      'checkout-other-currencies',
      new URL(await orderInPounds('50000')).pathname.replace('/wallet', ''),
    )
    expect(wallet.findings).toEqual([])

    const { page: rates } = await openConsole(stage, 'treasurer')
    await rates.goto(`${stage.url}/console/rates`)
    await rates.getByText(/All together at these rates: \+€3\.\d\d/).waitFor()
    await look(rates, 'rates-position')
  })
})
