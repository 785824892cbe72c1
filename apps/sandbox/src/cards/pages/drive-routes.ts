import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendPage } from '../../pages/send.ts'
import { languageFor } from '../../pages/words.ts'
import { act, action } from '../actions.ts'
import { ApiError } from '../api-error.ts'
import { faultChange } from '../faults.ts'
import type { State } from '../state.ts'
import { showDrivePage } from './drive-page.ts'
import { readFaultsForm } from './faults-form.ts'
import { showStatementPage } from './statement-page.ts'

const driveQuery = z.object({ failed: z.string().optional() }).catch({})
const statementQuery = z.object({ card: z.string().optional() }).catch({})
const fields = z.record(z.string(), z.unknown()).catch({})

/** The pages by which the processor is driven by hand. */
export function addDriveRoutes(app: FastifyInstance, state: State): void {
  app.get('/cards', async (call, reply) => {
    state.due.run()
    const language = languageFor(call.headers['accept-language'])
    const hasFailed = driveQuery.parse(call.query).failed !== undefined
    return sendPage(reply, showDrivePage({ state, language, hasFailed }))
  })
  app.get('/cards/statement', async (call, reply) => {
    state.due.run()
    const language = languageFor(call.headers['accept-language'])
    const { card } = statementQuery.parse(call.query)
    return sendPage(reply, showStatementPage({ state, language, card }))
  })
  app.post('/cards/actions', async (call, reply) => {
    const wanted = action.safeParse(call.body)
    const isDone = wanted.success && tryTo(() => act(state, wanted.data))
    return reply.redirect(isDone ? '/cards' : '/cards?failed', 303)
  })
  app.post('/cards/faults', async (call, reply) => {
    const wanted = faultChange.safeParse(readFaultsForm(fields.parse(call.body)))
    const isDone = wanted.success && tryTo(() => state.faults.change(wanted.data))
    return reply.redirect(isDone ? '/cards' : '/cards?failed', 303)
  })
  app.post('/cards/faults/off', async (_call, reply) => {
    state.faults.reset()
    return reply.redirect('/cards', 303)
  })
}

function tryTo(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}
