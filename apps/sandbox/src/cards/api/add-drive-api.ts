import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { act, action } from '../actions.ts'
import { ApiError } from '../api-error.ts'
import { faultChange } from '../faults.ts'
import type { State } from '../state.ts'

const ofCard = z.object({ fingerprint: z.string().optional() }).catch({})

/** What tests do with the processor from behind: JSON under `/api/cards`. */
export function addDriveApi(app: FastifyInstance, state: State): void {
  app.register(
    async (api) => {
      api.setErrorHandler((error, _call, reply) => {
        if (error instanceof z.ZodError) {
          return reply.code(422).send({ error: z.prettifyError(error) })
        }
        if (error instanceof ApiError) return reply.code(error.status).send({ error: error.body })
        throw error
      })
      api.addHook('preHandler', async () => state.due.run())
      api.get('/faults', async () => state.faults.read())
      api.post('/faults', async (call) => state.faults.change(faultChange.parse(call.body)))
      api.delete('/faults', async () => state.faults.reset())
      api.post('/actions', async (call) => act(state, action.parse(call.body)))
      api.get('/statement', async (call) => ({
        lines: state.statement.read(ofCard.parse(call.query).fingerprint),
      }))
      api.get('/deliveries', async () => ({ deliveries: state.webhooks.attempts() }))
    },
    { prefix: '/api/cards' },
  )
}
