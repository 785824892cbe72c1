import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, list, pageQuery, timestamp } from '../primitives.ts'
import { COUNTRIES } from './countries.ts'
import { questionsRequest } from './registration-steps.ts'
import { appLanguage, typedEmail } from './sign-in.ts'
import { typedPassword } from './two-factor.ts'

/** Mails that may be turned off. Those about the safety of the account are always sent. */
export const NOTICE_KINDS = ['payments', 'disputes', 'reminders', 'news'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

const line = (max: number) => z.string().trim().min(1).max(max)
const typedPhone = line(40).meta({ description: 'As typed; without + it is read for the country' })
const smsCode = z.string().regex(/^\d{6}$/)
/** Six digits, to authorise payments. */
export const typedPaymentPassword = z.string().regex(/^\d{6}$/)

/** Three different questions, each with its answer. */
export const answeredQuestions = questionsRequest.shape.questions
export type AnsweredQuestions = z.infer<typeof answeredQuestions>

export const askedQuestion = z.object({ position: z.int().min(1).max(3), question: z.string() })

export const linkBody = z.strictObject({ token: z.string().min(1).max(100) })

/** Nothing more to say. */
export const done = z.object({ object: z.literal('done') })

const pendingEmail = z.object({
  email: z.string().meta({ description: 'The new address, not confirmed yet' }),
  requested_at: timestamp,
  expires_at: timestamp,
  resend_at: timestamp.meta({ description: 'When the mail may be asked for once more' }),
})

const pendingPhone = z.object({
  phone: z.string(),
  expires_at: timestamp,
  resend_at: timestamp,
})

export const notices = z.strictObject({
  payments: z.boolean(),
  disputes: z.boolean(),
  reminders: z.boolean(),
  news: z.boolean(),
})

export const settingsView = z.object({
  object: z.literal('settings'),
  account: id('acc'),
  email: z.string(),
  email_change: pendingEmail.nullable(),
  email_undo_until: timestamp
    .nullable()
    .meta({ description: 'Until then the former address can take the last change back' }),
  phone: z.string().nullable(),
  phone_change: pendingPhone.nullable(),
  language: appLanguage,
  profile: z.object({
    given_name: z.string().nullable(),
    family_name: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
    postal_code: z.string().nullable(),
    street: z.string().nullable(),
    locked: z.boolean().meta({
      description: 'Name and country were proved by documents; only new documents change them',
    }),
  }),
  questions: z.array(askedQuestion),
  notices,
  money_rests_until: timestamp.nullable(),
  registered_at: timestamp.nullable(),
})
export type SettingsView = z.infer<typeof settingsView>

/** What is absent stays. */
export const changeProfileRequest = z.strictObject({
  given_name: line(100).optional(),
  family_name: line(100).optional(),
  country: z.enum(COUNTRIES).optional(),
  region: line(100).optional(),
  city: line(100).optional(),
  postal_code: line(20).optional(),
  street: line(200).optional(),
})
export type ChangeProfileRequest = z.infer<typeof changeProfileRequest>

export const historyEntry = z.object({
  id: id('his'),
  object: z.literal('history_entry'),
  kind: z.string().meta({ description: 'What happened; the app has words for each' }),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  at: timestamp,
})
export type HistoryEntryView = z.infer<typeof historyEntry>

const changed = { access: 'person', response: settingsView } as const

const profileRoutes = {
  getSettings: {
    method: 'GET',
    path: '/wallet/api/settings',
    ...changed,
    refusals: [],
  },
  changeProfile: {
    method: 'PATCH',
    path: '/wallet/api/settings/profile',
    ...changed,
    body: changeProfileRequest,
    refusals: ['profile_locked'],
  },
  changeLanguage: {
    method: 'PUT',
    path: '/wallet/api/settings/language',
    ...changed,
    body: z.strictObject({ language: appLanguage }),
    refusals: [],
  },
  changeNotices: {
    method: 'PUT',
    path: '/wallet/api/settings/notices',
    ...changed,
    body: notices,
    refusals: [],
  },
  /** Everything that is kept about the person, as one JSON file. */
  exportData: {
    method: 'POST',
    path: '/wallet/api/settings/export',
    access: 'person',
    body: z.strictObject({ password: typedPassword }),
    response: 'file',
    refusals: ['password_wrong', 'try_later'],
  },
  /** What happened to the account, newest first. */
  listHistory: {
    method: 'GET',
    path: '/wallet/api/history',
    access: 'person',
    query: pageQuery,
    response: list(historyEntry),
    refusals: ['invalid_cursor'],
  },
} as const satisfies Record<string, AppRoute>

const addressRoutes = {
  /** A link goes to the new address, a word to the old one. Whether it is taken is not told. */
  requestEmailChange: {
    method: 'POST',
    path: '/wallet/api/settings/email',
    ...changed,
    body: z.strictObject({ password: typedPassword, email: typedEmail }),
    refusals: ['password_wrong', 'try_later', 'invalid_request'],
  },
  resendEmailChange: {
    method: 'POST',
    path: '/wallet/api/settings/email/resend',
    ...changed,
    refusals: ['wrong_state', 'try_later'],
  },
  cancelEmailChange: {
    method: 'DELETE',
    path: '/wallet/api/settings/email',
    ...changed,
    refusals: [],
  },
  /** From the mail to the new address. */
  confirmEmailChange: {
    method: 'POST',
    path: '/wallet/api/email-change/confirm',
    access: 'anyone',
    body: linkBody,
    response: z.object({ object: z.literal('email_changed'), email: z.string() }),
    refusals: ['link_invalid', 'email_in_use'],
  },
  /**
   * From the mail to the old address, for 72 hours: the address is back, all sessions are ended,
   * and a link for a new password goes to it.
   */
  undoEmailChange: {
    method: 'POST',
    path: '/wallet/api/email-change/undo',
    access: 'anyone',
    body: linkBody,
    response: z.object({ object: z.literal('email_change_undone'), email: z.string() }),
    refusals: ['link_invalid', 'email_in_use'],
  },
  /** A code goes to the new number. */
  requestPhoneChange: {
    method: 'POST',
    path: '/wallet/api/settings/phone',
    ...changed,
    body: z.strictObject({ password: typedPassword, phone: typedPhone }),
    refusals: ['password_wrong', 'phone_invalid', 'try_later', 'invalid_request'],
  },
  confirmPhoneChange: {
    method: 'POST',
    path: '/wallet/api/settings/phone/confirm',
    ...changed,
    body: z.strictObject({ code: smsCode }),
    refusals: ['code_wrong', 'code_gone', 'phone_in_use'],
  },
} as const satisfies Record<string, AppRoute>

const secretRoutes = {
  /** All other sessions are ended. */
  changePassword: {
    method: 'POST',
    path: '/wallet/api/settings/password',
    ...changed,
    body: z.strictObject({ old_password: typedPassword, new_password: typedPassword }),
    refusals: ['password_wrong', 'password_weak', 'password_used', 'try_later'],
  },
  changePaymentPassword: {
    method: 'POST',
    path: '/wallet/api/settings/payment-password',
    ...changed,
    body: z.strictObject({
      password: typedPassword,
      old_payment_password: typedPaymentPassword,
      new_payment_password: typedPaymentPassword,
    }),
    refusals: ['password_wrong', 'payment_password_weak', 'password_used', 'try_later'],
  },
  changeQuestions: {
    method: 'PUT',
    path: '/wallet/api/settings/questions',
    ...changed,
    body: z.strictObject({ password: typedPassword, questions: answeredQuestions }),
    refusals: ['password_wrong', 'try_later', 'invalid_request'],
  },
} as const satisfies Record<string, AppRoute>

export const settingsRoutes = {
  ...profileRoutes,
  ...addressRoutes,
  ...secretRoutes,
} as const satisfies Record<string, AppRoute>
export type SettingsRoutes = typeof settingsRoutes
