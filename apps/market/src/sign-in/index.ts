export { addSignIn, ISSUER_PATH } from './routes.ts'
export type { Client } from './provider.ts'
export { openSigningKeys } from './signing-keys.ts'
