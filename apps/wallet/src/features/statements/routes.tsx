import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

export const statementsRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/statements',
    component: lazyRouteComponent(() => import('./statements-page.tsx'), 'StatementsPage'),
  }),
]
