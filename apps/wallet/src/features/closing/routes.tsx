import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** The end of an account. */
export const closingRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/settings/close',
    component: lazyRouteComponent(() => import('./close-page.tsx'), 'ClosePage'),
  }),
]
