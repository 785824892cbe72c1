import type { AppRoute } from '../app-route.ts'
import { captchaRoutes } from './captcha.ts'
import { cardRoutes } from './cards.ts'
import { registrationRoutes } from './registration.ts'
import { signInRoutes } from './sign-in.ts'
import { sessionRoutes } from './sessions.ts'
import { identityRoutes } from './identity.ts'
import { levelRoutes } from './levels.ts'
import { overviewRoutes } from './overview.ts'
import { settingsRoutes } from './settings.ts'
import { recoveryRoutes } from './recovery.ts'
import { closingRoutes } from './closing.ts'
import { twoFactorRoutes } from './two-factor.ts'
import { passkeyRoutes } from './passkeys.ts'
import { askFriendRoutes } from './ask-friend.ts'
import { checkoutAppRoutes } from './checkout.ts'
import { sandboxAppRoutes } from './sandbox.ts'
import { disputeAppRoutes } from './disputes.ts'
import { evidenceRoutes } from './evidence.ts'
import { invoiceRoutes } from './invoices.ts'
import { paymentAppRoutes } from './payments.ts'
import { notificationRoutes } from './notifications.ts'
import { supportRoutes } from './support.ts'
import { payoutAppRoutes } from './payouts.ts'
import { topUpAppRoutes } from './top-ups.ts'
import { marketplaceRoutes } from './marketplaces.ts'
import { statementRoutes } from './statements.ts'

export * from './captcha.ts'
export * from './cards.ts'
export * from './countries.ts'
export * from './registration.ts'
export * from './registration-steps.ts'
export * from './sign-in.ts'
export * from './sessions.ts'
export * from './identity.ts'
export * from './levels.ts'
export * from './overview.ts'
export * from './settings.ts'
export * from './recovery.ts'
export * from './closing.ts'
export * from './two-factor.ts'
export * from './passkeys.ts'
export * from './password-forms.ts'
export * from './payment-password.ts'
export * from './ask-friend.ts'
export * from './checkout.ts'
export * from './disputes.ts'
export * from './evidence.ts'
export * from './settlements.ts'
export * from './sandbox.ts'
export * from './invoices.ts'
export * from './payments.ts'
export * from './marketplaces.ts'
export * from './notifications.ts'
export * from './support.ts'
export * from './payouts.ts'
export * from './top-ups.ts'
export * from './live.ts'
export * from './statements.ts'
export { ACTIVITY_WORDS, type ActivityWord, activityWord } from './activity-words.ts'
export { PAYMENT_LINE_WORDS, type PaymentLineWord, paymentLineWord } from './payment-line-words.ts'
export { RECEIPT_WORDS, STATEMENT_WORDS } from './document-words.ts'
export { PAYMENT_STATE_WORDS } from './payment-state-words.ts'
export { NOTIFICATION_WORDS } from './notification-words/index.ts'

/** Everything the wallet app asks the server for. */
export const walletRoutes = {
  ...captchaRoutes,
  ...registrationRoutes,
  ...signInRoutes,
  ...sessionRoutes,
  ...identityRoutes,
  ...levelRoutes,
  ...cardRoutes,
  ...overviewRoutes,
  ...settingsRoutes,
  ...recoveryRoutes,
  ...closingRoutes,
  ...twoFactorRoutes,
  ...passkeyRoutes,
  ...marketplaceRoutes,
  ...checkoutAppRoutes,
  ...askFriendRoutes,
  ...topUpAppRoutes,
  ...payoutAppRoutes,
  ...statementRoutes,
  ...paymentAppRoutes,
  ...invoiceRoutes,
  ...disputeAppRoutes,
  ...evidenceRoutes,
  ...notificationRoutes,
  ...supportRoutes,
  ...sandboxAppRoutes,
} as const satisfies Record<string, AppRoute>

export type WalletRoutes = typeof walletRoutes
