import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'
import { captchaSolution } from './captcha.ts'
import {
  confirmPhoneRequest,
  consentRequest,
  passwordRequest,
  paymentPasswordRequest,
  phoneCodeRequest,
  PROFILE_DOCUMENTS,
  profileRequest,
  QUESTION_IDS,
  questionsRequest,
  REGISTRATION_STEPS,
} from './registration-steps.ts'
import { appLanguage, typedEmail } from './sign-in.ts'

/** The pages of the wallet app that mails lead to; the first one with `?token=…`. */
export const REGISTRATION_PAGES = { confirm: 'register/confirm', signIn: 'sign-in' } as const

/** Names what waits for the mail to be answered; kept by the browser that began. */
const request = z.string().min(1).max(100)

/** The same whether or not the address belongs to somebody. */
export const registrationRequest = z.object({
  object: z.literal('registration_request'),
  request,
  email: z.string(),
  resend_at: timestamp.meta({ description: 'When the mail may be asked for once more' }),
})
export type RegistrationRequest = z.infer<typeof registrationRequest>

/** How far a registration has come, with what was entered, but no secret. */
export const registration = z.object({
  object: z.literal('registration'),
  state: z.enum(['open', 'complete']),
  email: z.string(),
  language: appLanguage,
  done: z.array(z.enum(REGISTRATION_STEPS)),
  next: z.enum(REGISTRATION_STEPS).nullable().meta({ description: 'Null: it is complete' }),
  profile: z.object({
    given_name: z.string().nullable(),
    family_name: z.string().nullable(),
    country: z.string().nullable(),
    document_type: z.enum(PROFILE_DOCUMENTS).nullable(),
    document_number_end: z.string().nullable().meta({ description: 'Its last characters' }),
    street: z.string().nullable(),
    city: z.string().nullable(),
    postal_code: z.string().nullable(),
    region: z.string().nullable(),
  }),
  phone: z.string().nullable().meta({ description: 'E.164, confirmed' }),
  phone_code: z
    .object({ phone: z.string(), expires_at: timestamp, resend_at: timestamp })
    .nullable()
    .meta({ description: 'The number that a code went to, while the code is good' }),
  questions: z.array(z.enum(QUESTION_IDS)),
})
export type Registration = z.infer<typeof registration>

const beginning = {
  access: 'anyone',
  response: registrationRequest,
} as const

const addressRoutes = {
  /** A mail goes to the address in every case; what it says depends on whose it is. */
  startRegistration: {
    method: 'POST',
    path: '/wallet/api/registration',
    ...beginning,
    body: z.strictObject({ email: typedEmail, language: appLanguage, captcha: captchaSolution }),
    refusals: ['captcha_failed', 'try_later'],
  },
  /** `try_later` has the members `retry_at` and `seconds_left`. */
  resendConfirmation: {
    method: 'POST',
    path: '/wallet/api/registration/resend',
    ...beginning,
    body: z.strictObject({ request }),
    refusals: ['link_invalid', 'try_later'],
  },
  /** Before it is confirmed; links in mails to the mistyped address are good no more. */
  changeRegistrationAddress: {
    method: 'POST',
    path: '/wallet/api/registration/address',
    ...beginning,
    body: z.strictObject({ request, email: typedEmail }),
    refusals: ['link_invalid', 'wrong_state', 'try_later'],
  },
  /** From the mail. Begins a session for the rest of the registration, or goes on where it was. */
  confirmEmail: {
    method: 'POST',
    path: '/wallet/api/registration/confirm',
    access: 'anyone',
    body: z.strictObject({ token: z.string().min(1).max(100) }),
    response: registration,
    refusals: ['link_invalid', 'email_in_use'],
  },
} as const satisfies Record<string, AppRoute>

const step = { method: 'POST', access: 'registering', response: registration } as const

const stepRoutes = {
  getRegistration: {
    method: 'GET',
    path: '/wallet/api/registration',
    access: 'registering',
    response: registration,
    refusals: [],
  },
  setProfile: {
    ...step,
    path: '/wallet/api/registration/profile',
    body: profileRequest,
    refusals: ['wrong_state', 'document_in_use', 'invalid_request'],
  },
  /** By SMS. `try_later` has the members `retry_at` and `seconds_left`. */
  sendPhoneCode: {
    ...step,
    path: '/wallet/api/registration/phone',
    body: phoneCodeRequest,
    refusals: ['wrong_state', 'step_missing', 'captcha_failed', 'phone_invalid', 'try_later'],
  },
  confirmPhone: {
    ...step,
    path: '/wallet/api/registration/phone/confirm',
    body: confirmPhoneRequest,
    refusals: ['wrong_state', 'step_missing', 'code_wrong', 'code_gone', 'phone_in_use'],
  },
  /** `password_weak` has the member `warning`. */
  setPassword: {
    ...step,
    path: '/wallet/api/registration/password',
    body: passwordRequest,
    refusals: ['wrong_state', 'step_missing', 'password_weak'],
  },
  setPaymentPassword: {
    ...step,
    path: '/wallet/api/registration/payment-password',
    body: paymentPasswordRequest,
    refusals: ['wrong_state', 'step_missing', 'payment_password_weak'],
  },
  setQuestions: {
    ...step,
    path: '/wallet/api/registration/questions',
    body: questionsRequest,
    refusals: ['wrong_state', 'step_missing', 'invalid_request'],
  },
  /** The last step: the account is opened, and the session goes on as that of a signed-in person. */
  giveConsent: {
    ...step,
    path: '/wallet/api/registration/consent',
    body: consentRequest,
    refusals: ['wrong_state', 'step_missing', 'invalid_request'],
  },
} as const satisfies Record<string, AppRoute>

export const registrationRoutes = {
  ...addressRoutes,
  ...stepRoutes,
} as const satisfies Record<string, AppRoute>

export type RegistrationRoutes = typeof registrationRoutes
