import { emptyRequest } from '../payments.ts'
import { payoutList, payoutsQuery, payoutView, requestPayoutRequest } from '../payouts.ts'
import { COMMAND, CREATE_COMMAND, exampleId, GET, type Route } from './route.ts'

const payout = { tag: 'Payouts', params: { id: 'pot' }, response: payoutView } as const

/** Proceeds leave by the word of whose they are: with a live key there is nobody who may do it here. */
export const payoutRoutes = {
  requestPayout: {
    ...CREATE_COMMAND,
    path: '/v1/payouts',
    tag: 'Payouts',
    summary: 'Have proceeds paid out to a bank account',
    body: requestPayoutRequest,
    example: {
      account: exampleId('acc'),
      amount: { value: '10000', currency: 'EUR' },
      bank_account: { holder: 'Erika Mustermann', iban: 'NL91ABNA0417164300' },
    },
    response: payoutView,
    callers: ['seller'],
    refusals: [
      ...(['not_found', 'not_allowed', 'not_withdrawable', 'bank_account_invalid'] as const),
      ...(['currency_not_enabled', 'rate_unavailable', 'out_of_bounds'] as const),
      ...(['insufficient_funds', 'account_frozen', 'account_resting', 'account_closed'] as const),
    ],
  },
  listPayouts: {
    ...GET,
    path: '/v1/payouts',
    tag: 'Payouts',
    summary: 'List the payouts of a person',
    query: payoutsQuery,
    response: payoutList,
    callers: ['seller', 'operator'],
    refusals: ['not_allowed', 'not_found'],
  },
  getPayout: {
    ...GET,
    ...payout,
    path: '/v1/payouts/{id}',
    summary: 'Get a payout',
    callers: ['seller', 'operator'],
    refusals: [],
  },
  cancelPayout: {
    ...COMMAND,
    ...payout,
    path: '/v1/payouts/{id}/cancel',
    summary: 'Cancel a payout that the bank has not got',
    body: emptyRequest,
    example: {},
    callers: ['seller'],
    refusals: ['wrong_state', 'not_allowed'],
  },
} as const satisfies Record<string, Route>
