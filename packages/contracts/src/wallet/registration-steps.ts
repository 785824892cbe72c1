import { z } from 'zod'
import { captchaSolution } from './captcha.ts'
import { COUNTRIES, hasPostcodes } from './countries.ts'
import { typedPassword } from './two-factor.ts'

/** In this order; an earlier one can be done again until the last is. */
export const REGISTRATION_STEPS = [
  'profile',
  'phone',
  'password',
  'payment_password',
  'questions',
  'consent',
] as const
export type RegistrationStep = (typeof REGISTRATION_STEPS)[number]

export const PROFILE_DOCUMENTS = [
  'passport',
  'driving_licence',
  'identity_card',
  'residence_permit',
] as const

/** The words are the app's. */
export const QUESTION_IDS = [
  'first_pet',
  'first_school',
  'first_teacher',
  'childhood_friend',
  'childhood_street',
  'mother_birthplace',
  'grandparent_name',
  'first_job',
  'first_trip',
  'favourite_book',
] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** What a login password has to be; `score` is that of zxcvbn, from 0 to 4. */
export const PASSWORD_RULES = { shortest: 10, longest: 128, score: 3 } as const

/**
 * Why a password was refused, in the member `warning`. `common`: on the list of those that are
 * tried first. `personal`: the name or address is in it. `pattern`: rows, repeats, dates, keys
 * beside each other. `guessable`: anything else.
 */
export const PASSWORD_WARNINGS = [
  'too_short',
  'too_long',
  'common',
  'personal',
  'pattern',
  'guessable',
] as const
export type PasswordWarning = (typeof PASSWORD_WARNINGS)[number]

/** What is agreed to; the words of a version never change, new ones get a new version. */
export const REFUND_CONSENT = {
  id: 'refund_to_wallet',
  version: 1,
  text: {
    en: 'I agree that refunds of my payments may be credited to my Danbao wallet instead of the card or account that I paid from. Money in the wallet pays for purchases; it can not be withdrawn.',
    ru: 'Я согласен(на), что возвраты по моим платежам могут зачисляться в мой кошелёк Danbao, а не на карту или счёт, с которых я платил(а). Деньгами из кошелька можно оплачивать покупки, вывести их нельзя.',
    zh: '我同意：我的付款发生退款时，款项可退入我的 Danbao 钱包，而不退回原付款银行卡或账户。钱包余额可用于购物，不可提现。',
  },
} as const

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    .regex(/^\P{Cc}*$/u, 'must be one line')

const profile = z.strictObject({
  given_name: line(100),
  family_name: line(100),
  country: z.enum(COUNTRIES).meta({ description: 'ISO 3166-1 alpha-2' }),
  document_type: z.enum(PROFILE_DOCUMENTS),
  document_number: line(40)
    .regex(/[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u, 'must be the number on the document')
    .optional()
    .meta({ description: 'Absent: the one that was given before' }),
  street: line(200),
  city: line(100),
  postal_code: line(20)
    .optional()
    .meta({ description: 'Where the country has postcodes, and only there' }),
  region: line(100).meta({ description: 'State, province, district' }),
})

export const profileRequest = profile.check(({ value, issues }) => {
  const path = ['postal_code']
  const { country, postal_code: input } = value
  if (hasPostcodes(country) && input === undefined) {
    issues.push({ code: 'invalid_type', expected: 'string', input, path })
  }
  if (!hasPostcodes(country) && input !== undefined) {
    issues.push({ code: 'custom', message: 'the country has no postcodes', input, path })
  }
})
export type ProfileRequest = z.infer<typeof profileRequest>

export const phoneCodeRequest = z.strictObject({
  phone: line(40).meta({ description: 'As typed; without + it is read for the country' }),
  captcha: captchaSolution,
})
export const confirmPhoneRequest = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'must be six digits'),
})
export const passwordRequest = z.strictObject({ password: typedPassword })
export const paymentPasswordRequest = z.strictObject({
  payment_password: z.string().regex(/^\d{6}$/, 'must be six digits'),
})

/** Three different questions; how answers are written (case, blanks, width) does not matter. */
export const questionsRequest = z.strictObject({
  questions: z
    .array(z.strictObject({ question: z.enum(QUESTION_IDS), answer: line(200) }))
    .length(3, 'must be three'),
})
export type QuestionsRequest = z.infer<typeof questionsRequest>

/** Of the text that was shown. */
export const consentRequest = z.strictObject({
  id: z.literal(REFUND_CONSENT.id),
  version: z.int(),
  agreed: z.literal(true),
})
