import { minutes } from '@danbao/kernel'
import { queryText } from '@danbao/database'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestPeople, type TestPeople } from '../testing.ts'
import { forgetOldChallenges, issueChallenge, useChallenge } from './challenges.ts'

let people: TestPeople
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())

const data = z.strictObject({ about: z.string() })

async function issue(lifetime = minutes(5)): Promise<string> {
  const now = await people.deps.now()
  return issueChallenge(people.deps.pool, {
    purpose: 'test',
    data: { about: 'this' },
    now,
    lifetime,
  })
}

async function use(token: string, purpose = 'test') {
  return useChallenge(people.deps.pool, token, { purpose, data, now: await people.deps.now() })
}

it('a challenge is answered once, of two answers at once by one', async () => {
  const token = await issue()
  const both = await Promise.all([use(token), use(token)])
  expect(both.filter((kept) => kept !== undefined)).toEqual([{ about: 'this' }])
  expect(await use(token)).toBeUndefined()
})

it('a challenge is of no use for another purpose, and is not used up by trying', async () => {
  const token = await issue()
  expect(await use(token, 'other')).toBeUndefined()
  expect(await use(token)).toEqual({ about: 'this' })
})

it('a challenge is of no use when its time is over', async () => {
  const token = await issue()
  await people.advance(minutes(5))
  expect(await use(token)).toBeUndefined()
})

it('those that nobody answered in time are forgotten, and only those', async () => {
  await issue()
  await people.advance(minutes(5))
  const open = await issue()
  expect(await forgetOldChallenges(people.deps.pool, await people.deps.now())).toBe(1)
  expect(await queryText(people.deps.pool, 'SELECT 1 FROM people.challenge')).toHaveLength(1)
  expect(await use(open)).toEqual({ about: 'this' })
})
