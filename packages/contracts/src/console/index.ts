import type { AppRoute } from '../app-route.ts'

/** Everything the console app asks the server for. */
export const consoleRoutes = {} as const satisfies Record<string, AppRoute>

export type ConsoleRoutes = typeof consoleRoutes
