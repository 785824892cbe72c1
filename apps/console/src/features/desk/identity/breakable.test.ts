import { expect, it } from 'vitest'
import { breakable } from './breakable.ts'

const shown = (text: string) => breakable(text).replaceAll('\u00AD', '-')

it('lets long Russian words break between syllables, and leave no single letter over', () => {
  expect(shown('Удостоверение личности')).toBe('Удосто-ве-ре-ние личности')
  expect(shown('Водительское удостоверение')).toBe('Води-тельское удосто-ве-ре-ние')
})

it('leaves everything else as it is', () => {
  for (const text of ['Паспорт', 'KUZNETSOVALONG', '居留许可', '1974-08-12']) {
    expect(breakable(text)).toBe(text)
  }
})
