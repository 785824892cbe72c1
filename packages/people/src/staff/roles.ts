import type { StaffPermission } from '@danbao/contracts'
import type { ApprovalKind, CaseKind, StaffRole } from '@danbao/contracts/console'

/**
 * What each role may do, and nothing more. What needs a second person is shared by two roles, so
 * that one of each suffices; administrators appoint staff and see nobody's documents or money.
 */
export const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly StaffPermission[]>> = {
  support: [
    'queue.read',
    'overview.read',
    'payment.read',
    'person.search',
    'person.read',
    'closure.prepare',
    'account.freeze',
    'session.end',
    'approval.give',
    'funding.manage',
    'marketplace.read',
  ],
  reviewer: [
    'queue.read',
    'payment.read',
    'person.read',
    'identity.review',
    'payment.check',
    'document.view',
    'recovery.decide',
    'approval.give',
  ],
  arbiter: [
    'queue.read',
    'overview.read',
    'payment.read',
    'person.read',
    'recovery.decide',
    'dispute.decide',
    'approval.give',
  ],
  treasurer: [
    'queue.read',
    'overview.read',
    'payment.read',
    'person.search',
    'person.read',
    'closure.prepare',
    'account.freeze',
    // After an appeal another than the first decides: with one arbiter it is the treasurer.
    'dispute.decide',
    'approval.give',
    'funding.manage',
    'staff.approve',
  ],
  administrator: [
    'queue.read',
    // Sums alone: the payments behind them have names.
    'overview.read',
    'queue.assign',
    'approval.give',
    'audit.read',
    'staff.manage',
    'staff.approve',
    'marketplace.read',
    'marketplace.manage',
  ],
  // Of their own marketplace: each handler makes sure of that.
  merchant: ['marketplace.read', 'marketplace.manage'],
}

/** Who works on a case. */
export const CASE_PERMISSION: Readonly<Record<CaseKind, StaffPermission>> = {
  identity: 'identity.review',
  recovery: 'recovery.decide',
  closure: 'closure.prepare',
  dispute: 'dispute.decide',
  payment_check: 'payment.check',
}

/** Who may be the second person, beside `approval.give`. */
export const APPROVAL_PERMISSION: Readonly<Record<ApprovalKind, StaffPermission>> = {
  recovery_email: 'recovery.decide',
  closure: 'closure.prepare',
  staff_admin: 'staff.approve',
  unfreeze: 'account.freeze',
  resolution: 'funding.manage',
  payout: 'funding.manage',
  payout_failed: 'funding.manage',
  rate: 'funding.manage',
}

export function permissionsOf(roles: readonly StaffRole[]): ReadonlySet<StaffPermission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]))
}
