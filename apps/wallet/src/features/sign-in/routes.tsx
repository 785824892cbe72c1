import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entryRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => entryRoute, path })

/** Ways in. */
export const signInRoutes = [
  createRoute({
    ...page('/sign-in'),
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    ...page('/sign-in/second-factor'),
    component: lazyRouteComponent(() => import('./second-factor-page.tsx'), 'SecondFactorPage'),
  }),
  createRoute({
    ...page('/sign-in/marketplace'),
    component: lazyRouteComponent(() => import('./marketplace-page.tsx'), 'MarketplacePage'),
  }),
]
