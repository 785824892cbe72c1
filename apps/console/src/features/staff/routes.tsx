import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const staffRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/staff',
    component: lazyRouteComponent(() => import('./staff-page.tsx'), 'StaffPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/staff/$id',
    component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
  }),
]
