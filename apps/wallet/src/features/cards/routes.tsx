import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => personRoute, path })

/** The cards that a person pays with. */
export const cardsRoutes = [
  createRoute({
    ...page('/cards'),
    component: lazyRouteComponent(() => import('./cards-page.tsx'), 'CardsPage'),
  }),
  createRoute({
    ...page('/cards/added'),
    component: lazyRouteComponent(() => import('./added-page.tsx'), 'AddedPage'),
  }),
  createRoute({
    ...page('/cards/$id'),
    component: lazyRouteComponent(() => import('./card-page.tsx'), 'CardPage'),
  }),
]
