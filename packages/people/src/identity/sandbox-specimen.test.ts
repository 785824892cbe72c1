import { invariant } from '@danbao/kernel'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPeople, type TestPeople } from '../testing.ts'
import { createSpecimenHandlers } from './sandbox-specimen.ts'

let people: TestPeople
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())

it.each([
  ['Анна', 'Щукина'],
  ['明', '李'],
])('draws a passport for %s %s', async (givenName, familyName) => {
  const { visitor } = await people.registered({ givenName, familyName })
  const { getSpecimenPassport } = createSpecimenHandlers(people.deps)
  const drawn = await getSpecimenPassport(visitor, {
    params: undefined,
    query: undefined,
    body: undefined,
  })
  invariant(drawn.ok, 'a specimen is never refused')
  const { format, width = 0, height = 0 } = await sharp(drawn.value.body.bytes).metadata()
  expect([format, drawn.value.body.mediaType]).toEqual(['jpeg', 'image/jpeg'])
  expect(Math.min(width, height)).toBeGreaterThan(600)
})
