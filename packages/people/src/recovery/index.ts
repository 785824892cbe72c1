import type { RecoveryRoutes } from '@danbao/contracts/wallet'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { createNewSecretsHandlers } from './new-secrets.ts'
import { createPaymentPasswordHandlers } from './payment-password.ts'
import { createRequestEmailHandlers } from './request-email.ts'
import { createRequestResetHandlers } from './request-reset.ts'
import { createResetPasswordHandlers } from './reset-password.ts'
import { createSendDocumentHandlers } from './send-document.ts'
import { createStopEmailHandlers } from './stop-email.ts'

export type { Claims } from './claims.ts'
export { approveRecovery, decideRecovery, declineRecovery, type SecondOpinion } from './decide.ts'
export { runDueRecoveries } from './run-due.ts'
export { readRecovery, type Recovery } from './store.ts'

export function createRecoveryHandlers(deps: PeopleDeps): WalletPart<keyof RecoveryRoutes> {
  return {
    ...createRequestResetHandlers(deps),
    ...createResetPasswordHandlers(deps),
    ...createSendDocumentHandlers(deps),
    ...createNewSecretsHandlers(deps),
    ...createRequestEmailHandlers(deps),
    ...createStopEmailHandlers(deps),
    ...createPaymentPasswordHandlers(deps),
  }
}
