import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'
import { captchaSolution } from './captcha.ts'
import {
  answeredQuestions,
  askedQuestion,
  done,
  linkBody,
  settingsView,
  typedPaymentPassword,
} from './settings.ts'
import { typedEmail } from './sign-in.ts'
import { typedPassword } from './two-factor.ts'

const email = typedEmail
const captcha = captchaSolution
const { token } = linkBody.shape
const answer = z.string().trim().min(1).max(200)

/** The same for every address, whether or not it belongs to somebody. */
export const accepted = z.object({ object: z.literal('accepted') })

/** The pages of the wallet app that mails lead to, each with `?token=…`. */
export const MAIL_PAGES = {
  confirmEmailChange: 'email/confirm',
  undoEmailChange: 'email/undo',
  resetPassword: 'recover/password',
  recoveryStatus: 'recover/status',
  newSecrets: 'recover/secrets',
  confirmEmailRecovery: 'recover/email/confirm',
  stopEmailRecovery: 'recover/email/stop',
  resetPaymentPassword: 'recover/payment-password',
} as const

/**
 * `unconfirmed`: the new address has not answered yet. `open`: staff decide. `checking`: one member
 * of staff agrees, a second one looks. `waiting`: it happens at `happens_at` unless it is stopped.
 * `approved`: a mail says how to set new secrets.
 */
export const RECOVERY_STATES = [
  'unconfirmed',
  'open',
  'checking',
  'waiting',
  'approved',
  'done',
  'refused',
  'stopped',
] as const
export type RecoveryState = (typeof RECOVERY_STATES)[number]

/** `answers`: password and answers were forgotten. `email`: the mailbox is lost. */
export const RECOVERY_KINDS = ['answers', 'email'] as const
export type RecoveryKind = (typeof RECOVERY_KINDS)[number]

export const recoveryView = z.object({
  object: z.literal('recovery'),
  kind: z.enum(RECOVERY_KINDS),
  state: z.enum(RECOVERY_STATES),
  requested_at: timestamp,
  decide_by: timestamp.nullable().meta({ description: 'Staff decide until then' }),
  happens_at: timestamp.nullable().meta({ description: 'When the address is replaced' }),
  refusal_reason: z.string().nullable(),
  status_token: z
    .string()
    .nullable()
    .meta({ description: 'Given once: reaches this state later, e.g. from a bookmark' }),
})
export type RecoveryView = z.infer<typeof recoveryView>

const guess = { access: 'anyone', refusals: ['link_invalid', 'try_later'] } as const

const passwordRoutes = {
  requestPasswordReset: {
    method: 'POST',
    path: '/wallet/api/recovery/password',
    access: 'anyone',
    body: z.strictObject({ email, captcha }),
    response: accepted,
    refusals: ['captcha_failed', 'try_later'],
  },
  /** What the page of the mail's link shows; the link stays good. */
  openPasswordReset: {
    method: 'POST',
    path: '/wallet/api/recovery/password/open',
    ...guess,
    body: linkBody,
    response: z.object({
      object: z.literal('password_reset'),
      questions: z.array(askedQuestion),
      expires_at: timestamp,
    }),
  },
  /** All three answers; which one was wrong is not said. All sessions are ended. */
  resetPassword: {
    method: 'POST',
    path: '/wallet/api/recovery/password/reset',
    access: 'anyone',
    body: z.strictObject({ token, answers: z.array(answer).length(3), password: typedPassword }),
    response: done,
    refusals: ['link_invalid', 'answers_wrong', 'password_weak', 'password_used', 'try_later'],
  },
  /** The answers are forgotten too: the scan of the passport's main page. Uses the link up. */
  sendRecoveryDocument: {
    method: 'POST',
    path: '/wallet/api/recovery/password/document',
    access: 'anyone',
    query: z.strictObject({ token }),
    body: 'file',
    response: recoveryView,
    refusals: [
      'link_invalid',
      'file_too_large',
      'file_unreadable',
      'file_type',
      'picture_unfit',
      'try_later',
    ],
  },
  getRecovery: {
    method: 'POST',
    path: '/wallet/api/recovery/status',
    access: 'anyone',
    body: linkBody,
    response: recoveryView,
    refusals: ['link_invalid'],
  },
  /** Whether the link of the mail after an approval is still good. */
  openNewSecrets: {
    method: 'POST',
    path: '/wallet/api/recovery/secrets/open',
    access: 'anyone',
    body: linkBody,
    response: z.object({ object: z.literal('new_secrets'), expires_at: timestamp }),
    refusals: ['link_invalid'],
  },
  setNewSecrets: {
    method: 'POST',
    path: '/wallet/api/recovery/secrets',
    access: 'anyone',
    body: z.strictObject({ token, password: typedPassword, questions: answeredQuestions }),
    response: done,
    refusals: ['link_invalid', 'password_weak', 'password_used', 'invalid_request'],
  },
} as const satisfies Record<string, AppRoute>

/** What somebody without their mailbox can prove; all but the addresses may be unknown to them. */
export const emailRecoveryRequest = z.strictObject({
  captcha,
  old_email: email,
  new_email: email,
  phone: z.string().trim().max(40).optional(),
  card_last_four: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  recent_payments: z.string().trim().max(2000).optional(),
  turnover: z.string().trim().max(500).optional(),
})
export type EmailRecoveryRequest = z.infer<typeof emailRecoveryRequest>

const emailRoutes = {
  requestEmailRecovery: {
    method: 'POST',
    path: '/wallet/api/recovery/email',
    access: 'anyone',
    body: emailRecoveryRequest,
    response: accepted,
    refusals: ['captcha_failed', 'try_later', 'invalid_request'],
  },
  /** From the mail to the new address: now staff get the request. */
  confirmEmailRecovery: {
    method: 'POST',
    path: '/wallet/api/recovery/email/confirm',
    access: 'anyone',
    body: linkBody,
    response: recoveryView,
    refusals: ['link_invalid', 'email_in_use'],
  },
  /** What the page of the mail's link shows; the link stays good. */
  openStopEmail: {
    method: 'POST',
    path: '/wallet/api/recovery/email/stop/open',
    access: 'anyone',
    body: linkBody,
    response: z.object({
      object: z.literal('email_recovery_stop'),
      state: z.enum(RECOVERY_STATES),
      stoppable: z.boolean().meta({ description: 'False: it has happened, or has ended before.' }),
    }),
    refusals: ['link_invalid'],
  },
  /** From a mail to the old address. */
  stopEmailRecovery: {
    method: 'POST',
    path: '/wallet/api/recovery/email/stop',
    access: 'anyone',
    body: linkBody,
    response: done,
    refusals: ['link_invalid'],
  },
} as const satisfies Record<string, AppRoute>

const paymentPasswordRoutes = {
  requestPaymentPasswordReset: {
    method: 'POST',
    path: '/wallet/api/recovery/payment-password',
    access: 'person',
    body: z.strictObject({ password: typedPassword, captcha }),
    response: accepted,
    refusals: ['captcha_failed', 'password_wrong', 'try_later'],
  },
  openPaymentPasswordReset: {
    method: 'POST',
    path: '/wallet/api/recovery/payment-password/open',
    access: 'person',
    body: linkBody,
    response: z.object({
      object: z.literal('payment_password_reset'),
      question: askedQuestion,
      expires_at: timestamp,
    }),
    refusals: ['link_invalid'],
  },
  resetPaymentPassword: {
    method: 'POST',
    path: '/wallet/api/recovery/payment-password/reset',
    access: 'person',
    body: z.strictObject({ token, answer, payment_password: typedPaymentPassword }),
    response: settingsView,
    refusals: [
      'link_invalid',
      'answers_wrong',
      'payment_password_weak',
      'password_used',
      'try_later',
    ],
  },
} as const satisfies Record<string, AppRoute>

export const recoveryRoutes = {
  ...passwordRoutes,
  ...emailRoutes,
  ...paymentPasswordRoutes,
} as const satisfies Record<string, AppRoute>
export type RecoveryRoutes = typeof recoveryRoutes
