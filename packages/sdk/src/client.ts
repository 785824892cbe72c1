import type {
  BalancesQuery,
  BalancesView,
  ClockView,
  DeliveryView,
  EXPANDABLE,
  ExpandedPaymentView,
  MarketplaceView,
  PaymentView,
} from '@danbao/contracts'
import type { DanbaoEvent } from './event.ts'
import { createOperations } from './operations.ts'
import type { CallOptions, DanbaoOptions } from './options.ts'
import { createTransport, type Send } from './transport.ts'

/** A client of one Danbao, for one key. */
export type Danbao = ReturnType<typeof createDanbao>

/** What can come whole instead of its id. */
export type Expandable = (typeof EXPANDABLE)[number]

/**
 * A client for the API. Calls are repeated with the same Idempotency-Key when the network or the
 * server fails for a moment. They reject with DanbaoError when the API says no, and with
 * DanbaoConnectionError when no answer came.
 */
export function createDanbao(options: DanbaoOptions) {
  const send = createTransport(options)
  const { create, change, get, list, listOf } = createOperations(send)
  return {
    accounts: {
      create: create('createAccount'),
      list: list('listAccounts'),
      get: get('getAccount'),
      update: change('updateAccount'),
      balances: getBalances(send),
      transfers: listOf('listAccountTransfers'),
    },
    payments: {
      create: create('createPayment'),
      list: list('listPayments'),
      get: getPayment(send),
      transfers: listOf('listPaymentTransfers'),
      pay: change('payPayment'),
      approve: change('approvePayment'),
      refuse: change('refusePayment'),
      ship: change('shipPayment'),
      deliver: change('deliverPayment'),
      confirm: change('confirmPayment'),
      extend: change('extendPayment'),
      cancel: change('cancelPayment'),
      refund: change('refundPayment'),
      openDispute: change('openDispute'),
    },
    checkouts: {
      create: create('createCheckout'),
      get: get('getCheckout'),
      pay: change('payCheckout'),
    },
    ...moneyOutside(send),
    marketplace: {
      /** Your own. */
      get: (call?: CallOptions): Promise<MarketplaceView> =>
        send('getMarketplace', { options: call }),
    },
    quotes: { create: create('createQuote') },
    disputes: {
      list: list('listDisputes'),
      get: get('getDispute'),
      offer: change('makeOffer'),
      accept: change('acceptOffer'),
      withdraw: change('withdrawDispute'),
      returnShipped: change('reportReturnShipped'),
      returnDelivered: change('reportReturnDelivered'),
      returnReceived: change('confirmReturnReceived'),
      escalate: change('escalateDispute'),
      decide: change('decideDispute'),
      appeal: change('appealDecision'),
    },
    events: {
      list: list<'listEvents', DanbaoEvent>('listEvents'),
      get: get<'getEvent', DanbaoEvent>('getEvent'),
    },
    webhookEndpoints: webhookEndpointsOf(send),
    /** Of a sandbox database only. */
    sandbox: {
      topUp: create('createTopUp'),
      clock: (call?: CallOptions): Promise<ClockView> => send('getClock', { options: call }),
      advanceClock: create('advanceClock'),
    },
  }
}

/** Money that comes into wallets, and proceeds that leave for a bank. */
function moneyOutside(send: Send) {
  const { create, change, get, list } = createOperations(send)
  return {
    topUps: {
      start: create('startTopUp'),
      list: list('listTopUps'),
      get: get('getTopUp'),
      cancel: change('cancelTopUp'),
    },
    payouts: {
      request: create('requestPayout'),
      list: list('listPayouts'),
      get: get('getPayout'),
      cancel: change('cancelPayout'),
    },
    /** With the operator's key. */
    railFiles: { import: create('importRailFile') },
  }
}

function webhookEndpointsOf(send: Send) {
  const { create, change, get, list, listOf } = createOperations(send)
  return {
    create: create('createWebhookEndpoint'),
    list: list('listWebhookEndpoints'),
    get: get('getWebhookEndpoint'),
    update: change('updateWebhookEndpoint'),
    delete: get('deleteWebhookEndpoint'),
    rotateSecret: change('rotateWebhookSecret'),
    deliveries: listOf('listWebhookDeliveries'),
    replay: replay(send),
  }
}

function getBalances(send: Send) {
  return (id: string, query?: BalancesQuery, options?: CallOptions): Promise<BalancesView> =>
    send('getBalances', { params: { id }, query, options })
}

function getPayment(send: Send) {
  function getOne(id: string, options?: CallOptions): Promise<PaymentView>
  /** What is named in `expand` comes whole. */
  function getOne(
    id: string,
    options: CallOptions & { readonly expand: readonly Expandable[] },
  ): Promise<ExpandedPaymentView>
  function getOne(
    id: string,
    options: CallOptions & { readonly expand?: readonly Expandable[] } = {},
  ): Promise<ExpandedPaymentView> {
    const query = options.expand === undefined ? {} : { expand: options.expand.join(',') }
    return send('getPayment', { params: { id }, query, options })
  }
  return getOne
}

function replay(send: Send) {
  /** Sends an event to the endpoint again. */
  return (id: string, event: string, options?: CallOptions): Promise<DeliveryView> =>
    send('replayWebhookDelivery', { params: { id, event }, options })
}
