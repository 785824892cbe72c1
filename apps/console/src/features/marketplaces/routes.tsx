import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const marketplaceRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/marketplaces',
    component: lazyRouteComponent(() => import('./marketplaces-page.tsx'), 'MarketplacesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/marketplaces/$id',
    component: lazyRouteComponent(() => import('./marketplace-page.tsx'), 'MarketplacePage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/marketplaces/$id/webhooks/$endpoint',
    component: lazyRouteComponent(() => import('./endpoint-page.tsx'), 'EndpointPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/marketplaces/$id/events/$event',
    component: lazyRouteComponent(() => import('./event-page.tsx'), 'EventPage'),
  }),
]
