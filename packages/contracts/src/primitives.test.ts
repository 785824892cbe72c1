import { expect, it } from 'vitest'
import { amount, currencyCode, id, pageQuery, positiveAmount, timestamp } from './primitives.ts'
import { expandQuery } from './payments.ts'

const details = (value: unknown): string[] | undefined =>
  amount.safeParse({ value, currency: 'USD' }).error?.issues.map(({ message }) => message)

it.each(['0', '1', '1999', '999999999999999'])('takes %s minor units', (value) => {
  expect(details(value)).toBeUndefined()
})

it.each([
  [1999, 'must be a string of digits, in minor units'],
  [undefined, 'must be a string of digits, in minor units'],
  ['', 'must be digits only: minor units, no sign, no leading zero'],
  ['-1', 'must be digits only: minor units, no sign, no leading zero'],
  ['+1', 'must be digits only: minor units, no sign, no leading zero'],
  ['007', 'must be digits only: minor units, no sign, no leading zero'],
  ['19.99', 'must be digits only: minor units, no sign, no leading zero'],
  ['1e3', 'must be digits only: minor units, no sign, no leading zero'],
  ['abc', 'must be digits only: minor units, no sign, no leading zero'],
  ['1000000000000000', 'is too large'],
  ['9'.repeat(10_000), 'is too large'],
])('refuses the amount %j with one sentence', (value, sentence) => {
  expect(details(value)).toEqual([sentence])
})

it('takes nothing of zero where more than zero is needed', () => {
  const parsed = positiveAmount.safeParse({ value: '0', currency: 'USD' })
  expect(parsed.error?.issues[0]).toMatchObject({
    path: ['value'],
    message: 'must be more than zero',
  })
})

it.each(['usd', 'XXX', 'US', '', '840'])('refuses the currency %j', (code) => {
  expect(currencyCode.safeParse(code).success).toBe(false)
})

it('takes only ids of the right kind', () => {
  expect(id('pay').safeParse('pay_01h455vb4pex5vsknk084sn02q').success).toBe(true)
  expect(id('pay').safeParse('acc_01h455vb4pex5vsknk084sn02q').success).toBe(false)
})

it('takes only times with a zone', () => {
  expect(timestamp.safeParse('2026-11-22T20:00:00Z').success).toBe(true)
  expect(timestamp.safeParse('2026-11-22').success).toBe(false)
})

it('reads a limit from text, from 1 to 100', () => {
  expect(pageQuery.parse({ limit: '20' })).toEqual({ limit: 20 })
  for (const limit of ['0', '101', '', 'many', '1.5']) {
    expect(pageQuery.safeParse({ limit }).success, limit).toBe(false)
  }
})

it('expands only what can be expanded', () => {
  expect(expandQuery.safeParse({ expand: 'buyer,dispute' }).success).toBe(true)
  expect(expandQuery.safeParse({ expand: 'buyer,events' }).success).toBe(false)
})
