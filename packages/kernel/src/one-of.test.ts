import { expect, it } from 'vitest'
import { InvariantError } from './invariant.ts'
import { oneOf } from './one-of.ts'

it('finds the member a stored text stands for, and stops at any other text', () => {
  expect(oneOf(['live', 'sandbox'], 'sandbox')).toBe('sandbox')
  expect(() => oneOf(['live', 'sandbox'], 'Live')).toThrow(InvariantError)
})
