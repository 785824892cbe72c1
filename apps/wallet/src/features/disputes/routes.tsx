import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** What went wrong with a payment, told by its buyer. */
export const disputesRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/payments/$id/problem',
    component: lazyRouteComponent(() => import('./problem-page.tsx'), 'ProblemPage'),
  }),
]
