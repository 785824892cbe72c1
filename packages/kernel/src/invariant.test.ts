import { expect, it } from 'vitest'
import { InvariantError, invariant } from './invariant.ts'

it('lets what holds pass and stops what does not, with its message', () => {
  expect(() => invariant(true, 'fine')).not.toThrow()
  expect(() => invariant(false, 'books do not balance')).toThrow(
    new InvariantError('books do not balance'),
  )
})

it('can be told from other errors by its name in a log', () => {
  expect(new InvariantError('x')).toMatchObject({ name: 'InvariantError', message: 'x' })
  expect(new InvariantError('x')).toBeInstanceOf(Error)
})
