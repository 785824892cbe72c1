import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** New ways in beside the password. */
export const securityRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/settings/two-factor',
    component: lazyRouteComponent(() => import('./two-factor-page.tsx'), 'TwoFactorPage'),
  }),
  createRoute({
    getParentRoute: () => personRoute,
    path: '/settings/passkeys',
    component: lazyRouteComponent(() => import('./passkeys-page.tsx'), 'PasskeysPage'),
  }),
]
