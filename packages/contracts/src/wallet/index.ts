import type { AppRoute } from '../app-route.ts'

/** Everything the wallet app asks the server for. */
export const walletRoutes = {} as const satisfies Record<string, AppRoute>

export type WalletRoutes = typeof walletRoutes
