import {
  registrationEntryRoutes,
  registrationPersonRoutes,
} from './features/registration/routes.tsx'
import { signInRoutes } from './features/sign-in/routes.tsx'
import { entryRoute, personRoute, rootRoute } from './layouts.tsx'

/** Every page. A feature lists its own in `features/<name>/routes.tsx`, loaded when they are opened. */
export const routeTree = rootRoute.addChildren([
  entryRoute.addChildren([...signInRoutes, ...registrationEntryRoutes]),
  personRoute.addChildren([...registrationPersonRoutes]),
])
