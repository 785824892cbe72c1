import { expect, it } from 'vitest'
import { latinLetter } from './latin-letter.ts'

it('is the letter that is written, wherever a Latin layout has it', () => {
  expect(latinLetter({ key: 'j', code: 'KeyJ' })).toBe('j')
  expect(latinLetter({ key: 'J', code: 'KeyC' })).toBe('j')
})

it('is told by the place of the key where the layout has other letters', () => {
  expect(latinLetter({ key: 'о', code: 'KeyJ' })).toBe('j')
  expect(latinLetter({ key: 'ε', code: 'KeyE' })).toBe('e')
})

it('is none for keys that are no letters', () => {
  expect(latinLetter({ key: 'Enter', code: 'Enter' })).toBeUndefined()
  expect(latinLetter({ key: '1', code: 'Digit1' })).toBeUndefined()
  expect(latinLetter({ key: 'х', code: 'BracketLeft' })).toBeUndefined()
})
