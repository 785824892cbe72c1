import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '../../layouts.tsx'

/** The queue stays where it is while cases are opened beside it. */
const deskRoute = createRoute({
  getParentRoute: () => staffRoute,
  id: 'desk',
  component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
})

export const deskRoutes = [
  deskRoute.addChildren([
    createRoute({ getParentRoute: () => deskRoute, path: '/' }),
    createRoute({ getParentRoute: () => deskRoute, path: '/cases/$kind/$id' }),
  ]),
]
