import type { PaymentTransferView } from '@danbao/contracts'
import { expect, it } from 'vitest'
import { heldLines } from './held-lines.ts'

function line(code: string, from: string, to: string, value: string): PaymentTransferView {
  return {
    id: `trf_${code}`,
    object: 'payment_transfer',
    set: 'x',
    code,
    from: { book: from, account: null },
    to: { book: to, account: null },
    amount: { value, currency: 'USD' },
    occurred_at: '2026-06-01T12:00:00.000Z',
    recorded_at: '2026-06-01T12:00:00.000Z',
  }
}

it('sums what is held, and leaves out what passed beside it', () => {
  const lines = heldLines(
    [
      line('pay', 'wallet', 'escrow', '9000'),
      line('coupon', 'promotions', 'escrow', '1000'),
      line('refund', 'escrow', 'wallet', '2000'),
      line('commission', 'escrow', 'fees', '400'),
      line('release', 'escrow', 'proceeds', '7600'),
      line('claim', 'proceeds', 'wallet', '500'),
    ],
    'USD',
  )
  expect(lines.map(({ change, held }) => [change?.value ?? null, held.value])).toEqual([
    ['9000', '9000'],
    ['1000', '10000'],
    ['-2000', '8000'],
    ['-400', '7600'],
    ['-7600', '0'],
    [null, '0'],
  ])
})
