import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { sendPage } from '../pages/send.ts'
import { languageFor } from '../pages/words.ts'
import { createDesk, type Desk, type DeskOptions, sending } from './desk.ts'
import { showDeskPage } from './desk-page.ts'

const params = z.object({ mtcn: z.string() })

/** The counter: a page to send money and have it collected, and JSON under `/api/remittance`. */
export function openRemittance(app: FastifyInstance, options: DeskOptions): void {
  const desk = createDesk(options)
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    addPages(pages, desk)
  })
  app.post('/api/remittance', async (call, reply) => {
    const wanted = sending.safeParse(call.body)
    if (wanted.success) return { mtcn: desk.send(wanted.data).mtcn }
    return reply.code(422).send({ error: z.prettifyError(wanted.error) })
  })
  for (const [path, step] of [
    ['pay-out', desk.payOut],
    ['reverse', desk.reverse],
  ] as const) {
    app.post(`/api/remittance/:mtcn/${path}`, async (call, reply) => {
      const done = await step(params.parse(call.params).mtcn)
      return done === undefined ? reply.code(404).send({ error: 'Nothing to do.' }) : {}
    })
  }
}

function addPages(pages: FastifyInstance, desk: Desk): void {
  pages.get('/remittance', async (call, reply) => {
    const language = languageFor(call.headers['accept-language'])
    return sendPage(reply, showDeskPage({ desk, language, isWrong: false }))
  })
  pages.post('/remittance', async (call, reply) => {
    const wanted = sending.safeParse(call.body)
    if (wanted.success) {
      desk.send(wanted.data)
      return reply.redirect('/remittance', 303)
    }
    const language = languageFor(call.headers['accept-language'])
    return sendPage(reply.code(422), showDeskPage({ desk, language, isWrong: true }))
  })
  pages.post('/remittance/:mtcn/pay-out', async (call, reply) => {
    await desk.payOut(params.parse(call.params).mtcn)
    return reply.redirect('/remittance', 303)
  })
  pages.post('/remittance/:mtcn/reverse', async (call, reply) => {
    await desk.reverse(params.parse(call.params).mtcn)
    return reply.redirect('/remittance', 303)
  })
}
