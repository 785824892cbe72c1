import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entryRoute } from '../../layouts.tsx'

/** For whoever has the address: nobody has to be signed in to look. */
export const checkoutRoutes = [
  createRoute({
    getParentRoute: () => entryRoute,
    path: '/checkout/$id',
    component: lazyRouteComponent(() => import('./checkout-page.tsx'), 'CheckoutPage'),
  }),
]
