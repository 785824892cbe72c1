export { createDanbao, type Danbao, type Expandable } from './client.ts'
export { DanbaoConnectionError, DanbaoError, type ErrorCode } from './errors.ts'
export type { DanbaoEvent } from './event.ts'
export type { List, Page } from './list.ts'
export type { CallOptions, DanbaoOptions } from './options.ts'
export {
  type CheckoutReturn,
  type ReturnOptions,
  ReturnVerificationError,
  verifyReturn,
} from './verify-return.ts'
export { verifyWebhook, type WebhookRequest, WebhookVerificationError } from './verify-webhook.ts'
export type {
  AccountView,
  Amount,
  BodyInputOf,
  BalancesView,
  CheckoutView,
  DeliveryView,
  DisputeView,
  EventType,
  ExpandedPaymentView,
  FieldError,
  MarketplaceView,
  PaymentState,
  PaymentTransferView,
  PaymentView,
  QuoteView,
  RefusalCode,
  TopUpView,
  TransferView,
  WebhookEndpointView,
} from '@danbao/contracts'
