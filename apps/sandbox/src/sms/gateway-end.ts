import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Inbox } from '../inbox.ts'

const request = z.object({
  to: z.string().regex(/^\+[1-9]\d{1,14}$/),
  text: z.string().min(1).max(2000),
})

/** The interface that the server speaks to an SMS provider's glue. It takes any token. */
export function addSmsRoutes(app: FastifyInstance, inbox: Inbox): void {
  app.post('/sms', async (call, reply) => {
    const parsed = request.safeParse(call.body)
    if (!parsed.success) return reply.code(422).send({ error: z.prettifyError(parsed.error) })
    const { to, text } = parsed.data
    const id = randomUUID()
    inbox.add({ kind: 'sms', id, to: [to], text, receivedAt: new Date().toISOString() })
    return reply.code(202).send({ id })
  })
}
