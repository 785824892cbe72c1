import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Inbox, Received } from '../inbox.ts'

const query = z.object({ to: z.string().optional(), search: z.string().optional() })

/** What tests ask: `GET /api/mails?to=` and `GET /api/sms?to=`, newest first. */
export function addApiRoutes(app: FastifyInstance, inbox: Inbox): void {
  const listOf =
    (kind: Received['kind']) =>
    (call: { readonly query: unknown }): readonly Received[] =>
      inbox.list(query.catch({}).parse(call.query)).filter((message) => message.kind === kind)
  app.get('/api/mails', async (call) => ({ mails: listOf('mail')(call).map(withLinks) }))
  app.get('/api/sms', async (call) => ({ sms: listOf('sms')(call) }))
}

/** With the web addresses of the text, in their order. */
function withLinks(message: Received): Received & { readonly links: readonly string[] } {
  return { ...message, links: message.text.match(/https?:\/\/[^\s<>"]+/g) ?? [] }
}
