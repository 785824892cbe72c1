import type { FastifyInstance } from 'fastify'
import { addFormPages, refuseStrangers } from '../../pages/form-pages.ts'
import { sendFile } from '../../pages/send.ts'
import type { State } from '../state.ts'
import { addBankRoutes } from './bank-routes.ts'
import { addDriveRoutes } from './drive-routes.ts'
import { addPayRoutes } from './pay-routes.ts'
import { PAY_SCRIPT } from './pay-script.ts'
import { CARD_STYLE } from './style.ts'

export function addCardPages(app: FastifyInstance, state: State): void {
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    pages.get('/cards/style.css', async (_call, reply) => sendFile(reply, 'text/css', CARD_STYLE))
    pages.get('/cards/pay.js', async (_call, reply) =>
      sendFile(reply, 'text/javascript', PAY_SCRIPT),
    )
    addPayRoutes(pages, state)
    addBankRoutes(pages, state)
    addDriveRoutes(pages, state)
  })
}
