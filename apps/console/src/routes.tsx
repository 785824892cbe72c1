import { approvalsRoutes } from './features/approvals/routes.tsx'
import { auditRoutes } from './features/audit/routes.tsx'
import { depositsRoutes } from './features/deposits/routes.tsx'
import { deskRoutes } from './features/desk/routes.tsx'
import { exchangeRoutes } from './features/exchange/routes.tsx'
import { marketplaceRoutes } from './features/marketplaces/routes.tsx'
import { ownRoutes } from './features/own/routes.tsx'
import { overviewRoutes } from './features/overview/routes.tsx'
import { paymentsRoutes } from './features/payments/routes.tsx'
import { payoutsRoutes } from './features/payouts/routes.tsx'
import { peopleRoutes } from './features/people/routes.tsx'
import { signInRoutes } from './features/sign-in/routes.tsx'
import { staffRoutes } from './features/staff/routes.tsx'
import { entryRoute, rootRoute, staffRoute } from './layouts.tsx'

/** Every page. A feature lists its own in `features/<name>/routes.tsx`, loaded when they are opened. */
export const routeTree = rootRoute.addChildren([
  entryRoute.addChildren([...signInRoutes]),
  staffRoute.addChildren([
    ...deskRoutes,
    ...approvalsRoutes,
    ...depositsRoutes,
    ...exchangeRoutes,
    ...overviewRoutes,
    ...paymentsRoutes,
    ...payoutsRoutes,
    ...peopleRoutes,
    ...auditRoutes,
    ...staffRoutes,
    ...marketplaceRoutes,
    ...ownRoutes,
  ]),
])
