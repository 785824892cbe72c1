import {
  checkoutView,
  createCheckoutRequest,
  createQuoteRequest,
  payRequest,
  quoteView,
} from '../payments.ts'
import { COMMAND, CREATE, CREATE_COMMAND, exampleId, GET, type Route } from './route.ts'

const checkout = { tag: 'Checkouts', params: { id: 'chk' }, response: checkoutView } as const

export const checkoutRoutes = {
  createCheckout: {
    ...CREATE_COMMAND,
    path: '/v1/checkouts',
    tag: 'Checkouts',
    summary: 'Create the payments of one order, to be paid together',
    body: createCheckoutRequest,
    example: {
      buyer: exampleId('acc'),
      payments: [
        { amount: { value: '4990', currency: 'USD' }, seller: exampleId('acc') },
        { amount: { value: '1500', currency: 'USD' }, seller: exampleId('acc') },
      ],
      reference: 'order-1043',
    },
    response: checkoutView,
    callers: ['marketplace'],
    refusals: [
      'not_found',
      'reference_in_use',
      'currency_not_enabled',
      'currency_mismatch',
      'amount_too_large',
      'same_account',
      'account_closed',
    ],
  },
  getCheckout: {
    ...GET,
    ...checkout,
    path: '/v1/checkouts/{id}',
    summary: 'Get a checkout',
    callers: ['marketplace', 'operator'],
    refusals: [],
  },
  payCheckout: {
    ...COMMAND,
    ...checkout,
    path: '/v1/checkouts/{id}/pay',
    summary: 'Pay all payments of a checkout, or none',
    body: payRequest,
    example: {},
    callers: ['buyer'],
    refusals: [
      'wrong_state',
      'not_allowed',
      'insufficient_funds',
      'limit_exceeded',
      'rate_unavailable',
      'quote_expired',
      'account_frozen',
      'account_resting',
    ],
  },
  createQuote: {
    ...CREATE,
    path: '/v1/quotes',
    tag: 'Quotes',
    summary: 'Get a price for paying from a wallet in another currency',
    body: createQuoteRequest,
    example: { payment: exampleId('pay'), from: 'EUR' },
    response: quoteView,
    callers: ['buyer', 'marketplace'],
    refusals: [
      'not_found',
      'not_allowed',
      'currency_not_enabled',
      'currency_mismatch',
      'rate_unavailable',
    ],
  },
} as const satisfies Record<string, Route>
