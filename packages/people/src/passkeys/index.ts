export { createPasskeyHandlers } from './handlers.ts'
export { createPasskeySignInHandlers } from './sign-in.ts'
