import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => personRoute, path })

/** Proceeds that leave for a bank. */
export const payoutRoutes = [
  createRoute({
    ...page('/payouts'),
    component: lazyRouteComponent(() => import('./payouts-page.tsx'), 'PayoutsPage'),
  }),
  createRoute({
    ...page('/payouts/accounts/new'),
    component: lazyRouteComponent(() => import('./add-account-page.tsx'), 'AddAccountPage'),
  }),
]
