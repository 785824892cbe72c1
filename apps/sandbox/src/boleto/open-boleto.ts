import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { sendPage } from '../pages/send.ts'
import { languageFor } from '../pages/words.ts'
import { showBoletoPage } from './boleto-page.ts'
import { createPayer, type Payer, type PayerOptions, payment } from './payer.ts'

const typedFields = z.record(z.string(), z.string().max(500)).catch({})

/** Who pays boletos: a page to do it by hand, and JSON for tests under `/api/boleto`. */
export function openBoleto(app: FastifyInstance, options: PayerOptions): void {
  const payer = createPayer(options)
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    addPages(pages, payer)
  })
  app.post('/api/boleto', async (call, reply) => {
    const wanted = payment.safeParse(call.body)
    if (!wanted.success) return reply.code(422).send({ error: z.prettifyError(wanted.error) })
    const { ourNumber } = await payer.pay(wanted.data)
    return { our_number: ourNumber }
  })
}

function addPages(pages: FastifyInstance, payer: Payer): void {
  pages.get('/boleto', async (call, reply) => {
    const language = languageFor(call.headers['accept-language'])
    return sendPage(reply, showBoletoPage({ payer, language }))
  })
  pages.post('/boleto', async (call, reply) => {
    const typed = typedFields.parse(call.body)
    const wanted = payment.safeParse(typed)
    if (wanted.success) {
      await payer.pay(wanted.data)
      return reply.redirect('/boleto', 303)
    }
    const language = languageFor(call.headers['accept-language'])
    const refused = { typed, field: String(wanted.error.issues[0]?.path[0] ?? '') }
    return sendPage(reply.code(422), showBoletoPage({ payer, language, refused }))
  })
}
