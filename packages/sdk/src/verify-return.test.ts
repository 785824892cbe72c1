import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ReturnVerificationError, verifyReturn } from './verify-return.ts'

const SECRET = 'rsec_of_the_test'
const CHECKOUT = 'chk_01kaqz4m8hfvatb5q7yj3d9c2n'
const AT = 1_780_000_000

function address(state = 'paid', secret = SECRET, signedState = state): string {
  const mac = createHmac('sha256', secret)
    .update(`${CHECKOUT}.${signedState}.${AT}`)
    .digest('base64')
  const url = new URL('https://shop.example/orders/7?lang=ru')
  url.searchParams.set('danbao_checkout', CHECKOUT)
  url.searchParams.set('danbao_state', state)
  url.searchParams.set('danbao_at', String(AT))
  url.searchParams.set('danbao_signature', `v1,${mac}`)
  return url.href
}

const soon = { secret: SECRET, now: AT * 1000 + 5_000 }

it.each(['paid', 'open', 'gone'])('tells that the checkout is %s', async (state) => {
  expect(await verifyReturn(address(state), soon)).toEqual({
    checkout: CHECKOUT,
    state,
    at: AT * 1000,
  })
})

describe('an address is refused', () => {
  it.each([
    ['that says something else than was signed', address('paid', SECRET, 'open')],
    ['that another secret signed', address('paid', 'rsec_other')],
    ['with a state that there is not', address('won')],
    ['without a result', 'https://shop.example/orders/7'],
    [
      'with a signature that is none',
      `${address().split('danbao_signature')[0]}danbao_signature=v1,%%%`,
    ],
    ['with a signature of another version', address().replace('v1%2C', 'v2%2C')],
  ])('%s', async (_name, url) => {
    await expect(verifyReturn(url, soon)).rejects.toThrow(ReturnVerificationError)
  })

  it('that is old', async () => {
    const late = { secret: SECRET, now: AT * 1000 + 3_601_000 }
    await expect(verifyReturn(address(), late)).rejects.toThrow('too old')
  })
})
