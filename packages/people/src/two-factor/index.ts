export { createTwoFactorHandlers } from './handlers.ts'
export { makeSureOfPerson } from './make-sure.ts'
export {
  checkSecondFactor,
  hasSecondFactor,
  type SecondFactorTry,
  trySecondFactor,
} from './second-factor.ts'
export { beginTotpFor, confirmTotpFor } from './set-up.ts'
export { removeTotp } from './store.ts'
export { totpCodeAt } from './totp.ts'
