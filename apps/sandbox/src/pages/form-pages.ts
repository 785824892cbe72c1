import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { decodeForm } from './form.ts'

/** Pages whose forms are read, in a scope of their own: nobody else here takes forms. */
export function addFormPages(app: FastifyInstance, add: (pages: FastifyInstance) => void): void {
  app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_call, body, done) => done(null, decodeForm(String(body))),
    )
    add(pages)
  })
}

/** A form that stands on somebody else's page shall not press our buttons. */
export async function refuseStrangers(call: FastifyRequest, reply: FastifyReply): Promise<void> {
  const from = call.headers['sec-fetch-site']
  if (call.method === 'GET' || from === undefined) return
  if (from === 'same-origin' || from === 'none') return
  await reply.code(403).type('text/plain').send('Not from here.')
}
