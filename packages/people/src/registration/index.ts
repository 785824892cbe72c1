import type { RegistrationRoutes } from '@danbao/contracts/wallet'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { createConsentStep } from './complete.ts'
import { createConfirmEmail } from './confirm-email.ts'
import { createPhoneStep } from './phone-step.ts'
import { createProfileStep } from './profile-step.ts'
import { replyRegistration } from './progress.ts'
import { createSecretSteps } from './secret-steps.ts'
import { createStartHandlers } from './start.ts'

export { normaliseAnswer } from './answers.ts'
export { eraseAbandoned } from './erase-abandoned.ts'
export { judgeNewPassword } from './password-strength.ts'

export function createRegistrationHandlers(deps: PeopleDeps): WalletPart<keyof RegistrationRoutes> {
  return {
    ...createStartHandlers(deps),
    confirmEmail: createConfirmEmail(deps),
    getRegistration: (who) => replyRegistration(deps, who),
    setProfile: createProfileStep(deps),
    ...createPhoneStep(deps),
    ...createSecretSteps(deps),
    giveConsent: createConsentStep(deps),
  }
}
