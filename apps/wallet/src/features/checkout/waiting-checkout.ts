import { deviceMemory } from '@danbao/ui'

const KEY = 'waiting-checkout'

/** Somebody leaves a checkout to make a wallet first: the mail's link may open another tab. */
export function keepWaiting(path: string): void {
  deviceMemory.write(KEY, path)
}

/** The path of the checkout to go back to, if there is one. */
export function waitingCheckout(): string | undefined {
  return deviceMemory.read(KEY) ?? undefined
}

export function forgetWaiting(): void {
  deviceMemory.forget(KEY)
}
