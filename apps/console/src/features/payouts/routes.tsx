import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const payoutsRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/payouts',
    component: lazyRouteComponent(() => import('./payouts-page.tsx'), 'PayoutsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/payouts/$id',
    component: lazyRouteComponent(() => import('./payout-page.tsx'), 'PayoutPage'),
  }),
]
