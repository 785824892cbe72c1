import { invariant } from '@danbao/kernel'
import { Stripe } from 'stripe'
import type { AskedCharge, CardProcessor, ChargeOutcome, DeclineReason } from './processor.ts'
import { callStripe, callUnlessMissing } from './stripe-calls.ts'

/** As many as somebody can have begun since the server died. */
const MOST_OPEN = 50

type Charges = Pick<
  CardProcessor,
  'charge' | 'readCharge' | 'findCharge' | 'capture' | 'cancelCharge'
>

/** Payments by card: held first, taken when they are secured. */
export function createStripeCharges(stripe: Stripe): Charges {
  const read = (ref: string) => callStripe(() => stripe.paymentIntents.retrieve(ref))
  return {
    charge: (asked) => callUnlessMissing(() => create(stripe, asked)),
    readCharge: async (ref) => outcomeOf(await read(ref)),
    async findCharge(holder, id) {
      const asked = { customer: holder, limit: MOST_OPEN }
      const { data } = await callStripe(() => stripe.paymentIntents.list(asked))
      return data.find(({ metadata }) => metadata['charge'] === id)?.id
    },
    async capture(ref) {
      const { status } = await read(ref)
      if (status === 'succeeded') return
      invariant(status === 'requires_capture', `charge ${ref} is ${status}: nothing to capture`)
      await callStripe(() =>
        stripe.paymentIntents.capture(ref, {}, { idempotencyKey: `take_${ref}` }),
      )
    },
    async cancelCharge(ref) {
      const { status } = await read(ref)
      invariant(status !== 'succeeded', `charge ${ref} was captured and not secured`)
      if (status !== 'canceled') await callStripe(() => stripe.paymentIntents.cancel(ref))
    },
  }
}

async function create(stripe: Stripe, asked: AskedCharge): Promise<ChargeOutcome> {
  const { id, holder, card, amount, currency, returnUrl } = asked
  try {
    const intent = await stripe.paymentIntents.create(
      {
        amount: toStripeAmount(amount),
        currency: currency.toLowerCase(),
        customer: holder,
        payment_method: card,
        allowed_payment_method_types: ['card'],
        capture_method: 'manual',
        confirm: true,
        return_url: returnUrl,
        metadata: { charge: id },
      },
      { idempotencyKey: `charge_${id}` },
    )
    return outcomeOf(intent)
  } catch (error) {
    // A bank's refusal comes as an error, with the intent in it.
    if (!(error instanceof Stripe.errors.StripeCardError)) throw error
    const ref = error.payment_intent?.id
    if (ref === undefined) throw error
    return { ref, state: 'declined', reason: reasonOf(error.code, error.decline_code) }
  }
}

/** The library wants a number; it counts the same minor units for every currency of ours. */
function toStripeAmount(minor: bigint): number {
  const amount = Number(minor)
  invariant(Number.isSafeInteger(amount), `${minor} is more than a card can pay`)
  return amount
}

function outcomeOf(intent: Stripe.PaymentIntent): ChargeOutcome {
  const { id: ref, status, next_action: next, last_payment_error: error } = intent
  switch (status) {
    case 'requires_capture':
      return { ref, state: 'authorised' }
    case 'succeeded':
      return { ref, state: 'captured' }
    case 'canceled':
      return { ref, state: 'cancelled' }
    case 'requires_action': {
      const url = next?.redirect_to_url?.url
      return typeof url === 'string' ? { ref, state: 'needs_bank', url } : { ref, state: 'waiting' }
    }
    case 'requires_payment_method':
      return { ref, state: 'declined', reason: reasonOf(error?.code, error?.decline_code) }
    default:
      return { ref, state: 'waiting' }
  }
}

/** Of the card: https://docs.stripe.com/declines/codes. A stolen card is never called stolen. */
const REASONS: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'no_money',
  withdrawal_count_limit_exceeded: 'no_money',
  expired_card: 'expired',
  incorrect_cvc: 'wrong_code',
  invalid_cvc: 'wrong_code',
  payment_intent_authentication_failure: 'not_confirmed',
  authentication_required: 'not_confirmed',
  processing_error: 'later',
  issuer_not_available: 'later',
  try_again_later: 'later',
  card_velocity_exceeded: 'later',
}

function reasonOf(code: string | undefined, declineCode: string | undefined): DeclineReason {
  return REASONS[declineCode ?? ''] ?? REASONS[code ?? ''] ?? 'refused'
}
