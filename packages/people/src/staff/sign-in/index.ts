import type { ConsolePart } from '../../base/handling.ts'
import type { signInRoutes } from '@danbao/contracts/console'
import type { PeopleDeps } from '../../base/deps.ts'
import { createMe } from './me.ts'
import { createOwnPassword } from './own-password.ts'
import { createPasswordLinks } from './password.ts'
import { createSandboxSignIn } from './sandbox.ts'
import { createSecondFactor } from './second-factor.ts'
import { createSignIn } from './sign-in.ts'

export { ensureSandboxMerchant, ensureSandboxStaff } from './sandbox.ts'

export function createSignInHandlers(deps: PeopleDeps): ConsolePart<keyof typeof signInRoutes> {
  return {
    staffSignIn: createSignIn(deps),
    ...createSecondFactor(deps),
    ...createPasswordLinks(deps),
    ...createOwnPassword(deps),
    ...createSandboxSignIn(deps),
    ...createMe(deps),
  }
}
