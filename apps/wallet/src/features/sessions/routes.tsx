import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** Where the person is signed in. */
export const sessionsRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/settings/sessions',
    component: lazyRouteComponent(() => import('./sessions-page.tsx'), 'SessionsPage'),
  }),
]
