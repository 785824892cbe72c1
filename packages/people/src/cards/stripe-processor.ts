import { Stripe } from 'stripe'
import type { CardProcessor } from './processor.ts'
import { createStripeCards } from './stripe-cards.ts'
import { createStripeCharges } from './stripe-charges.ts'
import { openStripe, type StripeOptions } from './stripe-client.ts'
import { readStripeEvent } from './stripe-events.ts'
import { createStripeSetups } from './stripe-setups.ts'

/** Cards by Stripe's API, hosted page and webhooks. */
export function createStripeProcessor(options: StripeOptions): CardProcessor {
  const stripe = openStripe(options)
  return {
    ...createStripeCards(stripe),
    ...createStripeSetups(stripe),
    ...createStripeCharges(stripe),
    readEvent(body, signature) {
      try {
        const event = stripe.webhooks.constructEvent(body, signature, options.webhookSecret)
        return readStripeEvent(event)
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return undefined
        throw error
      }
    },
  }
}
