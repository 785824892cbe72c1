import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { createHomeHandlers } from './home.ts'
import { createLevelHandlers } from './levels.ts'

export function createOverviewHandlers(deps: PeopleDeps): WalletPart<'getHome' | 'getLevels'> {
  return { ...createHomeHandlers(deps), ...createLevelHandlers(deps) }
}
