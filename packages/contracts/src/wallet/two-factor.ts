import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'

/** As it was typed; who it belongs to is known from the session. */
export const typedPassword = z.string().min(1).max(256)

/** Six digits of an authenticator app, or one of the recovery codes as it was written down. */
export const secondFactorCode = z
  .string()
  .trim()
  .min(6)
  .max(32)
  .meta({ description: 'Six digits of the app, or a recovery code' })

export const twoFactor = z.object({
  object: z.literal('two_factor'),
  totp: z.object({ enabled: z.boolean(), enabled_at: timestamp.nullable() }),
  recovery_codes_left: z.int(),
})
export type TwoFactor = z.infer<typeof twoFactor>

/** Absent is enough for a few minutes after the sign-in; then `password_needed` is answered. */
export const withPassword = z.strictObject({ password: typedPassword.optional() })

export const totpSecret = z.object({
  object: z.literal('totp_secret'),
  secret: z.string().meta({ description: 'Base32, to be typed where no picture can be scanned' }),
  uri: z.string().meta({ description: '`otpauth://…`, to be shown as a QR code' }),
})

export const recoveryCodes = z.object({
  object: z.literal('recovery_codes'),
  codes: z.array(z.string()).meta({ description: 'Shown this once' }),
})

const passwordAndCode = z.strictObject({ password: typedPassword, code: secondFactorCode })

export const twoFactorRoutes = {
  getTwoFactor: {
    method: 'GET',
    path: '/wallet/api/two-factor',
    access: 'person',
    response: twoFactor,
    refusals: [],
  },
  /** A new secret, of no effect until a code of it was given. */
  beginTotp: {
    method: 'POST',
    path: '/wallet/api/two-factor/totp',
    access: 'person',
    body: withPassword,
    response: totpSecret,
    refusals: ['password_needed', 'password_wrong', 'try_later', 'wrong_state'],
  },
  confirmTotp: {
    method: 'POST',
    path: '/wallet/api/two-factor/totp/confirm',
    access: 'person',
    body: z.strictObject({ code: secondFactorCode }),
    response: recoveryCodes,
    refusals: ['code_wrong', 'try_later', 'wrong_state'],
  },
  disableTotp: {
    method: 'POST',
    path: '/wallet/api/two-factor/totp/disable',
    access: 'person',
    body: passwordAndCode,
    response: twoFactor,
    refusals: ['password_wrong', 'code_wrong', 'try_later', 'wrong_state'],
  },
  /** The old ones are good no more. */
  newRecoveryCodes: {
    method: 'POST',
    path: '/wallet/api/two-factor/recovery-codes',
    access: 'person',
    body: passwordAndCode,
    response: recoveryCodes,
    refusals: ['password_wrong', 'code_wrong', 'try_later', 'wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
