import { invariant } from '@danbao/kernel'
import type { Stripe } from 'stripe'
import type { CardEvent } from './processor.ts'
import { openStripe } from './stripe-client.ts'

/** The events that an endpoint has to be subscribed to. */
const HEARD = [
  'checkout.session.completed',
  'checkout.session.expired',
  'setup_intent.succeeded',
  'setup_intent.canceled',
  'payment_method.updated',
  'payment_method.automatically_updated',
  'payment_method.detached',
  'payment_intent.amount_capturable_updated',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'payment_intent.succeeded',
] as const satisfies readonly Stripe.WebhookEndpointCreateParams.EnabledEvent[]

export function readStripeEvent(event: Stripe.Event): CardEvent {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.expired':
    case 'setup_intent.succeeded':
    case 'setup_intent.canceled': {
      const id = event.data.object.metadata?.['setup']
      return id === undefined ? { about: 'nothing' } : { about: 'setup', id }
    }
    case 'payment_method.updated':
    case 'payment_method.automatically_updated':
    case 'payment_method.detached':
      return { about: 'card', ref: event.data.object.id }
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.succeeded': {
      const id = event.data.object.metadata['charge']
      return id === undefined ? { about: 'nothing' } : { about: 'charge', id }
    }
    default:
      return { about: 'nothing' }
  }
}

export interface EventsEndpoint {
  readonly apiUrl: string
  readonly secretKey: string
  /** Where the events are sent to. */
  readonly url: string
}

/** Subscribes a sandbox's server to its processor. Answers what events will be signed with. */
export async function subscribeToEvents({ url, ...options }: EventsEndpoint): Promise<string> {
  const { secret } = await openStripe(options).webhookEndpoints.create({
    url,
    enabled_events: [...HEARD],
  })
  invariant(secret !== undefined, 'a new endpoint tells its secret')
  return secret
}
