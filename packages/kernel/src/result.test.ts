import { expect, it } from 'vitest'
import { accept, refuse } from './result.ts'

it('tells a value from a refusal by `ok`', () => {
  expect(accept(7)).toEqual({ ok: true, value: 7 })
  expect(refuse('too_late')).toEqual({ ok: false, refusal: 'too_late' })
})
