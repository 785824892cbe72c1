import type { Stripe } from 'stripe'
import { type CardProcessor, ProcessorAwayError, type SetupOutcome } from './processor.ts'
import { callUnlessMissing } from './stripe-calls.ts'
import { cardOf } from './stripe-cards.ts'

/** Cards that are added on Stripe's page. */
export function createStripeSetups(stripe: Stripe): Pick<CardProcessor, 'openSetup' | 'readSetup'> {
  return {
    openSetup: ({ id, holder, language, doneUrl, cancelUrl }) =>
      callUnlessMissing(async () => {
        const session = await stripe.checkout.sessions.create(
          {
            mode: 'setup',
            customer: holder,
            allowed_payment_method_types: ['card'],
            payment_method_options: { card: { request_three_d_secure: 'any' } },
            setup_intent_data: { metadata: { setup: id } },
            metadata: { setup: id },
            locale: language,
            success_url: doneUrl,
            cancel_url: cancelUrl,
          },
          { idempotencyKey: `setup_${id}` },
        )
        if (session.url === null) throw new ProcessorAwayError('the session has no page')
        return { ref: session.id, url: session.url }
      }),
    async readSetup(ref) {
      const expand = ['setup_intent.payment_method']
      const found = await callUnlessMissing(() =>
        stripe.checkout.sessions.retrieve(ref, { expand }),
      )
      return found === undefined ? { state: 'over' } : outcomeOf(found)
    },
  }
}

type Session = Stripe.Checkout.Session

function outcomeOf({ status, setup_intent: intent }: Session): SetupOutcome {
  if (status === 'expired') return { state: 'over' }
  if (status !== 'complete' || intent === null || typeof intent === 'string') {
    return { state: 'open' }
  }
  const { payment_method: method } = intent
  if (intent.status !== 'succeeded' || method === null || typeof method === 'string') {
    return { state: 'open' }
  }
  const card = cardOf(method)
  return card === undefined ? { state: 'over' } : { state: 'verified', card }
}
