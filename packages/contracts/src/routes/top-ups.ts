import { emptyRequest } from '../payments.ts'
import { startTopUpRequest, topUpList, topUpsQuery, topUpView } from '../top-ups.ts'
import { COMMAND, CREATE_COMMAND, exampleId, GET, type Route } from './route.ts'

const topUp = { tag: 'Top-ups', params: { id: 'top' }, response: topUpView } as const

/** Money is announced by the person it is for: with a live key there is nobody who may do it here. */
export const topUpRoutes = {
  startTopUp: {
    ...CREATE_COMMAND,
    path: '/v1/top_ups',
    tag: 'Top-ups',
    summary: 'Announce money for a wallet',
    body: startTopUpRequest,
    example: {
      account: exampleId('acc'),
      rail: 'bank_transfer',
      amount: { value: '10000', currency: 'USD' },
    },
    response: topUpView,
    callers: ['buyer'],
    refusals: [
      'not_found',
      'not_allowed',
      'currency_not_enabled',
      'rate_unavailable',
      'out_of_bounds',
      'account_frozen',
      'account_closed',
    ],
  },
  listTopUps: {
    ...GET,
    path: '/v1/top_ups',
    tag: 'Top-ups',
    summary: 'List the top-ups of a person',
    query: topUpsQuery,
    response: topUpList,
    callers: ['buyer', 'operator'],
    refusals: ['not_allowed', 'not_found'],
  },
  getTopUp: {
    ...GET,
    ...topUp,
    path: '/v1/top_ups/{id}',
    summary: 'Get a top-up',
    callers: ['buyer', 'operator'],
    refusals: [],
  },
  cancelTopUp: {
    ...COMMAND,
    ...topUp,
    path: '/v1/top_ups/{id}/cancel',
    summary: 'Cancel a top-up of which nothing has arrived',
    body: emptyRequest,
    example: {},
    callers: ['buyer'],
    refusals: ['wrong_state', 'not_allowed'],
  },
} as const satisfies Record<string, Route>
