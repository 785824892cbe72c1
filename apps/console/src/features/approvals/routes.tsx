import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

/** The list stays while approvals are opened beside it. */
const approvalsRoute = createRoute({
  getParentRoute: () => staffRoute,
  id: 'approvals',
  component: lazyRouteComponent(() => import('./approvals-page.tsx'), 'ApprovalsPage'),
})

export const approvalsRoutes = [
  approvalsRoute.addChildren([
    createRoute({ getParentRoute: () => approvalsRoute, path: '/approvals' }),
    createRoute({ getParentRoute: () => approvalsRoute, path: '/approvals/$id' }),
  ]),
]
