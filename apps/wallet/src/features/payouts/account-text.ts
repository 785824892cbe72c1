import type { WalletBankAccount } from '@danbao/contracts/wallet'

/** What its owner knows it by. */
export function accountText({
  country,
  last4,
}: Pick<WalletBankAccount, 'country' | 'last4'>): string {
  return `${country} •••• ${last4}`
}
