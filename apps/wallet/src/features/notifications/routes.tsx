import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

export const notificationsRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
  }),
]
