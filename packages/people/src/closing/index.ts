import type { ClosingRoutes } from '@danbao/contracts/wallet'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { createRequestClosureHandlers } from './request-closure.ts'

export {
  type ClosureStep,
  confirmClosure,
  declineClosure,
  prepareClosure,
  refuseClosure,
} from './decide.ts'
export { findObstacles } from './obstacles.ts'
export { runDueClosures } from './run-due.ts'
export { readClosure } from './store.ts'

export function createClosingHandlers(deps: PeopleDeps): WalletPart<keyof ClosingRoutes> {
  return createRequestClosureHandlers(deps)
}
