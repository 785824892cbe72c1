import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Market } from '../index.ts'
import { type FakeDanbao, openBrowser, openLinkedShop, paid, startFakeDanbao } from '../testing.ts'

let danbao: FakeDanbao
let market: Market
let go: ReturnType<typeof openBrowser>

beforeEach(async () => {
  danbao = await startFakeDanbao()
  market = await openLinkedShop(danbao)
  go = openBrowser(market.url)
})
afterEach(async () => {
  await market.close()
  await danbao.close()
})

/** Fills the cart with goods of two sellers; resolves to the order it becomes. */
async function fillCart(): Promise<string> {
  await go('/cart/add', { goods: 'teapot', quantity: '1' })
  const { text } = await go('/cart/add', { goods: 'mittens', quantity: '2' })
  return /name="order" value="([^"]+)"/.exec(text)?.[1] ?? ''
}

const made = () => danbao.calls.filter((call) => call === 'POST /v1/checkouts').length

describe('paying', () => {
  it('goes on to Danbao with one payment for each seller', async () => {
    const { url } = await go('/checkout', { order: await fillCart() })
    expect(url).toBe(`${danbao.url}/wallet/checkout/chk_1`)
    const payments = danbao.checkouts.get('chk_1')?.payments ?? []
    expect(payments.map(({ amount, description }) => [amount.value, description])).toEqual([
      ['5800', '1 × Celadon teapot'],
      ['4800', '2 × Snowflake mittens'],
    ])
    expect(new Set(payments.map(({ seller }) => seller)).size).toBe(2)
  })

  it('twice at once is one checkout', async () => {
    const order = await fillCart()
    const both = await Promise.all([go('/checkout', { order }), go('/checkout', { order })])
    expect(new Set(both.map(({ url }) => url)).size).toBe(1)
    expect(danbao.checkouts.size).toBe(1)
    await go('/checkout', { order })
    expect(danbao.checkouts.size).toBe(1)
  })

  it('of a changed cart is another checkout', async () => {
    await go('/checkout', { order: await fillCart() })
    const { text } = await go('/cart/change', { goods: 'mittens', remove: 'yes' })
    const order = /name="order" value="([^"]+)"/.exec(text)?.[1] ?? ''
    expect((await go('/checkout', { order })).url).toContain('chk_2')
  })

  it('keeps the cart when Danbao is away, and works when it is back', async () => {
    const order = await fillCart()
    danbao.away = true
    const failed = await go('/checkout', { order })
    expect(failed.status).toBe(503)
    expect(failed.text).toContain('Nothing was charged, and your cart is kept')
    expect((await go('/cart')).text).toContain('Celadon teapot')
    danbao.away = false
    expect((await go('/checkout', { order })).url).toContain('chk_1')
    expect(made()).toBe(1)
  })

  it('of somebody else is not possible', async () => {
    const order = await fillCart()
    await go('/checkout', { order })
    const stranger = openBrowser(market.url)
    await stranger('/cart/add', { goods: 'pot', quantity: '1' })
    expect((await stranger('/checkout', { order })).url).toBe(new URL('/cart', market.url).href)
    expect((await stranger(`/orders/${order}`)).status).toBe(404)
    expect((await stranger(`/orders/${order}/live`)).status).toBe(404)
  })
})

describe('coming back', () => {
  async function order() {
    const id = await fillCart()
    await go('/checkout', { order: id })
    const checkout = danbao.checkouts.get('chk_1')
    if (checkout === undefined) throw new Error('There is a checkout.')
    return { id, checkout }
  }

  it('says thank you when it is paid, and the address is clean', async () => {
    const { checkout, id } = await order()
    for (const { id: payment } of checkout.payments) paid(danbao, payment)
    const { text, url } = await go(danbao.backUrl(checkout, 'paid'))
    expect(new URL(url).pathname + new URL(url).search).toBe(`/orders/${id}?thanks=1`)
    expect(text).toContain('Thank you! It is paid')
  })

  it('with a forged signature is no thank you', async () => {
    const { checkout } = await order()
    for (const { id: payment } of checkout.payments) paid(danbao, payment)
    const { text } = await go(danbao.backUrl(checkout, 'paid', 'rsec_guessed'))
    expect(text).not.toContain('Thank you! It is paid')
    expect(text).toContain('Paid, to be sent')
  })

  it('with a good signature is not believed over what Danbao says', async () => {
    const { checkout } = await order()
    const { text } = await go(danbao.backUrl(checkout, 'paid'))
    expect(text).toContain('Not paid')
    expect(text).not.toContain('Thank you! It is paid')
  })

  it('brings an order into the account of who signs in', async () => {
    const { id } = await order()
    await go('/account/sign-in', { person: 'shopper-1' })
    const elsewhere = openBrowser(market.url)
    await elsewhere('/account/sign-in', { person: 'shopper-1' })
    expect((await elsewhere('/orders')).text).toContain(id)
    // Whoever signs in here next is somebody else.
    await go('/account/sign-in', { person: 'shopper-3' })
    expect((await go('/orders')).text).not.toContain(id)
  })
})
