import { accept } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { type AttentionSource, createMe } from './me.ts'
import { endPresentSession } from './present-session.ts'
import { createSecondFactorStep } from './second-factor.ts'
import { createSessionHandlers } from './sessions.ts'
import { createPasswordSignIn } from './sign-in.ts'

export { endPresentSession } from './present-session.ts'
export { completeSignIn, openFully } from './complete-sign-in.ts'
export type { AttentionSource } from './me.ts'

/** `attention`: what else `getMe` tells a person who is signed in. */
export function createSignInHandlers(
  deps: PeopleDeps,
  attention: readonly AttentionSource[] = [],
): WalletPart<'getMe' | 'signIn' | 'passSecondFactor' | 'signOut'> &
  ReturnType<typeof createSessionHandlers> {
  return {
    ...createSessionHandlers(deps),
    getMe: createMe(deps, attention),
    signIn: createPasswordSignIn(deps),
    passSecondFactor: createSecondFactorStep(deps),
    async signOut(visitor) {
      await endPresentSession(deps.pool, visitor, await deps.now())
      return accept({ body: { object: 'signed_out' }, session: null })
    },
  }
}
