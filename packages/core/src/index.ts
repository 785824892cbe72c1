export {
  type Mode,
  MODES,
  PAYMENT_CHECKS,
  type PaymentCheck,
  type Settings,
} from './clock/settings.ts'
export { changePaymentCheck, loadSettings, setClock } from './clock/database-clock.ts'
export {
  type AccountChange,
  changeAccount,
  openPersonAccount,
  type PersonAccount,
} from './accounts/person-account.ts'
export * as commands from './commands/index.ts'
export { type Core, type CoreOptions, createCore, PARTICIPANTS } from './core.ts'
export {
  type Caller,
  callerScope,
  type MarketplaceCaller,
  type PersonCaller,
} from './engine/caller.ts'
export type { Answer, Command, IdempotencyKey, Request } from './engine/command.ts'
export { MIGRATIONS, setUpDatabase, type SetUpOptions } from './set-up.ts'
export { createMemoryEngine } from './engine/memory-engine.ts'
export {
  type Authenticator,
  type AuthenticatorOptions,
  type CreatedKey,
  createAuthenticator,
  createKey,
  type ListedKey,
  listKeys,
  type NewKey,
  type Principal,
  revokeKey,
} from './keys/index.ts'
export {
  type Attempt,
  createDispatcher,
  type Dispatcher,
  type DispatcherOptions,
} from './webhooks/dispatcher.ts'
export * as charges from './charges/index.ts'
export * as exchange from './exchange/index.ts'
export * as railFiles from './funding/files.ts'
export { forgetNames } from './funding/forget-names.ts'
export { readBankAccount } from './payouts/bank-account.ts'
export * as marketplaces from './marketplaces/index.ts'
export * as webhooks from './webhooks/index.ts'
export { audit, type AuditReport, type AuditResult } from './audit/audit.ts'
export { replay, type ReplayOptions, type ReplayProgress } from './replay/run-replay.ts'
export type { ReplayReport } from './replay/report.ts'
export { forgetOldAnswers } from './engine/idempotency.ts'
export type { KnownOfPayer } from './risk/facts.ts'
export { CHECK_FROM, RISK_RULES, type RiskRule } from './risk/rules.ts'
export * as queries from './queries/index.ts'
export { LIMIT_CURRENCY, LIMITS } from './limits/limits.ts'
export { type LevelLimits, readLimits } from './limits/person-limits.ts'
export { type PayerStanding, readPayerStanding } from './queries/payer-standing.ts'
export type { CheckoutPage } from './queries/checkout-page.ts'
export { type PersonMoney, readPersonMoney } from './queries/person-money.ts'
export { TRANSITIONS } from './payments/state-machine.ts'
