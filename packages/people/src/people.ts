import type { Access, Refusal } from '@danbao/contracts'
import type { Result } from '@danbao/kernel'
import { forgetOldChallenges } from './base/challenges.ts'
import type { PeopleDeps } from './base/deps.ts'
import type { ConsoleHandlers, Visitor, WalletHandlers } from './base/handling.ts'
import { createCaptchaHandlers } from './captcha/index.ts'
import { createClosingHandlers, runDueClosures } from './closing/index.ts'
import { identify, type Who } from './identify.ts'
import {
  createIdentityHandlers,
  createIdentityReviewHandlers,
  documentAttention,
  runDueIdentity,
} from './identity/index.ts'
import { createMarketplaceHandlers } from './marketplaces/index.ts'
import { createOverviewHandlers } from './overview/index.ts'
import { createPasskeyHandlers, createPasskeySignInHandlers } from './passkeys/index.ts'
import { createRecoveryHandlers, runDueRecoveries } from './recovery/index.ts'
import { createRegistrationHandlers, eraseAbandoned } from './registration/index.ts'
import { createSettingsHandlers } from './settings/index.ts'
import { createSignInHandlers } from './sign-in/index.ts'
import { createStaffHandlers } from './staff/index.ts'
import { createTwoFactorHandlers } from './two-factor/index.ts'

/** Everything around the person, without HTTP: one handler for each route of the two apps. */
export interface People {
  readonly wallet: WalletHandlers
  readonly console: ConsoleHandlers
  /** Who asks, and whether they may have the route. */
  identify(access: Access, visitor: Visitor): Promise<Result<Who, Refusal>>
  /** Does what has become due; returns how much it was. */
  runDue(): Promise<number>
  /** The same for identity checks, whose documents take seconds to read. */
  runDueIdentity(): Promise<number>
  /** Forgets what nobody needs any more. Hourly is enough. */
  forgetOld(): Promise<number>
}

export function createPeople(deps: PeopleDeps): People {
  return {
    wallet: {
      ...createCaptchaHandlers(deps),
      ...createRegistrationHandlers(deps),
      ...createSignInHandlers(deps, [
        (client, personId, now) => documentAttention(client, deps, { personId, now }),
      ]),
      ...createTwoFactorHandlers(deps),
      ...createPasskeyHandlers(deps),
      ...createPasskeySignInHandlers(deps),
      ...createMarketplaceHandlers(deps),
      ...createOverviewHandlers(deps),
      ...createIdentityHandlers(deps),
      ...createSettingsHandlers(deps),
      ...createRecoveryHandlers(deps),
      ...createClosingHandlers(deps),
    },
    console: { ...createStaffHandlers(deps), ...createIdentityReviewHandlers(deps) },
    identify: (access, visitor) => identify(deps, access, visitor),
    runDue: () => sum([runDueRecoveries(deps), runDueClosures(deps)]),
    runDueIdentity: () => runDueIdentity(deps),
    forgetOld: async () =>
      sum([forgetOldChallenges(deps.pool, await deps.now()), eraseAbandoned(deps)]),
  }
}

async function sum(counts: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(counts)).reduce((total, count) => total + count, 0)
}
