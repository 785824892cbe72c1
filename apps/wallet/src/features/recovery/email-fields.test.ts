import { expect, it } from 'vitest'
import { EMAIL_STEPS, stepAt } from './email-fields.ts'

it('the address names the question that is shown, else it is the first', () => {
  expect(EMAIL_STEPS.map((_, at) => stepAt(String(at + 1)))).toEqual([0, 1, 2, 3, 4, 5])
  for (const text of [undefined, '', '0', '7', '99', '-1', 'x', '1.5']) expect(stepAt(text)).toBe(0)
})
