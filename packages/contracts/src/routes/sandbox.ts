import { advanceClockRequest, clockView, createTopUpRequest } from '../sandbox.ts'
import { topUpView } from '../top-ups.ts'
import { CREATE_COMMAND, exampleId, GET, type Route } from './route.ts'

const sandbox = { tag: 'Sandbox', sandboxOnly: true, callers: ['marketplace', 'operator'] } as const

export const sandboxRoutes = {
  createTopUp: {
    ...CREATE_COMMAND,
    ...sandbox,
    path: '/v1/sandbox/top_ups',
    summary: 'Put money into a wallet',
    callers: ['marketplace'],
    body: createTopUpRequest,
    example: { account: exampleId('acc'), amount: { value: '10000', currency: 'USD' } },
    response: topUpView,
    refusals: ['not_found', 'not_allowed', 'currency_not_enabled', 'amount_too_large'],
  },
  getClock: {
    ...GET,
    ...sandbox,
    path: '/v1/sandbox/clock',
    summary: 'Read the clock of the sandbox',
    response: clockView,
    refusals: [],
  },
  advanceClock: {
    ...sandbox,
    method: 'POST',
    status: 200,
    idempotency: 'none',
    path: '/v1/sandbox/clock',
    summary: 'Move the clock forward; timers that become due run',
    body: advanceClockRequest,
    example: { advance: 'P10D' },
    response: clockView,
    refusals: [],
  },
} as const satisfies Record<string, Route>
