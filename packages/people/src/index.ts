export { createVault, type Vault } from './base/vault.ts'
export type {
  ConsoleHandlers,
  Handler,
  PersonVisitor,
  Reply,
  StaffVisitor,
  Visitor,
  WalletHandlers,
} from './base/handling.ts'
export type { PeopleDeps } from './base/deps.ts'
export { findSession, type Session } from './base/sessions.ts'
export { type Language, LANGUAGES } from './base/person.ts'

/** Applied after those of the core. */
export const PEOPLE_MIGRATIONS = {
  name: 'people',
  folder: new URL('../migrations/', import.meta.url),
}
