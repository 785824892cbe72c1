export { createVault, type Vault } from './base/vault.ts'
export { knowsVault } from './base/vault-check.ts'
export type {
  ConsoleHandlers,
  Handler,
  PersonVisitor,
  Reply,
  StaffVisitor,
  Visitor,
  WalletHandlers,
} from './base/handling.ts'
export { createPeople, type People } from './people.ts'
export {
  type CardProcessor,
  createStripeProcessor,
  ProcessorAwayError,
  type ReceivedEvent,
  type StripeOptions,
  subscribeToEvents,
} from './cards/index.ts'
export {
  type BankAccount,
  type FundingWays,
  importFile,
  isFreeField,
  NO_WAYS,
  WEBMONEY_PATH,
  type WebMoneyAnswer,
} from './funding/index.ts'
export {
  createMessenger,
  createSmsGateway,
  createSmtpTransport,
  type MailTransport,
  type SmsGateway,
} from './messages/index.ts'
export { ensureSandboxPeople, findSeeded } from './sandbox/index.ts'
export {
  isTooFar,
  type LiveChange,
  type LivePlace,
  readDesk,
  readLiveChanges,
  readLivePlace,
  readLiveSessions,
} from './notifications/index.ts'
export { ensureSandboxProvider } from './marketplaces/index.ts'
export {
  createFirstAdministrator,
  ensureSandboxMerchant,
  ensureSandboxStaff,
  resetStaffAccess,
} from './staff/index.ts'
export type { PeopleDeps } from './base/deps.ts'
export { findSession, type Session } from './base/sessions.ts'
export { type Language, LANGUAGES } from './base/person.ts'
export { PEOPLE_MIGRATIONS } from './migrations.ts'
