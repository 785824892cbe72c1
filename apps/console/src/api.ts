import { consoleRoutes } from '@danbao/contracts/console'
import { createApi } from '@danbao/ui'

/** The server, as the console knows it. */
export const api = createApi(consoleRoutes)
