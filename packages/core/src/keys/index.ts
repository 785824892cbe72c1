export {
  type Authenticator,
  type AuthenticatorOptions,
  createAuthenticator,
  type Principal,
} from './authenticator.ts'
export {
  type CreatedKey,
  createKey,
  type ListedKey,
  listKeys,
  type NewKey,
  revokeKey,
} from './keys.ts'
