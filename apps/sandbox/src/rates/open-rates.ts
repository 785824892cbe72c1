import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { sendPage } from '../pages/send.ts'
import { languageFor } from '../pages/words.ts'
import { createPublisher, movedRate, type Publisher, rateFaultChange } from './publisher.ts'
import { readFaultsForm, showRatesPage } from './rates-page.ts'

export const RATES_PATH = '/rates/eurofxref-daily.xml'

const anyFields = z.record(z.string(), z.unknown()).catch({})

/** The central bank: its file of the day, a page to drive it, and JSON for tests under `/api/rates`. */
export function openRates(app: FastifyInstance, now: () => number): void {
  const publisher = createPublisher(now)
  app.get(RATES_PATH, async (_call, reply) => {
    const { delayMs, away } = publisher.faults.read()
    await setTimeout(delayMs)
    if (away) return reply.code(503).type('text/plain').send('Not now.')
    return reply.type('application/xml').send(publisher.file())
  })
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    addPages(pages, publisher)
  })
  addApi(app, publisher)
}

function addPages(pages: FastifyInstance, publisher: Publisher): void {
  pages.get('/rates', async (call, reply) => {
    const language = languageFor(call.headers['accept-language'])
    return sendPage(reply, showRatesPage({ publisher, language }))
  })
  pages.post('/rates', async (call, reply) => {
    const typed = movedRate.safeParse(call.body)
    if (typed.success) {
      publisher.move(typed.data)
      return reply.redirect('/rates', 303)
    }
    const language = languageFor(call.headers['accept-language'])
    return sendPage(reply.code(422), showRatesPage({ publisher, language, isRefused: true }))
  })
  pages.post('/rates/faults', async (call, reply) => {
    const wanted = rateFaultChange.safeParse(readFaultsForm(anyFields.parse(call.body)))
    if (wanted.success) publisher.faults.change(wanted.data)
    return reply.redirect('/rates', 303)
  })
  pages.post('/rates/reset', async (_call, reply) => {
    publisher.reset()
    publisher.faults.reset()
    return reply.redirect('/rates', 303)
  })
}

function addApi(app: FastifyInstance, publisher: Publisher): void {
  app.post('/api/rates', async (call, reply) => {
    const wanted = movedRate.safeParse(call.body)
    if (!wanted.success) return reply.code(422).send({ error: z.prettifyError(wanted.error) })
    publisher.move(wanted.data)
    return { rates: publisher.rates() }
  })
  app.post('/api/rates/faults', async (call, reply) => {
    const wanted = rateFaultChange.safeParse(call.body)
    if (wanted.success) return publisher.faults.change(wanted.data)
    return reply.code(422).send({ error: z.prettifyError(wanted.error) })
  })
  app.delete('/api/rates', async () => {
    publisher.reset()
    return publisher.faults.reset()
  })
}
