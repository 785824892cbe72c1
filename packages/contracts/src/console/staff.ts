import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, name, reason, timestamp } from '../primitives.ts'

/** Of those who work for the operator. */
export const OPERATOR_ROLES = [
  'support',
  'reviewer',
  'arbiter',
  'treasurer',
  'administrator',
] as const
/** A merchant belongs to one marketplace, and holds no other role. */
export const STAFF_ROLES = [...OPERATOR_ROLES, 'merchant'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** A member of staff as colleagues see them. */
export const staffRef = z.object({ id: id('stf'), name: z.string() })
export type StaffRef = z.infer<typeof staffRef>

export const marketplaceRef = z.object({ id: id('mkt'), name: z.string() })
export type MarketplaceRef = z.infer<typeof marketplaceRef>

export const staffMember = z.object({
  id: id('stf'),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(STAFF_ROLES)),
  /** Whose merchant they are; null: they work for the operator. */
  marketplace: marketplaceRef.nullable(),
  /** `invited`: no password yet; `enrolling`: no second factor yet. */
  state: z.enum(['invited', 'enrolling', 'active', 'disabled']),
  /** Waits for a second person. */
  administrator_requested: z.boolean(),
  last_seen_at: timestamp.nullable(),
  created_at: timestamp,
})
export type StaffMemberView = z.infer<typeof staffMember>

const roles = z
  .array(z.enum(STAFF_ROLES))
  .min(1, 'must name a role')
  .max(STAFF_ROLES.length)
  .refine((all) => new Set(all).size === all.length, 'must name each role once')
  .refine(
    (all) => all.length === 1 || !all.includes('merchant'),
    'must not join merchant with another role',
  )

export const createStaffRequest = z
  .strictObject({
    name,
    email: z.email().max(254),
    roles,
    /** Of a merchant, and of nobody else. */
    marketplace: id('mkt').optional(),
    /** Of the mails. */
    language: z.enum(['en', 'ru', 'zh']),
  })
  .refine((asked) => asked.roles.includes('merchant') === (asked.marketplace !== undefined), {
    path: ['marketplace'],
    error: 'must be named for a merchant, and only then',
  })

export const changeRolesRequest = z.strictObject({ roles, reason })
export const staffReasonRequest = z.strictObject({ reason })

/** `approval`: the role of administrator waits for it; everything else is done. */
export const staffChange = z.object({ member: staffMember, approval: id('apr').nullable() })

const member = { params: { id: 'stf' } } as const

export const staffRoutes = {
  listStaff: {
    method: 'GET',
    path: '/console/api/staff',
    access: 'staff.manage',
    response: z.object({ data: z.array(staffMember) }),
    refusals: [],
  },
  createStaff: {
    method: 'POST',
    path: '/console/api/staff',
    access: 'staff.manage',
    body: createStaffRequest,
    response: staffChange,
    refusals: ['email_in_use', 'not_found'],
  },
  changeStaffRoles: {
    ...member,
    method: 'POST',
    path: '/console/api/staff/{id}/roles',
    access: 'staff.manage',
    body: changeRolesRequest,
    response: staffChange,
    refusals: ['not_found', 'not_allowed', 'wrong_state'],
  },
  disableStaff: {
    ...member,
    method: 'POST',
    path: '/console/api/staff/{id}/disable',
    access: 'staff.manage',
    body: staffReasonRequest,
    response: staffMember,
    refusals: ['not_found', 'not_allowed', 'wrong_state'],
  },
  /** Comes back without the role of administrator. */
  enableStaff: {
    ...member,
    method: 'POST',
    path: '/console/api/staff/{id}/enable',
    access: 'staff.manage',
    body: staffReasonRequest,
    response: staffMember,
    refusals: ['not_found', 'not_allowed', 'wrong_state'],
  },
  /** Mails a link to set a password, for the first time or anew. */
  sendStaffLink: {
    ...member,
    method: 'POST',
    path: '/console/api/staff/{id}/link',
    access: 'staff.manage',
    response: staffMember,
    refusals: ['not_found', 'not_allowed', 'wrong_state', 'try_later'],
  },
  /** They enrol a new one at the next sign-in. */
  resetStaffSecondFactor: {
    ...member,
    method: 'POST',
    path: '/console/api/staff/{id}/second-factor/reset',
    access: 'staff.manage',
    body: staffReasonRequest,
    response: staffMember,
    refusals: ['not_found', 'not_allowed', 'wrong_state'],
  },
} as const satisfies Record<string, AppRoute>
