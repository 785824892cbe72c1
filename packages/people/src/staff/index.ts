import type { PeopleDeps } from '../base/deps.ts'
import type { ConsolePart } from '../base/handling.ts'
import type {
  approvalRoutes,
  auditRoutes,
  consoleOverviewRoutes,
  decisionRoutes,
  marketplaceDeskRoutes,
  paymentDeskRoutes,
  peopleRoutes,
  queueRoutes,
  signInRoutes,
  staffRoutes,
} from '@danbao/contracts/console'
import { createApprovalHandlers } from './approvals/index.ts'
import { createAuditHandlers } from './audit-log/search-audit.ts'
import { createDecisionHandlers } from './decisions/index.ts'
import { createFreezeHandlers } from './freeze/index.ts'
import { createMarketplaceDesk } from './marketplaces/index.ts'
import { createMemberHandlers } from './members/handlers.ts'
import { createPaymentDesk } from './payments/handlers.ts'
import { createPersonPageHandlers } from './person-page/index.ts'
import { createQueueHandlers } from './queue/index.ts'
import { createSignInHandlers } from './sign-in/index.ts'

export { createFirstAdministrator } from './members/first-administrator.ts'
export { resetStaffAccess } from './members/reset-access.ts'
export { findMember, readStanding, refOf } from './member.ts'

export { ensureSandboxMerchant, ensureSandboxStaff } from './sign-in/index.ts'

type StaffRoute =
  | keyof typeof signInRoutes
  | keyof typeof queueRoutes
  | keyof typeof decisionRoutes
  | keyof typeof approvalRoutes
  | keyof typeof peopleRoutes
  | keyof typeof paymentDeskRoutes
  | keyof typeof consoleOverviewRoutes
  | keyof typeof auditRoutes
  | keyof typeof staffRoutes
  | keyof typeof marketplaceDeskRoutes

/** All of the console but the reviews of identities. */
export function createStaffHandlers(deps: PeopleDeps): ConsolePart<StaffRoute> {
  return {
    ...createSignInHandlers(deps),
    ...createQueueHandlers(deps),
    ...createDecisionHandlers(deps),
    ...createApprovalHandlers(deps),
    ...createPersonPageHandlers(deps),
    ...createPaymentDesk(deps),
    ...createFreezeHandlers(deps),
    ...createAuditHandlers(deps),
    ...createMemberHandlers(deps),
    ...createMarketplaceDesk(deps),
  }
}
