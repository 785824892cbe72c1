import type { FastifyInstance } from 'fastify'
import { addCardApi } from './api/add-card-api.ts'
import { addDriveApi } from './api/add-drive-api.ts'
import { addCardPages } from './pages/add-card-pages.ts'
import { createState, type StateOptions } from './state.ts'

/** How often what is due by itself is looked for. */
const TICK_MS = 1000

/** The card processor: Stripe's API, the pages that people are sent to, and those to drive it. */
export function openCards(app: FastifyInstance, options: StateOptions): void {
  const state = createState(options)
  let tick: NodeJS.Timeout | undefined
  // Not before: where the port is taken nothing is left to keep the process alive.
  app.addHook('onListen', async () => {
    tick = setInterval(() => state.due.run(), TICK_MS)
  })
  app.addHook('onClose', async () => {
    clearInterval(tick)
    state.webhooks.close()
  })
  addCardApi(app, state)
  addDriveApi(app, state)
  addCardPages(app, state)
}
