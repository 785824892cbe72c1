import { describe, expect, it } from 'vitest'
import { TEST_PASSWORD, TEST_PAYMENT_PASSWORD } from '../testing.ts'
import { matchesSecret } from '../base/secrets.ts'
import { hashAnswers, normaliseAnswer } from './answers.ts'
import { judgeNewPassword } from './password-strength.ts'
import { judgeNewPaymentPassword } from './payment-password-strength.ts'
import { readPhone } from './phone.ts'

describe('a phone number', () => {
  it.each([
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['011 96123-4567', 'BR', '+5511961234567'],
    ['0151 12345678', 'DE', '+4915112345678'],
    ['+4915112345678', 'RU', '+4915112345678'],
    ['+12133734253', null, '+12133734253'],
    ['１３８００１３８０００', 'CN', '+8613800138000'],
  ])('%s typed in %s is %s', (typed, country, phone) => {
    expect(readPhone(typed, country)).toEqual({ ok: true, value: phone })
  })

  it.each([
    ['a landline', '+442071838750'],
    ['toll-free', '+80012345678'],
    ['of no country', '+999123456789'],
    ['too short', '+1234'],
    ['no number', 'call me'],
    ['with an extension', '+4915112345678 ext. 3'],
    ['inside a sentence', 'my number is +4915112345678, call'],
    ['without a country', '015112345678'],
    ['two numbers', '+4915112345678,+4915112345679'],
  ])('is refused when it is %s', (_what, typed) => {
    expect(readPhone(typed, null)).toMatchObject({ ok: false, refusal: { code: 'phone_invalid' } })
  })
})

describe('a password', () => {
  const anna = {
    email: 'anna.eriksson@example.com',
    givenName: 'Anna',
    familyName: 'Eriksson',
  }
  const warning = (password: string) => judgeNewPassword(password, anna)?.members?.['warning']

  it.each([
    ['short1!', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    ['1234567890', 'common'],
    ['Qwertyuiop', 'common'],
    ['P@ssw0rd!2024', 'common'],
    ['winter eriksson mountain', 'personal'],
    ['ANNA.ERIKSSON likes tea', 'personal'],
    ['zyxwvutsrqponm', 'pattern'],
    ['pppppppppppppppp', 'pattern'],
    ['aaaabbbbcc', 'guessable'],
  ])('%s is refused: %s', (password, reason) => {
    expect(warning(password)).toBe(reason)
  })

  it.each([
    TEST_PASSWORD,
    'correct horse battery staple',
    'мой дядя самых честных правил',
    'k7#Vq2!xLp',
  ])('%s is accepted', (password) => expect(judgeNewPassword(password, anna)).toBeUndefined())

  it.each([
    'Пароль12345',
    'йцукенгшщз',
    'йцукен12345',
    'привет12345',
    'любовь123456',
    'пароль1234',
    'danbao12345',
  ])('%s is among the first that are tried', (password) => {
    expect(judgeNewPassword(password, anna)).toMatchObject({ code: 'password_weak' })
  })

  it('is judged in less than a second, however it is made', () => {
    const began = performance.now()
    judgeNewPassword('@4360!|2$7+'.repeat(12).slice(0, 128), anna)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('a payment password', () => {
  const owner = { phone: '+4915112648597' }

  it.each([
    '111111',
    '121212',
    '123123',
    '123456',
    '654321',
    '890123',
    '135791',
    '112233',
    '159753',
    '310199',
    '123190',
    '990131',
    '199005',
    '648597',
    '100001',
  ])('%s is refused', (digits) => {
    expect(judgeNewPaymentPassword(digits, owner)).toMatchObject({ code: 'payment_password_weak' })
  })

  it.each([TEST_PAYMENT_PASSWORD, '648598', '907413'])('%s is accepted', (digits) => {
    expect(judgeNewPaymentPassword(digits, owner)).toBeUndefined()
  })

  it('leaves most of the million to choose from', () => {
    const all = Array.from({ length: 1_000_000 }, (_, at) => String(at).padStart(6, '0'))
    const left = all.filter((digits) => judgeNewPaymentPassword(digits, owner) === undefined)
    expect(left.length).toBeGreaterThan(850_000)
  })
})

describe('answers', () => {
  const three = [
    { question: 'first_pet', answer: ' Rex  the\tDog ' },
    { question: 'first_school', answer: 'ＡＢＣ' },
    { question: 'first_job', answer: 'Почта' },
  ]

  it('match however they are written', async () => {
    const hashed = await hashAnswers(three)
    if (!hashed.ok) throw new Error(hashed.refusal.detail)
    const [rex, abc, post] = hashed.value
    expect(rex?.question).toBe('first_pet')
    expect(await matchesSecret(rex?.hash ?? null, normaliseAnswer('rex the dog'))).toBe(true)
    expect(await matchesSecret(abc?.hash ?? null, normaliseAnswer('abc'))).toBe(true)
    expect(await matchesSecret(post?.hash ?? null, normaliseAnswer('ПОЧТА'))).toBe(true)
    expect(await matchesSecret(rex?.hash ?? null, normaliseAnswer('rex'))).toBe(false)
  })

  it.each([
    ['same_question', '/questions/2/question', { question: 'first_pet', answer: 'Post' }],
    ['same_answer', '/questions/2/answer', { question: 'first_job', answer: 'REX THE DOG' }],
    ['too_short', '/questions/2/answer', { question: 'first_job', answer: ' x ' }],
    ['same_as_question', '/questions/2/answer', { question: 'first_job', answer: 'First Job' }],
  ])('are refused for %s at %s', async (code, pointer, third) => {
    expect(await hashAnswers([...three.slice(0, 2), third])).toMatchObject({
      refusal: { code: 'invalid_request', errors: [{ code, pointer }] },
    })
  })
})
