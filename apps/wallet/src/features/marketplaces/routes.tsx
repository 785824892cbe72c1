import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

/** Sign-ins of other sites. */
export const marketplacesRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/settings/marketplaces',
    component: lazyRouteComponent(() => import('./marketplaces-page.tsx'), 'MarketplacesPage'),
  }),
]
