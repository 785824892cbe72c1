import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import {
  appealRequest,
  offerRequest,
  openDisputeRequest,
  returnShippedRequest,
} from '../disputes.ts'
import { commandKey } from './checkout.ts'
import { ownPaymentDetail } from './payments.ts'

/** Each answers with the payment as it became, its dispute within. */
const onDispute = {
  method: 'POST',
  access: 'person',
  params: { id: 'dsp' },
  response: ownPaymentDetail,
} as const
const keyed = z.strictObject({ key: commandKey })

export const disputeAppRoutes = {
  /** Before the payment is closed a dispute, afterwards a claim. */
  openDispute: {
    ...onDispute,
    params: { id: 'pay' },
    path: '/wallet/api/payments/{id}/disputes',
    body: openDisputeRequest.extend({ key: commandKey }),
    refusals: [
      'not_found',
      'wrong_state',
      'not_allowed',
      'dispute_open',
      'claim_window_closed',
      'amount_too_large',
      'currency_mismatch',
    ],
  },
  makeOffer: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/offers',
    body: offerRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed', 'amount_too_large', 'currency_mismatch'],
  },
  acceptOffer: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/accept',
    body: keyed,
    refusals: ['not_found', 'wrong_state', 'not_allowed', 'nothing_to_accept'],
  },
  withdrawDispute: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/withdraw',
    body: keyed,
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  reportReturnShipped: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/return_shipped',
    body: returnShippedRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  confirmReturnReceived: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/return_received',
    body: keyed,
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  escalateDispute: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/escalate',
    body: keyed,
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
  appealDecision: {
    ...onDispute,
    path: '/wallet/api/disputes/{id}/appeal',
    body: appealRequest.extend({ key: commandKey }),
    refusals: ['not_found', 'wrong_state', 'not_allowed'],
  },
} as const satisfies Record<string, AppRoute>
