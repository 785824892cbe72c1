import type { SettingsRoutes } from '@danbao/contracts/wallet'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { createChangeEmailHandlers } from './change-email.ts'
import { createChangePhoneHandlers } from './change-phone.ts'
import { createChangeSecretsHandlers } from './change-secrets.ts'
import { createConfirmEmailHandlers } from './confirm-email-change.ts'
import { createHistoryHandlers } from './history.ts'
import { createProfileHandlers } from './profile.ts'

export { PASSWORD_USED } from './change-secrets.ts'
export { MONEY_RESTS } from './confirm-email-change.ts'
export { forgetFormerDetails } from './former-details.ts'
export { followLink, LINK_INVALID } from './follow-link.ts'
export { OWN_BOOKS } from '../base/own-books.ts'
export { wantsNotice } from './notice-preferences.ts'
export { killResetLinks, RESET_PAYMENT_PURPOSE, RESET_PURPOSE } from './reset-links.ts'
export { announceChange, replaceQuestions, replaceSecret, wasUsed } from './secrets.ts'
export { securityNotice } from './security-notice.ts'
export { readAccount, readQuestions, replySettings } from './view-settings.ts'

/** The export of data is a feature of its own: it reads what all the others keep. */
export function createSettingsHandlers(
  deps: PeopleDeps,
): WalletPart<Exclude<keyof SettingsRoutes, 'exportData'>> {
  return {
    ...createProfileHandlers(deps),
    ...createHistoryHandlers(deps),
    ...createChangeEmailHandlers(deps),
    ...createConfirmEmailHandlers(deps),
    ...createChangePhoneHandlers(deps),
    ...createChangeSecretsHandlers(deps),
  }
}
