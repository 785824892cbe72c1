import type {
  AccountView,
  CheckoutView,
  DisputeView,
  EventType,
  PaymentView,
  TopUpView,
} from '@danbao/contracts'

/** The object that an event is about, as it became. */
type EventData<T extends EventType> = T extends `payment.${string}`
  ? PaymentView
  : T extends `dispute.${string}`
    ? DisputeView
    : T extends `checkout.${string}`
      ? CheckoutView
      : T extends `account.${string}`
        ? AccountView
        : T extends `top_up.${string}`
          ? TopUpView
          : never

/** Something that happened. Its `type` tells what `data` is; new types may come. */
export type DanbaoEvent = {
  [T in EventType]: {
    readonly id: string
    readonly type: T
    readonly timestamp: string
    readonly data: EventData<T>
  }
}[EventType]
