import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const ownRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/me',
    component: lazyRouteComponent(() => import('./own-page.tsx'), 'OwnPage'),
  }),
]
