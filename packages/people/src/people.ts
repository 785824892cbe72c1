import type { Access, Refusal } from '@danbao/contracts'
import type { Result } from '@danbao/kernel'
import type { PeopleDeps } from './base/deps.ts'
import type { ConsoleHandlers, Visitor, WalletHandlers } from './base/handling.ts'
import { identify, type Who } from './identify.ts'

/** Everything around the person, without HTTP: one handler for each route of the two apps. */
export interface People {
  readonly wallet: WalletHandlers
  readonly console: ConsoleHandlers
  /** Who asks, and whether they may have the route. */
  identify(access: Access, visitor: Visitor): Promise<Result<Who, Refusal>>
  /** Does what has become due; returns how much it was. */
  runDue(): Promise<number>
}

export function createPeople(deps: PeopleDeps): People {
  return {
    wallet: {},
    console: {},
    identify: (access, visitor) => identify(deps, access, visitor),
    runDue: async () => 0,
  }
}
