import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Inbox } from '../inbox.ts'
import { showList } from './list-page.ts'
import { LIVE_SCRIPT } from './live-script.ts'
import { addLiveRoute } from './live.ts'
import { showGone, showMessage } from './message-page.ts'
import { send, sendFile, sendPage } from './send.ts'
import { STYLE } from './style.ts'
import { wordsFor } from './words.ts'

/** For the mail itself: even opened outside its frame it runs nothing and fetches nothing. */
const MAIL_POLICY =
  'sandbox allow-popups allow-popups-to-escape-sandbox; ' +
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; " +
  "base-uri 'none'; frame-ancestors 'self'"

const listQuery = z.object({ to: z.string().optional(), search: z.string().optional() }).catch({})
const messageParams = z.object({ id: z.string() })
const messageQuery = z.object({ view: z.enum(['html', 'text']).default('html') })

/** The mailbox: a list, each message, and a mail's own HTML in a frame. */
export function addPageRoutes(app: FastifyInstance, inbox: Inbox): void {
  app.addHook('onSend', async (_call, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
  })
  app.get('/', async (call, reply) => {
    const words = wordsFor(call.headers['accept-language'])
    return sendPage(reply, showList(words, inbox, listQuery.parse(call.query)))
  })
  app.get('/messages/:id', async (call, reply) => {
    const words = wordsFor(call.headers['accept-language'])
    const message = inbox.find(messageParams.parse(call.params).id)
    if (message === undefined) return sendPage(reply.code(404), showGone(words))
    const { view } = messageQuery.catch({ view: 'html' }).parse(call.query)
    return sendPage(reply, showMessage(words, message, view))
  })
  app.get('/messages/:id/html', async (call, reply) => {
    const message = inbox.find(messageParams.parse(call.params).id)
    if (message?.kind !== 'mail') return reply.code(404).type('text/plain').send('Not here.')
    return send(reply, 'text/html; charset=utf-8', MAIL_POLICY, openLinksOutside(message.html))
  })
  app.get('/style.css', async (_call, reply) => sendFile(reply, 'text/css', STYLE))
  app.get('/live.js', async (_call, reply) => sendFile(reply, 'text/javascript', LIVE_SCRIPT))
  addLiveRoute(app, inbox)
}

/** Before the document's type it would turn the page into quirks mode. */
function openLinksOutside(mail: string): string {
  const base = '<base target="_blank">'
  return /<head[^>]*>/i.test(mail)
    ? mail.replace(/<head[^>]*>/i, (head) => `${head}${base}`)
    : `${base}${mail}`
}
