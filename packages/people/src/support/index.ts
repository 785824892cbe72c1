import type { supportRoutes } from '@danbao/contracts/wallet'
import { accept } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'

/** Where to write, for who can not get on in the app. */
export function createSupportHandlers({
  supportEmail: email,
}: Pick<PeopleDeps, 'supportEmail'>): WalletPart<keyof typeof supportRoutes> {
  return { getSupport: async () => accept({ body: { object: 'support', email } }) }
}
