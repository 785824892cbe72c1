import type { PersonPage } from '@danbao/contracts/console'
import type { Instant, Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'

export declare function readLimits(
  deps: PeopleDeps,
  id: Uuid,
  now: Instant,
): Promise<PersonPage['limits']>
