import type { Shopper } from '../sign-in/index.ts'

/** Somebody who has a login at Danbao and sells here. */
export interface KnownSeller {
  /** `acc_…` */
  readonly account: string
  readonly email: string
}

/**
 * Their account in this shop. It is not one of those that the shop vouches for to others: the same
 * address stands for a real login there.
 */
export function personOfSeller({ account, email }: KnownSeller): Shopper {
  return { id: `seller-${account}`, name: nameIn(email), email, emailVerified: true }
}

/** "anna.petrova@…" is Anna Petrova. */
export function nameIn(email: string): string {
  const [mailbox = email] = email.split('@')
  return mailbox
    .split(/[._+-]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}
