import { z } from 'zod'
import { type AppRoute, STAFF_PERMISSIONS } from '../app-route.ts'
import { id } from '../primitives.ts'
import { queueCounts } from './queue.ts'
import { marketplaceRef, STAFF_ROLES } from './staff.ts'

const token = z.string().min(1).max(200)
const code = z.string().trim().min(6).max(40)

/** Characters of a new password of a member of staff. */
export const SHORTEST_STAFF_PASSWORD = 12

/** `enrol`: a second factor is set up first (`beginStaffTotp`); `code`: it is asked for. */
export const staffStep = z.object({ next: z.enum(['enrol', 'code']) })

export const staffSignInRequest = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(1000),
})

export const staffMe = z.object({
  id: id('stf'),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(STAFF_ROLES)),
  permissions: z.array(z.enum(STAFF_PERMISSIONS)),
  /** Whose merchant they are; null: they work for the operator. */
  marketplace: marketplaceRef.nullable(),
  /** Open cases of the kinds that this member works on, and approvals that they may give. */
  waiting: queueCounts.extend({ approvals: z.number().int() }),
})
export type StaffMe = z.infer<typeof staffMe>

export const consoleEntrance = z.object({
  mode: z.enum(['sandbox', 'live']),
  /** Whom one click signs in as; empty unless this is a sandbox. */
  one_click: z.array(z.enum(STAFF_ROLES)),
})

const done = z.object({})

export const signInRoutes = {
  /** What the sign-in page offers. */
  getConsoleEntrance: {
    method: 'GET',
    path: '/console/api/entrance',
    access: 'anyone',
    response: consoleEntrance,
    refusals: [],
  },
  staffSignIn: {
    method: 'POST',
    path: '/console/api/sign-in',
    access: 'anyone',
    body: staffSignInRequest,
    response: staffStep,
    refusals: ['credentials_wrong', 'try_later'],
  },
  /** With the half session of the sign-in; the secret counts once it is confirmed. */
  beginStaffTotp: {
    method: 'POST',
    path: '/console/api/second-factor/begin',
    access: 'anyone',
    response: z.object({
      /** Base32, to be typed. */
      secret: z.string(),
      /** `otpauth://`, for a QR code. */
      uri: z.string(),
    }),
    refusals: ['session_required', 'wrong_state'],
  },
  /** Opens the full session. The recovery codes are shown this once. */
  confirmStaffTotp: {
    method: 'POST',
    path: '/console/api/second-factor/confirm',
    access: 'anyone',
    body: z.strictObject({ code }),
    response: z.object({ recovery_codes: z.array(z.string()) }),
    refusals: ['session_required', 'wrong_state', 'code_wrong', 'try_later'],
  },
  /** The code of the app, or one of the recovery codes. Opens the full session. */
  giveStaffCode: {
    method: 'POST',
    path: '/console/api/second-factor/code',
    access: 'anyone',
    body: z.strictObject({ code }),
    response: done,
    refusals: ['session_required', 'wrong_state', 'code_wrong', 'try_later'],
  },
  /** Whose password a mailed link sets. */
  lookAtStaffLink: {
    method: 'POST',
    path: '/console/api/password/look',
    access: 'anyone',
    body: z.strictObject({ token }),
    response: z.object({ name: z.string(), email: z.string() }),
    refusals: ['link_invalid'],
  },
  /** Ends every session of the member. They sign in with it afterwards. */
  setStaffPassword: {
    method: 'POST',
    path: '/console/api/password',
    access: 'anyone',
    body: z.strictObject({ token, password: z.string().min(1).max(1000) }),
    response: z.object({ email: z.string() }),
    refusals: ['link_invalid', 'password_weak'],
  },
  /**
   * Of the member who is signed in; ends their other sessions. The code is one of the app, or a
   * recovery code; it is looked at last.
   */
  changeStaffPassword: {
    method: 'POST',
    path: '/console/api/me/password',
    access: 'staff',
    body: z.strictObject({
      old_password: z.string().min(1).max(1000),
      new_password: z.string().min(1).max(1000),
      code,
    }),
    response: done,
    refusals: ['password_wrong', 'password_weak', 'password_used', 'code_wrong', 'try_later'],
  },
  /** One click, for demonstrations: signed in as the seeded member with this role. */
  sandboxSignIn: {
    method: 'POST',
    path: '/console/api/sandbox/sign-in',
    access: 'anyone',
    sandboxOnly: true,
    body: z.strictObject({ role: z.enum(STAFF_ROLES) }),
    response: done,
    refusals: ['not_found'],
  },
  staffSignOut: {
    method: 'POST',
    path: '/console/api/sign-out',
    access: 'anyone',
    response: done,
    refusals: [],
  },
  staffMe: {
    method: 'GET',
    path: '/console/api/me',
    access: 'staff',
    response: staffMe,
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>
