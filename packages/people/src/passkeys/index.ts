export { createPasskeyHandlers } from './handlers.ts'
export { createPasskeySignInHandlers } from './sign-in.ts'
export { readPasskeys } from './store.ts'
export { beginPasskeyUse, finishPasskeyUse } from './use.ts'
