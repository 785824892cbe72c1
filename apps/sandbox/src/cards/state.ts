import { createDueList, type DueList } from './due.ts'
import { createFaults, type Faults } from './faults.ts'
import { newId } from './ids.ts'
import type {
  BalanceTransaction,
  Charge,
  Dispute,
  PaymentIntent,
  Refund,
} from './payment-records.ts'
import type {
  Authentication,
  CheckoutSession,
  Customer,
  Event,
  PaymentMethod,
  SetupAttempt,
  SetupIntent,
  WebhookEndpoint,
} from './records.ts'
import { createShelf, type Row, type Shelf } from './shelf.ts'
import { createStatement, type Statement } from './statement.ts'
import type { Outcome } from './test-cards.ts'
import { createWebhooks, wants, type Webhooks } from './webhooks.ts'

/** Of the installed SDK; events are written in it. */
export const API_VERSION = '2026-10-28.endive'

const KEPT_EVENTS = 5000

interface Shelves {
  readonly customers: Shelf<Customer>
  readonly paymentMethods: Shelf<PaymentMethod>
  readonly sessions: Shelf<CheckoutSession>
  readonly setupIntents: Shelf<SetupIntent>
  readonly setupAttempts: Shelf<SetupAttempt>
  readonly paymentIntents: Shelf<PaymentIntent>
  readonly charges: Shelf<Charge>
  readonly balanceTransactions: Shelf<BalanceTransaction>
  readonly refunds: Shelf<Refund>
  readonly disputes: Shelf<Dispute>
  readonly events: Shelf<Event>
  readonly endpoints: Shelf<WebhookEndpoint>
}

/** Whose work it is: what an event says of its cause. */
export interface Cause {
  readonly id: string
  readonly idempotency_key: string | null
}

/** Everything that the processor knows; it is forgotten when the sandbox stops. */
export interface State extends Shelves {
  readonly authentications: Shelf<Authentication>
  /** What the number of a payment method stands for. */
  readonly outcomes: Map<string, Outcome>
  /** Payment methods that were saved or used once; without their customer they are of no use. */
  readonly used: Set<string>
  /** Of the webhook endpoints. */
  readonly secrets: Map<string, string>
  readonly statement: Statement
  readonly faults: Faults
  readonly due: DueList
  readonly webhooks: Webhooks
  /** Seconds since 1970. */
  now(): number
  /** Any object that the API shows, for `expand`. */
  findAny(id: string): Row | undefined
  /** Tells the world what has become of an object. */
  tell(type: string, object: Row): void
  /** Names the cause of what `run` does in its events. */
  because<T>(cause: Cause, run: () => T): T
}

export interface StateOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly webhookPausesMs?: readonly number[]
}

export function createState(options: StateOptions): State {
  const now = (): number => Math.floor(options.now() / 1000)
  const shelves = createShelves()
  const { endpoints, events } = shelves
  const faults = createFaults()
  const secrets = new Map<string, string>()
  const webhooks = createWebhooks({
    endpoints,
    secretOf: (id) => secrets.get(id) ?? '',
    faults,
    now,
    ...(options.webhookPausesMs === undefined ? {} : { pausesMs: options.webhookPausesMs }),
  })
  let cause: Cause | undefined
  return {
    ...shelves,
    authentications: createShelf('authentication'),
    outcomes: new Map(),
    used: new Set(),
    secrets,
    statement: createStatement(),
    faults,
    due: createDueList(now),
    webhooks,
    now,
    findAny: (id) =>
      Object.values(shelves)
        .map((shelf) => shelf.find(id))
        .find((row) => row !== undefined),
    tell(type, object) {
      const event: Event = {
        id: newId('evt'),
        object: 'event',
        api_version: API_VERSION,
        created: now(),
        data: { object },
        livemode: false,
        pending_webhooks: endpoints.list().filter((endpoint) => wants(endpoint, type)).length,
        request: cause ?? { id: null, idempotency_key: null },
        type,
      }
      events.add(event)
      webhooks.send(event)
    },
    because(next, run) {
      cause = next
      try {
        return run()
      } finally {
        cause = undefined
      }
    },
  }
}

function createShelves(): Shelves {
  return {
    customers: createShelf('customer'),
    paymentMethods: createShelf('PaymentMethod'),
    sessions: createShelf('checkout.session'),
    setupIntents: createShelf('setupintent'),
    setupAttempts: createShelf('setupattempt'),
    paymentIntents: createShelf('payment_intent'),
    charges: createShelf('charge'),
    balanceTransactions: createShelf('balance transaction'),
    refunds: createShelf('refund'),
    disputes: createShelf('dispute'),
    events: createShelf('event', KEPT_EVENTS),
    endpoints: createShelf('webhook endpoint'),
  }
}
