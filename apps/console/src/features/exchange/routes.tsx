import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const exchangeRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/rates',
    component: lazyRouteComponent(() => import('./exchange-page.tsx'), 'ExchangePage'),
  }),
]
