import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Market } from './index.ts'
import { type FakeDanbao, openBrowser, openLinkedShop, paid, startFakeDanbao } from './testing.ts'

let danbao: FakeDanbao
let market: Market
beforeAll(async () => {
  danbao = await startFakeDanbao()
  market = await openLinkedShop(danbao)
})
afterAll(async () => {
  await market.close()
  await danbao.close()
})

const MISSING = /undefined|\bnull\b|NaN|\[object|[>\s]#[<\s]/

describe.each(['en', 'ru', 'zh'])('in %s', (language) => {
  it('every page is whole, and in one language', async () => {
    const go = openBrowser(market.url, language)
    const cart = await go('/cart/add', { goods: 'cups', quantity: '2' })
    const order = /name="order" value="([^"]+)"/.exec(cart.text)?.[1] ?? ''
    await go('/checkout', { order })
    const payment = [...danbao.payments.keys()].at(-1) ?? ''
    const held = paid(danbao, payment)
    const texts = [cart.text, (await go(`/orders/${order}`)).text]
    for (const state of ['held', 'shipped', 'released', 'refunded', 'expired'] as const) {
      danbao.change(payment, { ...held, state, reason: 'Because' })
      await danbao.tell('payment.extended', danbao.payments.get(payment))
      texts.push((await go(`/orders/${order}`)).text)
    }
    danbao.change(payment, held)
    await danbao.tell('payment.extended', held)
    for (const path of [
      '/',
      '/goods/teapot',
      '/?shop=north-wool',
      '/orders',
      '/account',
      '/panel',
    ]) {
      texts.push((await go(path)).text)
    }
    await go('/account/sign-in', { person: 'shopper-6' })
    for (const path of [
      '/selling',
      '/selling/goods/new',
      `/selling/orders/${payment}`,
      '/account',
    ]) {
      texts.push((await go(path)).text)
    }
    texts.push((await go('/nowhere')).text)
    for (const text of texts) {
      const seen = text.replaceAll(/<[^>]*>/g, ' ')
      expect(seen).not.toMatch(MISSING)
      const ours = seen.replaceAll(/English|Русский|中文/g, '')
      if (language !== 'ru') expect(ours).not.toMatch(/[А-Яа-я]/)
      if (language !== 'zh') expect(ours).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

it('the language that was chosen stays, and the switch leads back to the page', async () => {
  const go = openBrowser(market.url, 'ru')
  const chosen = await go('/language', { language: 'zh', back: '/goods/teapot' })
  expect(new URL(chosen.url).pathname).toBe('/goods/teapot')
  expect((await go('/')).text).toContain('<html lang="zh-Hans">')
})

it('forms of other sites are refused', async () => {
  const go = openBrowser(market.url)
  const form = { goods: 'teapot', quantity: '1' }
  for (const origin of ['https://evil.example', 'http://localhost:1', 'null']) {
    const answer = await go('/cart/add', form, { origin })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('This form came from elsewhere')
  }
  expect((await go('/cart')).text).toContain('Your cart is empty')
})

it('a form that is too long, or no form, is refused with a page', async () => {
  const go = openBrowser(market.url)
  expect((await go('/cart/add', { goods: 'x'.repeat(20_000) })).status).toBe(413)
  const json = { 'content-type': 'application/json' }
  expect((await go('/cart/add', { goods: 'teapot' }, json)).status).toBe(400)
  expect((await go('/language', { language: 'xx' })).status).toBe(400)
})

it('no page runs inline script or stands in a frame', async () => {
  const { headers, text } = await openBrowser(market.url)('/')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain(`form-action 'self' ${danbao.url}`)
  expect(text).not.toMatch(/<script(?! src="\/live\.js\?v=\w+" defer>)|style=|\son\w+=/)
})

it('who only looks around gets no cookie', async () => {
  const { headers } = await openBrowser(market.url)('/goods/teapot')
  expect(headers.get('set-cookie')).toBeNull()
})

it('a wrong password lets nobody in', async () => {
  const go = openBrowser(market.url)
  const email = 'sample.knitter@market.example'
  const wrong = await go('/account/sign-in', { email, password: 'guess' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Address or password are wrong.')
  const right = await go('/account/sign-in', { email, password: 'sample-password' })
  expect(right.text).toContain('North Wool')
})

it('the token changes with signing in, and is worth nothing after signing out', async () => {
  const tokenAfter = async (path: string, form: Record<string, string>, cookie = '') => {
    const url = new URL(path, market.url)
    const headers = { origin: url.origin, cookie }
    const body = new URLSearchParams(form)
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers, body })
    return /market_visit=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
  }
  const before = await tokenAfter('/cart/add', { goods: 'pot', quantity: '1' })
  const after = await tokenAfter('/account/sign-in', { person: 'shopper-1' }, before)
  expect(after).not.toBe(before)
  const page = async (cookie: string) =>
    (await fetch(new URL('/account', market.url), { headers: { cookie } })).text()
  expect(await page(before)).not.toContain('You are signed in as')
  expect(await page(after)).toContain('You are signed in as')
  await tokenAfter('/account/sign-out', {}, after)
  expect(await page(after)).not.toContain('You are signed in as')
})
