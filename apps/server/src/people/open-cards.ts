import type { Mode } from '@danbao/core'
import { type CardProcessor, createStripeProcessor, subscribeToEvents } from '@danbao/people'
import { type Config, OperatorError } from '../config.ts'
import { CARD_EVENTS_PATH } from './card-events.ts'

export interface CardSurroundings {
  readonly mode: Mode
  /** What a sandbox brought along. */
  readonly sandbox: { readonly cardsUrl: string } | undefined
}

/**
 * The processor that the operator has set up, else the one that a sandbox brought along. Throws
 * OperatorError where real cards would meet play money, or test cards real money.
 */
export async function openCards(
  { stripe, publicUrl }: Config,
  { mode, sandbox }: CardSurroundings,
): Promise<CardProcessor | undefined> {
  if (stripe !== undefined) {
    const isLive = stripe.secretKey.includes('_live_')
    if (isLive !== (mode === 'live')) {
      throw new OperatorError(`This database is ${mode}: the key in STRIPE_SECRET_KEY is not.`)
    }
    return createStripeProcessor(stripe)
  }
  if (sandbox === undefined) return undefined
  const { cardsUrl: apiUrl } = sandbox
  const secretKey = 'sk_test_sandbox'
  const url = `${publicUrl}${CARD_EVENTS_PATH}`
  const webhookSecret = await subscribeToEvents({ apiUrl, secretKey, url })
  return createStripeProcessor({ apiUrl, secretKey, webhookSecret })
}
