import type { IdentityReviewRoutes } from '@danbao/contracts/console'
import type { IdentityRoutes } from '@danbao/contracts/wallet'
import type { PeopleDeps } from '../base/deps.ts'
import type { ConsolePart, WalletPart } from '../base/handling.ts'
import { createPictureHandlers } from './picture-handlers.ts'
import { createReviewHandlers } from './review/handlers.ts'
import { createCheckHandlers } from './start-check.ts'
import { createSpecimenHandlers } from './sandbox-specimen.ts'
import { createSubmitHandlers } from './submit-check.ts'

export { listChecks } from './check-store.ts'
export { identityAttention } from './attention.ts'
export { eraseDocuments, keepDocument, listDocuments, readImage } from './documents.ts'
export { forgetRefused } from './forget-refused.ts'
export { type Picture, takePicture } from './pictures/take-picture.ts'
export { findIdentityStanding, type IdentityStanding } from './standing.ts'
export { runDueIdentity } from './run-due.ts'

export function createIdentityHandlers(deps: PeopleDeps): WalletPart<keyof IdentityRoutes> {
  return {
    ...createCheckHandlers(deps),
    ...createPictureHandlers(deps),
    ...createSubmitHandlers(deps),
    ...createSpecimenHandlers(deps),
  }
}

export function createIdentityReviewHandlers(
  deps: PeopleDeps,
): ConsolePart<keyof IdentityReviewRoutes> {
  return createReviewHandlers(deps)
}
