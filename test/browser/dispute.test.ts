import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { buyAndShip, enterAs } from './buy.ts'
import { look } from './look.ts'
import { type Visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { openConsole } from './staff.ts'

let stage: Stage
let buyer: Visit
let seller: Visit
beforeAll(async () => {
  stage = await openStage()
  buyer = await enterAs(stage, 'buyer')
  seller = await enterAs(stage, 'seller')
})
afterAll(() => stage.close())

const buy = (description: string, minor: string) =>
  buyAndShip(stage, { buyer: buyer.page, seller: seller.page }, { description, minor })

const openPayment = async ({ page }: Visit, id: string): Promise<Page> => {
  await page.goto(`${stage.url}/wallet/payments/${id}`)
  return page
}

interface Problem {
  readonly choices: readonly string[]
  readonly message: string
  /** Of the whole; absent: all of it. */
  readonly amount?: string
  readonly goesBack?: boolean
  readonly photo?: Buffer
}

/** From the payment's page to the dispute, as somebody would who never saw it. */
async function report(id: string, problem: Problem): Promise<void> {
  const page = await openPayment(buyer, id)
  await page.getByRole('link', { name: 'Report a problem' }).click()
  await page.getByRole('heading', { name: 'Report a problem', level: 1 }).waitFor()
  for (const choice of problem.choices) {
    await page.getByRole('radio', { name: choice, exact: true }).check()
  }
  await page.getByRole('button', { name: 'Go on' }).click()
  if (problem.amount !== undefined) {
    await page.getByRole('radio', { name: /^A part/ }).check()
    await page.getByLabel('Back to me').fill(problem.amount)
  }
  if (problem.goesBack === true)
    await page.getByRole('radio', { name: /^I send them back/ }).check()
  if (problem.photo !== undefined) await addPhoto(page, problem.photo, 'The broken edge')
  await page.getByRole('button', { name: 'Send to the seller' }).click()
  await page.getByText('Say it in a few words.').waitFor()
  await page.getByLabel('In your words').fill(problem.message)
  await page.getByRole('button', { name: 'Send to the seller' }).click()
  await page.getByText('The seller has to answer').waitFor()
}

async function addPhoto(page: Page, buffer: Buffer, note: string): Promise<void> {
  const file = { name: 'edge.jpg', mimeType: 'image/jpeg', buffer }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByLabel('What does it show?').fill(note)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

async function move(page: Page, name: string, fill: Readonly<Record<string, string>> = {}) {
  await page.getByRole('button', { name, exact: true }).click()
  const sheet = page.getByRole('dialog')
  for (const [label, text] of Object.entries(fill)) await sheet.getByLabel(label).fill(text)
  await sheet.getByRole('button', { name, exact: true }).click()
}

async function makeOffer(page: Page, amount: string, message: string): Promise<void> {
  await page.getByRole('button', { name: 'Make an offer', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Back to the buyer', { exact: true }).first().fill(amount)
  await sheet.getByLabel('A word to the other side').fill(message)
  await sheet.getByRole('button', { name: 'Send the offer' }).click()
  await page.getByText('Your offer is with the other side').waitFor()
}

describe('a dispute', JOURNEY, () => {
  it('ends when an offer is accepted, with the money as it was shown before', async () => {
    const id = await buy('A lamp', '10000')
    const photo = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#a64' },
    })
      .jpeg()
      .toBuffer()
    await report(id, {
      choices: ['It came, but it is not right', 'It arrived damaged, or does not work'],
      message: 'The glass was broken.',
      photo,
    })
    await buyer.page.getByText('The broken edge').waitFor()
    await look(buyer.page, 'dispute-waiting-en-phone')
    const page = await openPayment(seller, id)
    await page.getByText('The buyer reports a problem. Please answer').waitFor()
    await page.getByText('It arrived damaged, or does not work.').waitFor()
    await page.getByRole('button', { name: /Picture/ }).click()
    await page.getByRole('dialog').getByText('The broken edge').waitFor()
    await page.keyboard.press('Escape')
    await makeOffer(page, '40', 'I am sorry. 40 for the glass?')
    await openPayment(buyer, id)
    await buyer.page.getByText('It is your turn').waitFor()
    await buyer.page.getByRole('button', { name: 'Accept the offer' }).click()
    const sheet = buyer.page.getByRole('dialog')
    await sheet.getByText('Back to your wallet').waitFor()
    expect(await sheet.getByRole('definition').allInnerTexts()).toEqual([
      'US$40.00',
      'US$57.00',
      'US$3.00',
    ])
    await sheet.getByRole('button', { name: 'Accept the offer' }).click()
    await buyer.page.getByText('The money was divided between the two of you.').waitFor()
    expect([...buyer.faults, ...seller.faults]).toEqual([])
  })

  it('ends with a return: agreed, sent, received, and the money back', async () => {
    const id = await buy('A coat', '6000')
    await report(id, {
      choices: ['It came, but it is not right', 'It is not as it was described'],
      message: 'It is blue, not black.',
      goesBack: true,
    })
    const page = await openPayment(seller, id)
    await page.getByText('Wants US$60.00 back').waitFor()
    await move(page, 'Accept the offer')
    await page.getByText('The buyer sends the goods back', { exact: false }).first().waitFor()
    await openPayment(buyer, id)
    await move(buyer.page, 'I have sent it back', { Carrier: 'DHL', 'Tracking number': 'RR123' })
    await buyer.page.getByText('The goods are on their way back').waitFor()
    await openPayment(seller, id)
    await page.getByText('RR123').waitFor()
    await move(page, 'The goods have come back')
    await page.getByText('All of the money went back to the buyer.').waitFor()
    expect([...buyer.faults, ...seller.faults]).toEqual([])
  })

  it('is withdrawn, and the payment goes on', async () => {
    const id = await buy('A book', '1500')
    await report(id, {
      choices: ['It did not arrive', 'The carrier says it is still on its way'],
      message: 'It should be here.',
    })
    await move(buyer.page, 'Take the report back')
    await buyer.page.getByText('The buyer took the report back.').waitFor()
    await buyer.page.getByRole('link', { name: 'Report a problem' }).waitFor()
    expect(buyer.faults).toEqual([])
  })

  it('is divided by an arbiter, appealed against, and divided by another', async () => {
    const id = await buy('A vase', '20000')
    await report(id, {
      choices: ['It came, but it is not right', 'Something is missing'],
      message: 'The lid is not there.',
      amount: '120',
    })
    const page = await openPayment(seller, id)
    await makeOffer(page, '20', 'Lids cost 20.')
    await move(page, 'Ask an arbiter')
    await page.getByText('An arbiter looks at both sides').waitFor()

    const arbiter = await openConsole(stage, 'arbiter')
    await openCase(arbiter.page)
    await arbiter.page.getByRole('button', { name: 'Take', exact: true }).click()
    await arbiter.page.getByText('You work on it.').waitFor()
    await arbiter.page.getByText('Lids cost 20.').waitFor()
    await divide(arbiter.page, '70', 'The lid was in the description.', [
      'US$70.00',
      'US$123.50',
      'US$6.50',
    ])
    await arbiter.page.getByText('US$70.00 go back to the buyer.').waitFor()

    await page.reload()
    await page.getByText('The arbiter has decided').waitFor()
    await page.getByText('The lid was in the description.').waitFor()
    await page.getByRole('button', { name: 'Appeal', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('What is wrong with the decision?').fill('There was never a lid.')
    await sheet.getByRole('button', { name: 'Appeal', exact: true }).click()
    await page.getByText('Another arbiter looks at it once more').waitFor()

    await openCase(arbiter.page)
    await arbiter.page.getByText('Somebody else decides').waitFor()
    const second = await openConsole(stage, 'treasurer')
    await openCase(second.page)
    await second.page.getByText('There was never a lid.').waitFor()
    await look(second.page, 'dispute-desk-en-desktop')
    await divide(second.page, '50', 'It was in the picture only.', [
      'US$50.00',
      'US$142.50',
      'US$7.50',
    ])
    await second.page.getByText('US$50.00 go back to the buyer.').waitFor()
    await openPayment(buyer, id)
    await buyer.page.getByText('The money was divided between the two of you.').waitFor()
    const faults = [buyer, seller, arbiter, second].flatMap((who) => who.faults)
    expect(faults).toEqual([])
  })

  it('can be read in Russian on a phone, by both sides and in every step', async () => {
    const id = await buy('Чайник', '4500')
    const russian = await enterAs(stage, 'buyer', 'ru')
    const { page } = russian
    await page.goto(`${stage.url}/wallet/payments/${id}/problem`)
    await page.getByRole('radio', { name: 'Товар не пришёл' }).check()
    await page.getByRole('radio', { name: /нет$/ }).first().check()
    await look(page, 'problem-tree-ru-phone')
    await page.getByRole('button', { name: 'Дальше' }).click()
    await page.getByRole('radio', { name: /^Часть/ }).check()
    await page.getByLabel('Вернуть мне').fill('12,50')
    await page.getByLabel('Своими словами').fill('Перевозчик пишет, что доставил, но посылки нет.')
    await page.getByText('Вернётся в ваш кошелёк').waitFor()
    await look(page, 'problem-proposal-ru-phone')
    await page.getByRole('button', { name: 'Отправить продавцу' }).click()
    await page.getByText('Слово за продавцом').waitFor()
    await look(page, 'dispute-buyer-ru-phone')
    const other = await enterAs(stage, 'seller', 'ru')
    await other.page.goto(`${stage.url}/wallet/payments/${id}`)
    await other.page.getByRole('button', { name: 'Сделать предложение' }).click()
    await look(other.page, 'dispute-offer-ru-phone')
    expect([...russian.faults, ...other.faults]).toEqual([])
  })
})

/** Waits until the loop has put it into the queue. */
async function openCase(page: Page): Promise<void> {
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await expect
    .poll(
      async () => {
        await page.goto(`${stage.url}/console/`)
        await page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
        return cases.filter({ hasText: 'Dispute' }).count()
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0)
  await cases.filter({ hasText: 'Dispute' }).first().click()
  await page.getByRole('heading', { name: /^Dispute: / }).waitFor()
}

async function divide(
  page: Page,
  amount: string,
  reason: string,
  consequence: readonly string[],
): Promise<void> {
  await page.getByLabel('Back to the buyer', { exact: true }).first().fill(amount)
  const lines = page.getByRole('region', { name: 'Consequence' }).getByRole('definition')
  await expect.poll(() => lines.allInnerTexts()).toEqual(consequence)
  await page.getByLabel('Reason').fill(reason)
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
}
