import { Stripe } from 'stripe'
import { ProcessorAwayError } from './processor.ts'

/** Of an object that the account does not have. */
const MISSING = 'resource_missing'

/** Throws ProcessorAwayError where the same may work later. */
export async function callStripe<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (isAway(error)) throw new ProcessorAwayError('the card processor is away', { cause: error })
    throw error
  }
}

/** The same; undefined: the account has no such object. */
export async function callUnlessMissing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await callStripe(ask)
  } catch (error) {
    const { StripeInvalidRequestError: Invalid } = Stripe.errors
    if (error instanceof Invalid && error.code === MISSING) return undefined
    throw error
  }
}

/** A wrong key is the operator's to mend; until then it is no different from an outage. */
function isAway(error: unknown): boolean {
  const { errors } = Stripe
  return (
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeAPIError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeAuthenticationError ||
    error instanceof errors.StripePermissionError
  )
}
