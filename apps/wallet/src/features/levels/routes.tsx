import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** What may be spent, and how it becomes more. */
export const levelRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/levels',
    component: lazyRouteComponent(() => import('./levels-page.tsx'), 'LevelsPage'),
  }),
]
