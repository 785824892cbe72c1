import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../api-error.ts'
import { newId } from '../ids.ts'
import { API_VERSION, type State } from '../state.ts'
import { checkKey, checkVersion } from './credentials.ts'
import { expand } from './expand.ts'
import { decodeForm } from '../../pages/form.ts'
import type { Answer, AnswerBook } from './idempotency.ts'
import { parseParams } from './parse.ts'

export interface ApiCall<T> {
  /** Of the path. */
  readonly id: string
  /** The second one of the path, if it has one. */
  readonly innerId: string
  readonly params: T
  /** Where the caller reached us: pages that we send people to are there too. */
  readonly baseUrl: string
}

export interface ApiRoute<T> {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly schema: z.ZodType<T>
  /** Throws ApiError. */
  run(call: ApiCall<T>): object
}

export type AddRoute = <T>(route: ApiRoute<T>) => void

const header = z.string().optional()
const headers = z.object({
  authorization: header,
  'stripe-version': header,
  'idempotency-key': header,
})
const pathIds = z.object({ id: z.string().default(''), innerId: z.string().default('') })
const expansions = z.array(z.string()).max(20).default([])

/** What every address of the API has in common: key, faults, idempotency, form, expansion. */
export function createAddRoute(api: FastifyInstance, state: State, book: AnswerBook): AddRoute {
  return (route) => {
    const { method, path: url } = route
    api.route({
      method,
      url,
      handler: async (call, reply) => {
        const requestId = newId('req')
        reply.header('request-id', requestId).header('stripe-version', API_VERSION)
        const given = headers.parse(call.headers)
        checkKey(given.authorization)
        checkVersion(given['stripe-version'])
        await meetFaults(state)
        const text = method === 'GET' ? (call.url.split('?')[1] ?? '') : bodyOf(call)
        const key = method === 'POST' ? given['idempotency-key'] : undefined
        const answer = state.because({ id: requestId, idempotency_key: key ?? null }, () => {
          state.due.run()
          return book.answerOnce({ key, request: `${method} ${call.url} ${text}` }, () =>
            perform(state, route, { call, text }),
          )
        })
        if (answer.isReplayed) reply.header('idempotent-replayed', 'true')
        if (key !== undefined) reply.header('idempotency-key', key)
        return send(state, reply, answer)
      },
    })
  }
}

async function meetFaults({ faults }: State): Promise<void> {
  const { slowMs } = faults.read()
  if (slowMs > 0) await sleep(slowMs)
  if (!faults.take('failedRequests')) return
  throw new ApiError(500, { type: 'api_error', message: 'Asked for by the switches for faults.' })
}

function send({ faults }: State, reply: FastifyReply, { status, body }: Answer): FastifyReply {
  if (!faults.take('lostAnswers')) return reply.code(status).type('application/json').send(body)
  reply.hijack()
  reply.raw.destroy()
  return reply
}

interface Received {
  readonly call: FastifyRequest
  readonly text: string
}

function perform<T>(state: State, route: ApiRoute<T>, { call, text }: Received): Answer {
  const { expand: wanted, ...rest } = decodeForm(text)
  const paths = parseParams(z.object({ expand: expansions }), { expand: wanted }).expand
  const params = parseParams(route.schema, rest)
  const baseUrl = `${call.protocol}://${call.host}`
  try {
    const shown = route.run({ ...pathIds.parse(call.params), params, baseUrl })
    const body = JSON.stringify(expand(shown, paths, (id) => state.findAny(id)))
    return { status: 200, body }
  } catch (error) {
    // What was refused is kept under its key as well: a card that was declined was declined.
    if (error instanceof ApiError) return answerWith(error)
    throw error
  }
}

export function answerWith({ status, body }: ApiError): Answer {
  return { status, body: JSON.stringify({ error: body }) }
}

function bodyOf({ body }: FastifyRequest): string {
  return typeof body === 'string' ? body : ''
}
