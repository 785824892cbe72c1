import { createHmac } from 'node:crypto'
import { instant } from '@danbao/kernel'
import { expect, it } from 'vitest'
import { backUrl } from './back-url.ts'

const outcome = {
  checkout: 'chk_01kaqz4m8hfvatb5q7yj3d9c2n',
  state: 'paid',
  at: instant(1_780_000_000_999),
} as const

it('keeps what the address had, and signs what is added', () => {
  const url = new URL(backUrl('https://shop.example/orders/7?lang=ru#top', outcome, 'rsec_x'))
  expect(url.hash).toBe('#top')
  expect(url.searchParams.get('lang')).toBe('ru')
  const signed = `${outcome.checkout}.paid.1780000000`
  const mac = createHmac('sha256', 'rsec_x').update(signed).digest('base64')
  expect(url.searchParams.get('danbao_signature')).toBe(`v1,${mac}`)
})
