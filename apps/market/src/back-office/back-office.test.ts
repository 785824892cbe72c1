import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Market } from '../index.ts'
import { type FakeDanbao, openBrowser, openLinkedShop, paid, startFakeDanbao } from '../testing.ts'

let danbao: FakeDanbao
let market: Market
let potter: ReturnType<typeof openBrowser>
let knitter: ReturnType<typeof openBrowser>
let payment: string

beforeAll(async () => {
  danbao = await startFakeDanbao()
  const sellers = [{ account: 'acc_potter', email: 'the.potter@people.example' }]
  market = await openLinkedShop(danbao, { sellers })
  const buyer = openBrowser(market.url)
  const { text } = await buyer('/cart/add', { goods: 'teapot', quantity: '2' })
  await buyer('/checkout', { order: /name="order" value="([^"]+)"/.exec(text)?.[1] ?? '' })
  payment = [...danbao.payments.keys()][0] ?? ''
  potter = openBrowser(market.url)
  await potter('/account/sign-in', { person: 'seller-acc_potter' })
  knitter = openBrowser(market.url)
  await knitter('/account/sign-in', { person: 'shopper-5' })
})
afterAll(async () => {
  await market.close()
  await danbao.close()
})

const keyIn = (text: string, action: string): string =>
  new RegExp(`${action}-form[\\s\\S]*?name="key"\\s+value="([^"]+)"`).exec(text)?.[1] ?? ''

it('a seller with an account of their own is paid there', () => {
  expect(danbao.payments.get(payment)?.seller).toBe('acc_potter')
})

it('nobody gets in who sells nothing', async () => {
  const shopper = openBrowser(market.url)
  expect(new URL((await shopper('/selling')).url).pathname).toBe('/account')
  await shopper('/account/sign-in', { person: 'shopper-1' })
  expect(new URL((await shopper('/selling/goods/new')).url).pathname).toBe('/account')
})

it('nothing is to be sent before it is paid', async () => {
  expect((await potter('/selling')).text).toContain('There are no orders yet.')
})

describe('a paid order', () => {
  beforeAll(async () => {
    expect(await danbao.tell('payment.held', paid(danbao, payment))).toBe(204)
  })

  it('is seen by its seller and by no other', async () => {
    expect((await potter('/selling')).text).toContain('2 × Celadon teapot')
    expect((await potter('/selling')).text).toContain('sold: 2')
    expect((await knitter('/selling')).text).not.toContain('Celadon teapot')
    expect((await knitter(`/selling/orders/${payment}`)).status).toBe(404)
    const stolen = await knitter(`/selling/orders/${payment}/ship`, { carrier: 'x', tracking: 'x' })
    expect(stolen.status).toBe(404)
  })

  it('is not sent without a tracking number', async () => {
    const { text } = await potter(`/selling/orders/${payment}`)
    const form = { key: keyIn(text, 'ship'), carrier: 'Post', tracking: ' ' }
    const answer = await potter(`/selling/orders/${payment}/ship`, form)
    expect(answer.text).toContain('Something in the form is not right')
    expect(danbao.payments.get(payment)?.state).toBe('held')
  })

  it('is refunded once, however often the form is sent', async () => {
    const { text } = await potter(`/selling/orders/${payment}`)
    const form = { key: keyIn(text, 'refund'), amount: '12,50', reason: 'A scratch' }
    await potter(`/selling/orders/${payment}/refund`, form)
    danbao.change(payment, { refunded: { value: '1250', currency: 'USD' } })
    const calls = danbao.calls.length
    const again = await potter(`/selling/orders/${payment}/refund`, form)
    expect(danbao.calls.length).toBeGreaterThan(calls)
    expect(again.text).toContain('Returned to the buyer: $12.50')
  })

  it('is sent, and then delivered by the post of the panel', async () => {
    const { text } = await potter(`/selling/orders/${payment}`)
    const form = { key: keyIn(text, 'ship'), carrier: 'Post', tracking: 'RB 1' }
    const sent = await potter(`/selling/orders/${payment}/ship`, form)
    expect(sent.text).toContain('The buyer knows that it is on its way.')
    expect(sent.text).toContain('Post RB 1')
    expect(sent.text).not.toContain('ship-form')
    const anybody = openBrowser(market.url)
    expect((await anybody('/panel')).text).toContain('RB 1')
    const delivered = await anybody('/panel/deliver', { payment, way: 'parcel' })
    expect(delivered.text).toContain('Delivered. Danbao tells both sides.')
    expect((await potter(`/selling/orders/${payment}`)).text).toContain('It has arrived')
  })

  it('says so when Danbao is away', async () => {
    const { text } = await potter(`/selling/orders/${payment}`)
    danbao.away = true
    const form = { key: keyIn(text, 'refund'), amount: '1', reason: '' }
    const answer = await potter(`/selling/orders/${payment}/refund`, form)
    danbao.away = false
    expect(answer.text).toContain('Danbao does not answer. Nothing was done')
  })
})

describe('new goods', () => {
  const form = { title: 'Bowl', description: 'For soup.', price: '24,50', picture: 'cups' }

  it('are in the catalogue, in every language', async () => {
    await potter('/selling/goods', form)
    const { text } = await openBrowser(market.url, 'zh')('/')
    expect(text).toContain('Bowl')
    expect(text).toContain('US$24.50')
  })

  it.each([
    ['price', '0.99', 'A price from 1 to 5,000 dollars'],
    ['price', '5000.01', 'A price from 1 to 5,000 dollars'],
    ['title', '   ', 'Please fill this in.'],
  ])('with %s %j are refused, and what was typed stays', async (field, value, problem) => {
    const answer = await potter('/selling/goods', { ...form, description: 'Typed', [field]: value })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(problem)
    expect(answer.text).toContain('Typed')
  })

  it('are text, never markup', async () => {
    const title = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
    await potter('/selling/goods', { ...form, title, description: '</textarea><b>' })
    const home = await openBrowser(market.url)('/')
    const [, id = ''] = /href="\/goods\/(g-[0-9a-f]+)"/.exec(home.text) ?? []
    const goods = await openBrowser(market.url)(`/goods/${id}`)
    const cart = await openBrowser(market.url)('/cart/add', { goods: id, quantity: '1' })
    const draft = await potter('/selling/goods', { ...form, title, price: 'x' })
    for (const { text } of [home, goods, cart, draft]) {
      expect(text).toContain('&lt;script&gt;alert(1)')
      expect(text).not.toMatch(/<script>|<img src=x/)
    }
  })
})
