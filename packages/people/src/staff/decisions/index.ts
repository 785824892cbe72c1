import type { decisionRoutes } from '@danbao/contracts/console'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart } from '../../base/handling.ts'
import { createClosureDecisions } from './closure-handlers.ts'
import { createRecoveryDecisions } from './recovery-handlers.ts'

export function createDecisionHandlers(deps: PeopleDeps): ConsolePart<keyof typeof decisionRoutes> {
  return { ...createRecoveryDecisions(deps), ...createClosureDecisions(deps) }
}
