import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

export const depositsRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/deposits',
    component: lazyRouteComponent(() => import('./deposits-page.tsx'), 'DepositsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/deposits/settle',
    component: lazyRouteComponent(() => import('./settle-page.tsx'), 'SettlePage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/deposits/days',
    component: lazyRouteComponent(() => import('./rail-days-page.tsx'), 'RailDaysPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/deposits/$id',
    component: lazyRouteComponent(() => import('./deposit-page.tsx'), 'DepositPage'),
  }),
]
