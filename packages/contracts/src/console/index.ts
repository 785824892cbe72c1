import type { AppRoute } from '../app-route.ts'
import { approvalRoutes } from './approvals.ts'
import { auditRoutes } from './audit.ts'
import { decisionRoutes } from './decisions.ts'
import { disputeDeskRoutes } from './disputes.ts'
import { exchangeDeskRoutes } from './exchange.ts'
import { fundingDeskRoutes } from './funding.ts'
import { identityReviewRoutes } from './identity.ts'
import { marketplaceDeskRoutes } from './marketplaces.ts'
import { consoleOverviewRoutes } from './overview.ts'
import { paymentCheckRoutes } from './payment-checks.ts'
import { paymentDeskRoutes } from './payments.ts'
import { payoutDeskRoutes } from './payouts.ts'
import { peopleRoutes } from './people.ts'
import { queueRoutes } from './queue.ts'
import { signInRoutes } from './sign-in.ts'
import { staffRoutes } from './staff.ts'

export * from './approvals.ts'
export * from './audit.ts'
export * from './decisions.ts'
export * from './disputes.ts'
export * from './exchange.ts'
export * from './funding.ts'
export * from './identity.ts'
export * from './marketplaces.ts'
export * from './overview.ts'
export * from './payment-checks.ts'
export * from './payments.ts'
export * from './payouts.ts'
export * from './people.ts'
export * from './queue.ts'
export * from './sign-in.ts'
export * from './staff.ts'

/** Everything the console app asks the server for. */
export const consoleRoutes = {
  ...signInRoutes,
  ...queueRoutes,
  ...identityReviewRoutes,
  ...decisionRoutes,
  ...disputeDeskRoutes,
  ...paymentCheckRoutes,
  ...approvalRoutes,
  ...fundingDeskRoutes,
  ...exchangeDeskRoutes,
  ...payoutDeskRoutes,
  ...peopleRoutes,
  ...paymentDeskRoutes,
  ...consoleOverviewRoutes,
  ...auditRoutes,
  ...staffRoutes,
  ...marketplaceDeskRoutes,
} as const satisfies Record<string, AppRoute>

export type ConsoleRoutes = typeof consoleRoutes
