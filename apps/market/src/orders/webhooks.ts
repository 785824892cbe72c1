import { verifyWebhook, WebhookVerificationError } from '@danbao/sdk'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { attempt } from '../danbao/index.ts'
import type { Parts } from '../parts.ts'
import { followEvent } from './follow.ts'

export const WEBHOOK_PATH = '/webhooks/danbao'
const LONGEST_BODY = 262_144

/** Where Danbao tells what happened. An answer other than 2xx makes it tell again, for days. */
export function addWebhooks(scope: FastifyInstance, parts: Parts): void {
  scope.removeAllContentTypeParsers()
  // The signature is of the bytes as they came.
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: LONGEST_BODY },
    (_request, body, done) => done(null, body),
  )
  scope.post(WEBHOOK_PATH, (request, reply) => receive(parts, request, reply))
}

async function receive(parts: Parts, request: FastifyRequest, reply: FastifyReply) {
  const { danbao, store } = parts
  const secret = danbao?.webhookSecret()
  if (danbao === undefined || secret === undefined) return reply.code(503).send()
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const event = await verifyWebhook({ body, headers: request.headers, secret }).catch(refuse)
  if (event === undefined) return reply.code(400).send()
  const { seen } = store.data
  if (seen.has(event.id)) return reply.code(204).send()
  const followed = await attempt(() => followEvent(parts, danbao, event))
  if (!followed.ok) return reply.code(503).send()
  // Only now: an event that could not be acted on has to come again.
  seen.add(event.id)
  await store.save()
  return reply.code(204).send()
}

function refuse(error: unknown): undefined {
  if (error instanceof WebhookVerificationError) return undefined
  throw error
}
