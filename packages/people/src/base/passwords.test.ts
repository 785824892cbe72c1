import { invariant, minutes, type Uuid } from '@danbao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  openTestPeople,
  TEST_PASSWORD,
  TEST_PAYMENT_PASSWORD,
  type TestPeople,
} from '../testing.ts'
import type { PeopleDeps } from './deps.ts'
import { checkPassword, checkPaymentPassword } from './passwords.ts'
import { readPerson } from './person.ts'

let people: TestPeople
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())

async function checkDigits(deps: PeopleDeps, id: Uuid, digits: string) {
  const person = await readPerson(deps.pool, id)
  invariant(person !== undefined, 'the person is registered')
  return checkPaymentPassword(deps, person, digits)
}

describe('a password that is asked for again', () => {
  it.each([
    ['login', checkPassword, TEST_PASSWORD, 'password'],
    ['payment', checkDigits, TEST_PAYMENT_PASSWORD, 'payment_password'],
  ] as const)(
    'for %s is guessed five times, then not at all',
    async (_what, check, right, field) => {
      const { id } = await people.registered()
      expect((await check(people.deps, id, right)).ok).toBe(true)
      const guesses = await Promise.all(
        Array.from({ length: 12 }, () => check(people.deps, id, '000000')),
      )
      const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.refusal.code))
      expect(codes.filter((code) => code === 'password_wrong')).toHaveLength(5)
      const wrong = guesses.find((guess) => !guess.ok && guess.refusal.code === 'password_wrong')
      expect(wrong).toMatchObject({ refusal: { members: { field } } })
      expect(await check(people.deps, id, right)).toMatchObject({ refusal: { code: 'try_later' } })
      await people.advance(minutes(15))
      expect((await check(people.deps, id, right)).ok).toBe(true)
    },
  )
})
