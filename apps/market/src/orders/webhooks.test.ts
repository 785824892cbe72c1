import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Market } from '../index.ts'
import { type FakeDanbao, openBrowser, openLinkedShop, paid, startFakeDanbao } from '../testing.ts'

let danbao: FakeDanbao
let market: Market
let go: ReturnType<typeof openBrowser>
/** The only payment of a new order. */
let payment: string
let orderUrl: string

beforeAll(async () => {
  danbao = await startFakeDanbao()
  market = await openLinkedShop(danbao)
})
afterAll(async () => {
  await market.close()
  await danbao.close()
})

beforeEach(async () => {
  go = openBrowser(market.url)
  const cart = await go('/cart/add', { goods: 'teapot', quantity: '1' })
  const order = /name="order" value="([^"]+)"/.exec(cart.text)?.[1] ?? ''
  await go('/checkout', { order })
  payment = [...danbao.payments.keys()].at(-1) ?? ''
  orderUrl = `/orders/${order}`
})

const shown = async (): Promise<string> => (await go(orderUrl)).text
const asked = (): number => danbao.calls.filter((call) => call.endsWith(payment)).length

it('the order follows what is told', async () => {
  expect(await shown()).toContain('Not paid')
  expect(await danbao.tell('payment.held', paid(danbao, payment))).toBe(204)
  expect(await shown()).toContain('Paid, to be sent')
  expect((await go('/cart')).text).toContain('Your cart is empty')
})

it('an event that comes again is not acted on again', async () => {
  const before = paid(danbao, payment)
  expect(await danbao.tell('payment.held', before, { id: `evt_same ${payment}` })).toBe(204)
  danbao.change(payment, { state: 'refunded' })
  const questions = asked()
  expect(await danbao.tell('payment.held', before, { id: `evt_same ${payment}` })).toBe(204)
  expect(asked()).toBe(questions)
})

it('late news change nothing that is newer', async () => {
  const held = paid(danbao, payment)
  const shipped = danbao.change(payment, { state: 'shipped', shipped_at: held.paid_at })
  expect(await danbao.tell('payment.shipped', shipped)).toBe(204)
  expect(await danbao.tell('payment.held', held)).toBe(204)
  expect(await shown()).toContain('On its way')
})

it('what may be a step back is asked for: a withdrawn dispute leads on as before', async () => {
  const shipped = danbao.change(payment, { ...paid(danbao, payment), state: 'shipped' })
  const disputed = { ...shipped, state: 'disputed' }
  await danbao.tell('payment.shipped', shipped)
  // It was opened and withdrawn before the shop heard of either.
  await danbao.tell('payment.disputed', disputed)
  const text = await shown()
  expect(text).toContain('On its way')
  expect(text).not.toContain('Problem reported')
})

it('a wrong signature is refused, and so is a body that was changed', async () => {
  const secret = `whsec_${Buffer.from('another one').toString('base64')}`
  expect(await danbao.tell('payment.held', paid(danbao, payment), { secret })).toBe(400)
  const [endpoint] = danbao.endpoints
  const unsigned = await fetch(endpoint?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'evt_x', type: 'payment.held', data: paid(danbao, payment) }),
  })
  expect(unsigned.status).toBe(400)
  expect(await shown()).toContain('Not paid')
})

it('what can not be asked for now has to be told again', async () => {
  const held = paid(danbao, payment)
  await danbao.tell('payment.held', held)
  const id = `evt_refund ${payment}`
  const partly = danbao.change(payment, { refunded: { value: '500', currency: 'USD' } })
  danbao.away = true
  expect(await danbao.tell('payment.partially_refunded', partly, { id })).toBe(503)
  danbao.away = false
  expect(await danbao.tell('payment.partially_refunded', partly, { id })).toBe(204)
  expect(await shown()).toContain('Returned to you: $5.00')
})

it('news of others, and of kinds that are not known yet, are taken and left alone', async () => {
  expect(await danbao.tell('payment.held', { id: 'pay_of_nobody', state: 'held' })).toBe(204)
  expect(await danbao.tell('moon.risen', { id: 'moon' })).toBe(204)
  expect(await shown()).toContain('Not paid')
})

it('an open page is told that there is something new', async () => {
  const stop = new AbortController()
  const cookie = /market_visit=[^;]+/.exec((await cookiesOf()) ?? '')?.[0] ?? ''
  const stream = await fetch(new URL(`${orderUrl}/live`, market.url), {
    headers: { cookie },
    signal: stop.signal,
  })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  const reader = stream.body?.getReader()
  await reader?.read()
  await danbao.tell('payment.held', paid(danbao, payment))
  const chunk = await reader?.read()
  expect(new TextDecoder().decode(chunk?.value)).toContain('data: news')
  stop.abort()
})

/** A visitor's own cookie, which the browser above keeps to itself. */
async function cookiesOf(): Promise<string | null> {
  const jar = openJar()
  await jar.buy()
  return jar.cookie()
}

function openJar() {
  let cookie: string | null = null
  const send = async (path: string, form: Record<string, string>) => {
    const url = new URL(path, market.url)
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url.origin, ...(cookie === null ? {} : { cookie }) },
      body: new URLSearchParams(form),
    })
    cookie ??= answer.headers.get('set-cookie')?.split(';')[0] ?? null
    return answer
  }
  return {
    cookie: () => cookie,
    async buy() {
      await send('/cart/add', { goods: 'pot', quantity: '1' })
      const cart = await fetch(new URL('/cart', market.url), { headers: { cookie: cookie ?? '' } })
      const order = /name="order" value="([^"]+)"/.exec(await cart.text())?.[1] ?? ''
      await send('/checkout', { order })
      orderUrl = `/orders/${order}`
      payment = [...danbao.payments.keys()].at(-1) ?? ''
    },
  }
}
