import { z } from 'zod'
import { refusal } from '../api-error.ts'
import { cancelSetup } from '../setups.ts'
import type { State } from '../state.ts'
import { listPage } from './list.ts'
import type { AddRoute } from './route.ts'
import { nothing, page, text } from './schemas.ts'

const reason = z.enum(['abandoned', 'duplicate', 'requested_by_customer'])

export function addSetupIntents(add: AddRoute, state: State): void {
  const { setupIntents, setupAttempts, sessions } = state
  add({
    method: 'GET',
    path: '/setup_intents',
    schema: z.strictObject({
      ...page,
      customer: text.optional(),
      payment_method: text.optional(),
    }),
    run({ params }) {
      const rows = setupIntents
        .list()
        .filter(({ customer }) => [undefined, customer].includes(params.customer))
        .filter(({ payment_method }) => [undefined, payment_method].includes(params.payment_method))
      return listPage(rows, params, '/v1/setup_intents')
    },
  })
  add({
    method: 'GET',
    path: '/setup_intents/:id',
    schema: z.strictObject({ client_secret: text.optional() }),
    run: ({ id }) => setupIntents.get(id),
  })
  add({
    method: 'POST',
    path: '/setup_intents/:id/cancel',
    schema: z.strictObject({ cancellation_reason: reason.optional() }),
    run({ id, params }) {
      const setup = setupIntents.get(id)
      if (setup.status === 'succeeded' || setup.status === 'canceled') {
        throw refusal(
          `You cannot cancel this SetupIntent because it has a status of ${setup.status}.`,
          { code: 'setup_intent_unexpected_state', setup_intent: setup },
        )
      }
      const isOpen = sessions.list().some((one) => one.setup_intent === id && one.status === 'open')
      if (isOpen) {
        throw refusal('You cannot cancel this SetupIntent: expire its Checkout Session instead.')
      }
      return cancelSetup(state, setup, params.cancellation_reason ?? null)
    },
  })
  add({
    method: 'GET',
    path: '/setup_attempts',
    schema: z.strictObject({ ...page, setup_intent: text }),
    run({ params }) {
      const rows = setupAttempts.list().filter((one) => one.setup_intent === params.setup_intent)
      return listPage(rows, params, '/v1/setup_attempts')
    },
  })
  add({
    method: 'GET',
    path: '/setup_attempts/:id',
    schema: nothing,
    run: ({ id }) => setupAttempts.get(id),
  })
}
