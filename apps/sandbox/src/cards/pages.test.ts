import { afterEach, beforeEach, expect, it } from 'vitest'
import { PAY_SCRIPT } from './pages/pay-script.ts'
import { openShop, type Shop, typed } from './testing.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const page = async (path: string, language = 'en') =>
  (
    await fetch(new URL(path, shop.sandbox.url), { headers: { 'accept-language': language } })
  ).text()

async function pay(alias = 'pm_card_visa') {
  const { id: customer } = await shop.stripe.customers.create()
  return shop.stripe.paymentIntents.create({
    amount: 123_456,
    currency: 'jpy',
    customer,
    payment_method: alias,
    confirm: true,
    capture_method: 'manual',
  })
}

it.each([
  ['en', 'Nothing was paid by card yet.', 'Nothing has happened on this card yet.'],
  ['ru', 'Картой ещё никто не платил.', 'По этой карте ещё ничего не было.'],
  ['zh', '还没有人用卡付款。', '此卡还没有任何记录。'],
])('speaks %s when nothing is there yet', async (language, nothingPaid, emptyStatement) => {
  expect(await page('/cards', language)).toContain(nothingPaid)
  expect(await page('/cards/statement', language)).toContain(emptyStatement)
})

it('is found from the mailbox, and leads back', async () => {
  for (const path of ['/', '/cards', '/cards/statement']) {
    const shown = await page(path)
    for (const other of ['/', '/cards', '/cards/statement']) {
      expect(shown).toContain(`<a href="${other}"`)
    }
  }
})

it('shows the holder of a card what was held, given back and taken', async () => {
  const { id } = await pay()
  await shop.stripe.paymentIntents.capture(id, { amount_to_capture: 100_000 })
  const shown = (await page('/cards/statement')).replaceAll(/<[^>]*>|\s+/g, ' ')
  expect(shown).toMatch(/Purchase .*-¥100,000 .*No longer held .*\+¥123,456 .*Held .*-¥123,456/)
})

it('shows of each setup the check of one cent, and that it came back', async () => {
  const { id: customer } = await shop.stripe.customers.create()
  const { id } = await shop.stripe.checkout.sessions.create({
    mode: 'setup',
    customer,
    currency: 'eur',
    success_url: 'https://wallet.example/',
  })
  await shop.submit(`/cards/pay/${id}`, typed('4242424242424242'))
  const [method] = (await shop.stripe.customers.listPaymentMethods(customer)).data
  const shown = await page(`/cards/statement?card=${method?.card?.fingerprint}`)
  expect(shown.match(/[+-]€0\.01/g)).toEqual(['+€0.01', '-€0.01'])
  expect(await page('/cards/statement?card=none')).not.toContain('€0.01')
})

it('is driven by its buttons, and says when one came too late', async () => {
  const { id, latest_charge: charge } = await pay()
  await shop.stripe.paymentIntents.capture(id)
  expect(await page('/cards')).toContain('Charge back')
  const fields = { action: 'charge_back', charge: String(charge) }
  const press = async () => (await shop.submit('/cards/actions', fields)).headers.get('location')
  expect(await press()).toBe('/cards')
  expect(await page('/cards')).toContain('Charged back: the shop may answer')
  expect(await press()).toBe('/cards?failed')
  expect(await page('/cards?failed')).toContain('That could not be done')
})

it('sets the faults, and takes them back', async () => {
  const counts = { slowMs: '0', failedRequests: '3', lostAnswers: '0', webhooksDelayMs: '0' }
  await shop.submit('/cards/faults', { ...counts, webhooksTwice: 'on' })
  const read = async () => JSON.parse(await page('/api/cards/faults'))
  expect(await read()).toMatchObject({
    failedRequests: 3,
    webhooksTwice: true,
    webhooksShuffled: false,
  })
  await shop.submit('/cards/faults/off', {})
  expect(await read()).toMatchObject({ failedRequests: 0, webhooksTwice: false })
})

it('is closed to scripts that are not its own, and to what is typed', async () => {
  for (const path of ['/cards', '/cards/statement', '/cards/pay/x', '/cards/bank/x']) {
    const { headers } = await fetch(new URL(path, shop.sandbox.url))
    const policy = headers.get('content-security-policy')
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
  expect(await page('/cards/statement?card="><script>x')).not.toContain('<script>x')
})

it('sends the browser the rules themselves', () => {
  const body = PAY_SCRIPT.slice(0, PAY_SCRIPT.indexOf('const absolute'))
  const run = new Function(`${body}; return [isCardNumber, isCode, readExpiry, isGoodExpiry]`)
  const [isCardNumber, isCode, readExpiry] = run()
  expect(isCardNumber('4242 4242 4242 4242')).toBe(true)
  expect(isCardNumber('4242 4242 4242 4241')).toBe(false)
  expect(isCode('123', '3782')).toBe(false)
  expect(readExpiry('12/34')).toEqual({ month: 12, year: 2034 })
})
