import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { timestamp } from '../primitives.ts'

/** What a captcha lets through. A solution is of no use for another purpose. */
export const CAPTCHA_PURPOSES = [
  'register',
  'phone_code',
  'sign_in',
  'reset_password',
  'recover_email',
  'reset_payment_password',
] as const
export type CaptchaPurpose = (typeof CAPTCHA_PURPOSES)[number]

/**
 * The solution as it is sent along: base64 of the JSON `{algorithm, challenge, number, salt,
 * signature}`. It is good once, and until `expires_at` of the challenge.
 */
export const captchaSolution = z.string().min(1).max(2000)

/** A piece of work for the browser (ALTCHA): find the number from 0 to `maxnumber`. */
export const captchaChallenge = z.object({
  object: z.literal('captcha'),
  algorithm: z.literal('SHA-256'),
  challenge: z.string().meta({ description: 'Hex of SHA-256 over salt and number' }),
  maxnumber: z.int(),
  salt: z.string(),
  signature: z.string(),
  expires_at: timestamp,
})
export type CaptchaChallenge = z.infer<typeof captchaChallenge>

export const captchaRoutes = {
  getCaptcha: {
    method: 'GET',
    path: '/wallet/api/captcha',
    access: 'anyone',
    query: z.strictObject({ purpose: z.enum(CAPTCHA_PURPOSES) }),
    response: captchaChallenge,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
