import { z } from 'zod'
import { LEVELS } from '../accounts.ts'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'
import { captchaSolution } from './captcha.ts'
import { secondFactorCode, typedPassword } from './two-factor.ts'

/** As people type it: blanks around it do no harm. */
export const typedEmail = z.string().trim().max(254).pipe(z.email())

/** Spoken by the apps and in mails. */
export const appLanguage = z.enum(['en', 'ru', 'zh'])

/**
 * `second_factor`: a code is asked for (`passSecondFactor`). `registering`: the registration is not
 * finished and goes on.
 */
export const SIGN_IN_STATES = ['signed_in', 'second_factor', 'registering'] as const
export type SignInState = (typeof SIGN_IN_STATES)[number]

export const signInAnswer = z.object({
  object: z.literal('sign_in'),
  state: z.enum(SIGN_IN_STATES),
})
export type SignInAnswer = z.infer<typeof signInAnswer>

/** A refusal asks for the captcha by its member `captcha`: `required`. */
export const signInRequest = z.strictObject({
  email: typedEmail,
  password: typedPassword,
  captcha: captchaSolution.optional(),
})

/**
 * What the person should know or do. `frozen`: staff let nothing be spent. `resting`: nothing is
 * spent until then, because the account was recovered. `document_expiring`: a new identity check is
 * due by then; `document_expired`: since then. `identity_asked`: staff need more before they can decide
 * upon the identity; by then, where something hangs on it, else at any time.
 */
export const ATTENTION_KINDS = [
  'frozen',
  'resting',
  'document_expiring',
  'document_expired',
  'identity_asked',
] as const

export const attention = z.object({
  kind: z.enum(ATTENTION_KINDS),
  at: timestamp.nullable().meta({ description: 'Since when, or until when; see the kinds' }),
})
export type Attention = z.infer<typeof attention>

export const personView = z.object({
  id: id('acc'),
  object: z.literal('person'),
  email: z.string(),
  name: z.string(),
  given_name: z.string().nullable(),
  family_name: z.string().nullable(),
  country: z.string().nullable(),
  language: appLanguage,
  level: z.literal(LEVELS),
  attention: z.array(attention),
})
export type PersonView = z.infer<typeof personView>

/** Who the browser is. `nobody`: no session, or one that has ended. */
export const me = z.discriminatedUnion('state', [
  z.object({ object: z.literal('me'), state: z.literal('nobody') }),
  z.object({ object: z.literal('me'), state: z.literal('second_factor') }),
  z.object({
    object: z.literal('me'),
    state: z.literal('registering'),
    email: z.string(),
    language: appLanguage,
  }),
  z.object({ object: z.literal('me'), state: z.literal('signed_in'), person: personView }),
])
export type Me = z.infer<typeof me>

export const signInRoutes = {
  /** The first thing the app asks; never refused. */
  getMe: {
    method: 'GET',
    path: '/wallet/api/me',
    access: 'anyone',
    response: me,
    refusals: [],
  },
  /** An address that nobody has gets the answer of a wrong password. */
  signIn: {
    method: 'POST',
    path: '/wallet/api/sign-in',
    access: 'anyone',
    body: signInRequest,
    response: signInAnswer,
    refusals: ['credentials_wrong', 'captcha_failed', 'try_later'],
  },
  /** With the session of a sign-in that answered `second_factor`; it lasts ten minutes. */
  passSecondFactor: {
    method: 'POST',
    path: '/wallet/api/sign-in/second-factor',
    access: 'anyone',
    body: z.strictObject({ code: secondFactorCode }),
    response: signInAnswer,
    refusals: ['session_required', 'code_wrong', 'try_later'],
  },
  /** Also of a registration, and of a sign-in that is half done. */
  signOut: {
    method: 'POST',
    path: '/wallet/api/sign-out',
    access: 'anyone',
    response: z.object({ object: z.literal('signed_out') }),
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
