import { walletRoutes } from '@danbao/contracts/wallet'
import { createApi } from '@danbao/ui'

/** The server, as the wallet knows it. */
export const api = createApi(walletRoutes)
