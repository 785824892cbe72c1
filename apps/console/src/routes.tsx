import { entryRoute, rootRoute, staffRoute } from './layouts.tsx'

/** Every page. A feature lists its own in `features/<name>/routes.tsx`, loaded when they are opened. */
export const routeTree = rootRoute.addChildren([
  entryRoute.addChildren([]),
  staffRoute.addChildren([]),
])
