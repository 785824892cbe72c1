import { minutes } from '@danbao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { makeCaptcha } from './captcha.ts'
import { checkCaptcha, createCaptchaHandlers } from './index.ts'
import { solve, solveCaptcha } from './testing.ts'

let people: TestPeople
beforeAll(async () => {
  people = await openTestPeople()
})
afterAll(() => people.close())

const check = (payload: string | undefined) => checkCaptcha(people.deps, payload, 'register')

interface Parts {
  readonly algorithm: string
  readonly challenge: string
  readonly number: number
  readonly salt: string
  readonly signature: string
}

function changed(payload: string, change: Partial<Parts>): string {
  const parts: object = JSON.parse(Buffer.from(payload, 'base64').toString())
  return Buffer.from(JSON.stringify({ ...parts, ...change })).toString('base64')
}

it('lets a solution pass once', async () => {
  const payload = await solveCaptcha(people.deps, 'register')
  expect(await check(payload)).toBeUndefined()
  expect(await check(payload)).toMatchObject({ code: 'captcha_failed' })
})

it('lets one of ten pass that come at once', async () => {
  const payload = await solveCaptcha(people.deps, 'register')
  const verdicts = await Promise.all(Array.from({ length: 10 }, () => check(payload)))
  expect(verdicts.filter((refusal) => refusal === undefined)).toHaveLength(1)
})

it('refuses what was solved for something else', async () => {
  expect(await check(await solveCaptcha(people.deps, 'sign_in'))).toBeDefined()
})

it('refuses what took too long, by the clock of the database', async () => {
  const payload = await solveCaptcha(people.deps, 'register')
  await people.advance(minutes(10))
  expect(await check(payload)).toBeDefined()
})

it.each([
  ['another number', { number: 51 }],
  ['a weaker algorithm', { algorithm: 'SHA-1' }],
  ['a longer life', { salt: 'abc?purpose=register&until=99999999999999999999&' }],
  ['a signature of its own', { signature: '0'.repeat(64) }],
])('refuses a solution with %s', async (_what, change) => {
  const payload = await solveCaptcha(people.deps, 'register')
  expect(await check(changed(payload, change))).toBeDefined()
  expect(await check(payload)).toBeUndefined()
})

it.each([undefined, '', 'nonsense', 'e30=', 'bnVsbA==', 'W10='])('refuses %s', async (payload) => {
  expect(await check(payload)).toMatchObject({ code: 'captcha_failed' })
})

it('refuses what another installation signed', async () => {
  const { vault } = people.deps
  const other = { vault: { ...vault, fingerprint: () => Buffer.alloc(32, 9) } }
  const now = await people.deps.now()
  const made = await makeCaptcha(other, { purpose: 'register', now, hardest: 50 })
  expect(await check(await solve(made))).toBeDefined()
})

it('gives the browser work that it can do', async () => {
  const { getCaptcha } = createCaptchaHandlers(people.deps)
  const input = { params: undefined, body: undefined, query: { purpose: 'register' } } as const
  const given = await getCaptcha(TEST_VISITOR, input)
  if (!given.ok) throw new Error(given.refusal.detail)
  expect(given.value.body.maxnumber).toBe(50_000)
  expect(await check(await solve(given.value.body))).toBeUndefined()
})
