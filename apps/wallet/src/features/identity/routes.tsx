import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** Proving who one is. */
export const identityRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/identity',
    component: lazyRouteComponent(() => import('./identity-page.tsx'), 'IdentityPage'),
  }),
]
