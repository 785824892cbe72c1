export { createAskHandlers } from './ask-friend.ts'
export { createCheckoutHandlers } from './handlers.ts'
export { createLogoHandlers } from './logo.ts'
