import { cardsRoutes } from './features/cards/routes.tsx'
import { checkoutRoutes } from './features/checkout/routes.tsx'
import { closingRoutes } from './features/closing/routes.tsx'
import { disputesRoutes } from './features/disputes/routes.tsx'
import { homeRoutes } from './features/home/routes.tsx'
import { identityRoutes } from './features/identity/routes.tsx'
import { invoicesRoutes } from './features/invoices/routes.tsx'
import { levelRoutes } from './features/levels/routes.tsx'
import { marketplacesRoutes } from './features/marketplaces/routes.tsx'
import { notificationsRoutes } from './features/notifications/routes.tsx'
import { paymentsRoutes } from './features/payments/routes.tsx'
import { payoutRoutes } from './features/payouts/routes.tsx'
import { recoveryEntryRoutes, recoveryPersonRoutes } from './features/recovery/routes.tsx'
import {
  registrationEntryRoutes,
  registrationPersonRoutes,
} from './features/registration/routes.tsx'
import { securityRoutes } from './features/security/routes.tsx'
import { sessionsRoutes } from './features/sessions/routes.tsx'
import { settingsEntryRoutes, settingsRoutes } from './features/settings/routes.tsx'
import { signInRoutes } from './features/sign-in/routes.tsx'
import { statementsRoutes } from './features/statements/routes.tsx'
import { topUpRoutes } from './features/top-up/routes.tsx'
import { entryRoute, personRoute, rootRoute } from './layouts.tsx'

/** Every page. A feature lists its own in `features/<name>/routes.tsx`, loaded when they are opened. */
export const routeTree = rootRoute.addChildren([
  entryRoute.addChildren([
    ...signInRoutes,
    ...registrationEntryRoutes,
    ...recoveryEntryRoutes,
    ...settingsEntryRoutes,
    ...checkoutRoutes,
  ]),
  personRoute.addChildren([
    ...registrationPersonRoutes,
    ...homeRoutes,
    ...paymentsRoutes,
    ...invoicesRoutes,
    ...levelRoutes,
    ...cardsRoutes,
    ...topUpRoutes,
    ...payoutRoutes,
    ...statementsRoutes,
    ...identityRoutes,
    ...recoveryPersonRoutes,
    ...settingsRoutes,
    ...securityRoutes,
    ...sessionsRoutes,
    ...marketplacesRoutes,
    ...notificationsRoutes,
    ...disputesRoutes,
    ...closingRoutes,
  ]),
])
