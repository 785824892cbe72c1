import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decodeForm } from '../api/form.ts'
import { sendFile } from '../../pages/send.ts'
import type { State } from '../state.ts'
import { addBankRoutes } from './bank-routes.ts'
import { addDriveRoutes } from './drive-routes.ts'
import { addPayRoutes } from './pay-routes.ts'
import { PAY_SCRIPT } from './pay-script.ts'
import { CARD_STYLE } from './style.ts'

const FORM = 'application/x-www-form-urlencoded'

export function addCardPages(app: FastifyInstance, state: State): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(FORM, { parseAs: 'string' }, (_call, body, done) => {
      done(null, decodeForm(String(body)))
    })
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

/** A form that stands on somebody else's page shall not press our buttons. */
export async function refuseStrangers(call: FastifyRequest, reply: FastifyReply): Promise<void> {
  const from = call.headers['sec-fetch-site']
  if (call.method === 'GET' || from === undefined) return
  if (from === 'same-origin' || from === 'none') return
  await reply.code(403).type('text/plain').send('Not from here.')
}
