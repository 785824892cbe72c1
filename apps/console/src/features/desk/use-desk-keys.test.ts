import { expect, it } from 'vitest'
import { meantBy } from './use-desk-keys.ts'

const press = (key: string, code: string, shiftKey = false) => meantBy({ key, code, shiftKey })

it.each([
  ['j', 'о', 'KeyJ', 'next'],
  ['k', 'л', 'KeyK', 'previous'],
  ['t', 'е', 'KeyT', 'take'],
])(
  '%s does on a Russian layout, where it writes %s, what it does on a Latin one',
  (latin, russian, code, does) => {
    expect(press(latin, code)).toBe(does)
    expect(press(russian, code)).toBe(does)
  },
)

it('means the letter, not the place, where a layout has Latin letters elsewhere', () => {
  expect(press('j', 'KeyC')).toBe('next')
  expect(press('h', 'KeyJ')).toBeUndefined()
})

it('helps by the question mark of any layout', () => {
  expect(press('?', 'Slash', true)).toBe('help')
  expect(press('?', 'Digit7', true)).toBe('help')
  expect(press(',', 'Slash', true)).toBe('help')
  expect(press('.', 'Slash')).toBeUndefined()
})

it('walks by arrows and leaves by Escape', () => {
  expect(press('ArrowDown', 'ArrowDown')).toBe('next')
  expect(press('ArrowUp', 'ArrowUp')).toBe('previous')
  expect(press('Escape', 'Escape')).toBe('leave')
  expect(press('а', 'KeyF')).toBeUndefined()
})
