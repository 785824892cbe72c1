import { checkWords, registeredWords } from '@danbao/ui'
import { expect, it } from 'vitest'

const modules = import.meta.glob(['./**/*.{ts,tsx}', '!./main.tsx', '!./**/*.test.ts'])

it('every text of the app exists in all languages, parses, and takes the same values', async () => {
  await Promise.all(Object.values(modules).map((load) => load()))
  expect(registeredWords().length).toBeGreaterThan(5)
  expect(registeredWords().flatMap(checkWords)).toEqual([])
})
