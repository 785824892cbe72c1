import type { FastifyInstance } from 'fastify'
import { ApiError } from '../api-error.ts'
import type { State } from '../state.ts'
import { addCharges } from './charges.ts'
import { addCheckoutSessions } from './checkout-sessions.ts'
import { addCustomers } from './customers.ts'
import { addEvents } from './events.ts'
import { createAnswerBook } from './idempotency.ts'
import { addPaymentIntents } from './payment-intents.ts'
import { addPaymentMethods } from './payment-methods.ts'
import { answerWith, createAddRoute } from './route.ts'
import { addSetupIntents } from './setup-intents.ts'
import { addWebhookEndpoints } from './webhook-endpoints.ts'

/** Stripe's API under `/v1`: the official SDK is content with it. */
export function addCardApi(app: FastifyInstance, state: State): void {
  app.register(
    async (api) => {
      api.removeAllContentTypeParsers()
      api.addContentTypeParser('*', { parseAs: 'string' }, (_call, body, done) => done(null, body))
      api.setErrorHandler((error, _call, reply) => {
        const { status, body } = answerWith(toApiError(error))
        return reply.code(status).type('application/json').send(body)
      })
      api.setNotFoundHandler(({ method, url }) => {
        const message = `Unrecognized request URL (${method}: ${url.split('?')[0]}).`
        throw new ApiError(404, { type: 'invalid_request_error', message })
      })
      const add = createAddRoute(api, state, createAnswerBook(state.now))
      addCustomers(add, state)
      addPaymentMethods(add, state)
      addCheckoutSessions(add, state)
      addSetupIntents(add, state)
      addPaymentIntents(add, state)
      addCharges(add, state)
      addEvents(add, state)
      addWebhookEndpoints(add, state)
    },
    { prefix: '/v1' },
  )
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof SyntaxError)
    return new ApiError(400, { type: 'invalid_request_error', message })
  return new ApiError(500, { type: 'api_error', message })
}
