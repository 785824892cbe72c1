import { describe, expect, it } from 'vitest'
import { commandKey, forgetCommandKey } from './command-key.ts'

const five = { value: '500', currency: 'USD' }
const six = { value: '600', currency: 'USD' }

describe('the key of what moves money', () => {
  it('is of the form that the server takes, and another for each thing', () => {
    expect(commandKey('pay.a')).toMatch(/^[\w-]{16,64}$/)
    expect(commandKey('pay.a')).not.toBe(commandKey('pay.b'))
  })

  it('stays the same however often it is asked for', () => {
    expect(commandKey('refund.a', five)).toBe(commandKey('refund.a', { ...five }))
  })

  it('is another for another amount, and the old one again for the old amount', () => {
    const first = commandKey('refund.b', five)
    expect(commandKey('refund.b', six)).not.toBe(first)
    expect(commandKey('refund.b', five)).toBe(first)
  })

  it('is new after it was done', () => {
    const first = commandKey('refund.c', five)
    forgetCommandKey('refund.c')
    expect(commandKey('refund.c', five)).not.toBe(first)
  })
})
