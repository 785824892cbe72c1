import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const auditRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/audit',
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
]
