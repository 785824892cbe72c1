import { expect, it } from 'vitest'
import { createShelf } from './shelf.ts'

it('keeps the newest only, where it is told how many', () => {
  const shelf = createShelf('thing', 2)
  for (const id of ['a', 'b', 'c']) shelf.add({ id, created: 0 })
  expect(shelf.list().map(({ id }) => id)).toEqual(['c', 'b'])
  expect(() => shelf.get('a')).toThrow("No such thing: 'a'")
})

it('leaves what was read as it was', () => {
  const shelf = createShelf<{ readonly id: string; readonly created: number }>('thing')
  const before = shelf.add({ id: 'a', created: 1 })
  expect(shelf.change('a', { created: 2 }).created).toBe(2)
  expect(before.created).toBe(1)
})
