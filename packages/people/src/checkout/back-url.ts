import { createHmac } from 'node:crypto'
import type { CheckoutState } from '@danbao/contracts/wallet'
import type { Instant } from '@danbao/kernel'

export interface Outcome {
  /** `chk_…` */
  readonly checkout: string
  readonly state: CheckoutState
  readonly at: Instant
}

/**
 * The shop's address with what came of the checkout, signed so that the shop can tell it from one
 * that somebody typed: HMAC-SHA256 over `checkout.state.seconds`, in base64.
 */
export function backUrl(
  returnUrl: string,
  { checkout, state, at }: Outcome,
  returnSecret: string,
): string {
  const seconds = Math.floor(at / 1000).toString()
  const signed = `${checkout}.${state}.${seconds}`
  const signature = createHmac('sha256', returnSecret).update(signed).digest('base64')
  const url = new URL(returnUrl)
  url.searchParams.set('danbao_checkout', checkout)
  url.searchParams.set('danbao_state', state)
  url.searchParams.set('danbao_at', seconds)
  url.searchParams.set('danbao_signature', `v1,${signature}`)
  return url.href
}
