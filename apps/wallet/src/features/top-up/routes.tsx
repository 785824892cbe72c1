import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => personRoute, path })

/** Money that comes in. */
export const topUpRoutes = [
  createRoute({
    ...page('/top-up'),
    component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
  }),
  createRoute({
    ...page('/top-up/$id'),
    component: lazyRouteComponent(() => import('./top-up-page.tsx'), 'TopUpPage'),
  }),
]
