import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { look, lookInTheDark } from './look.ts'
import { type Language, visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openCheckout } from './pay-checkout.ts'
import { authorise } from './shop.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

interface Said {
  readonly ask: string
  readonly name: string
  readonly words: RegExp
  readonly make: string
  readonly link: string
  readonly friend: string
  readonly asks: string
  readonly pay: RegExp
  readonly paid: string
  readonly byFriend: RegExp
}

const SAID: Readonly<Record<Exclude<Language, 'zh'>, Said>> = {
  en: {
    ask: 'Ask a friend to pay',
    name: 'Your name',
    words: /^A few words/,
    make: 'Make the link',
    link: 'The link',
    friend: 'a buyer with money',
    asks: 'Mila asks you to pay',
    pay: /^Pay (US)?\$/,
    paid: 'Paid',
    byFriend: /^Your friend has paid/,
  },
  ru: {
    ask: 'Попросить друга заплатить',
    name: 'Ваше имя',
    words: /^Несколько слов/,
    make: 'Создать ссылку',
    link: 'Ссылка',
    friend: 'покупатель с деньгами',
    asks: 'Mila просит вас заплатить',
    pay: /^Оплатить /,
    paid: 'Оплачено',
    byFriend: /^Друг оплатил заказ/,
  },
}

const WORDS = 'For the <b>kitchen</b>, as we said!'

/** From the sheet on the page of the checkout. */
async function makeLink(page: Page, said: Said): Promise<string> {
  await page.getByRole('button', { name: said.ask }).click()
  await page.getByLabel(said.name).fill('Mila')
  await page.getByLabel(said.words).fill(WORDS)
  await page.getByRole('button', { name: said.make }).click()
  return page.getByLabel(said.link, { exact: true }).inputValue()
}

/** The same address with other words in it. */
function forge(link: string): string {
  const url = new URL(link)
  const signature = url.searchParams.get('ask')?.split('.')[1] ?? ''
  const words = { object: 'asked_to_pay', name: 'Danbao', message: 'Call us: 0900 000' }
  const said = Buffer.from(JSON.stringify(words)).toString('base64url')
  url.searchParams.set('ask', `${said}.${signature}`)
  return url.href
}

describe('somebody who is not signed in', JOURNEY, () => {
  it.each(['en', 'ru'] as const)(
    'asks a friend, who pays and is the buyer (%s)',
    async (language) => {
      const said = SAID[language]
      const address = await openCheckout(stage, [{ description: 'A lamp', price: 24_90n }])
      const asker = await visit(stage.browser, { language })
      await asker.page.goto(address)
      const link = await makeLink(asker.page, said)
      await look(asker.page, `checkout-ask-link-${language}`)

      const friend = await visit(stage.browser, { language })
      await friend.page.goto(link)
      await friend.page.getByRole('heading', { name: said.asks }).waitFor()
      await friend.page.getByText(WORDS).waitFor()
      await look(friend.page, `checkout-asked-${language}`)
      await friend.page.getByRole('button', { name: said.friend }).click()
      await friend.page.getByRole('button', { name: '1', exact: true }).waitFor()
      await friend.page.getByText(WORDS).waitFor()
      await look(friend.page, `checkout-asked-signed-in-${language}`)
      await lookInTheDark(friend.page, `checkout-asked-signed-in-${language}`)
      await authorise(friend.page, said.pay)
      await friend.page.getByRole('heading', { name: said.paid, level: 1 }).waitFor()
      await friend.page.getByText(/Mila/).waitFor()
      await look(friend.page, `checkout-friend-paid-${language}`)

      // Nobody reloads the asker's page.
      await asker.page.getByText(said.byFriend).waitFor()
      await look(asker.page, `checkout-paid-by-friend-${language}`)
      expect([...asker.faults, ...friend.faults]).toEqual([])
      await asker.context.close()
      await friend.context.close()
    },
  )

  it('copies the link, and nobody can make it say something else', async () => {
    const address = await openCheckout(stage, [{ description: 'A lamp', price: 24_90n }])
    const { page, context, faults } = await visit(stage.browser)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(address)
    const link = await makeLink(page, SAID.en)
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied.').waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(link)
    for (const wrong of [forge(link), link.slice(0, -4)]) {
      await page.goto(wrong)
      await page.getByRole('heading', { name: 'This link is not whole' }).waitFor()
      expect(await page.getByText('0900').count()).toBe(0)
    }
    await look(page, 'checkout-broken-ask')
    expect(faults).toEqual([])
    await context.close()
  })
})

it(
  'the asker who is signed in sees it too, and a coupon that pays all is one press',
  JOURNEY,
  async () => {
    const address = await openCheckout(stage, [
      { description: 'A lamp', price: 5_00n, coupon: 5_00n },
    ])
    const asker = await visit(stage.browser)
    await asker.page.goto(address)
    await asker.page.getByRole('button', { name: 'a new buyer' }).click()
    await asker.page.getByText('A coupon pays all of this').waitFor()
    await look(asker.page, 'checkout-free')
    await asker.page.getByRole('button', { name: SAID.en.ask }).click()
    await asker.page.getByRole('button', { name: SAID.en.make }).click()
    const link = await asker.page.getByLabel(SAID.en.link, { exact: true }).inputValue()
    const friend = await visit(stage.browser)
    await friend.page.goto(link)
    await friend.page.getByRole('button', { name: SAID.en.friend }).click()
    await friend.page.getByRole('button', { name: '1', exact: true }).waitFor()
    await authorise(friend.page, /^Order, the coupon pays/)
    await friend.page.getByRole('heading', { name: 'Paid', level: 1 }).waitFor()
    await asker.page.getByText(SAID.en.byFriend).waitFor()
    expect([...asker.faults, ...friend.faults]).toEqual([])
  },
)
