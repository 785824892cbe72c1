import { accept } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, StaffVisitor } from '../../base/handling.ts'
import { recordVisit } from '../../base/history.ts'
import { findCheck } from '../check-store.ts'
import { findDocument, readImage } from '../documents.ts'
import { noSuchCheck, noSuchDocument } from '../refusals.ts'
import { decideCheck } from './decide.ts'
import { showCase } from './show-case.ts'

/** For staff; the queue itself is another feature. */
export function createReviewHandlers(
  deps: PeopleDeps,
): ConsolePart<'getIdentityCase' | 'getDocumentImage' | 'decideIdentity'> {
  return {
    async getIdentityCase(who, { params }) {
      const check = await findCheck(deps.pool, deps.vault, params.id)
      if (check === undefined) return noSuchCheck()
      const { id: subjectId, personId } = check
      await recordVisit(deps, who, { action: 'identity.viewed', personId, subjectId })
      return accept({ body: await showCase(deps.pool, deps, check) })
    },
    getDocumentImage: (who, { params, query }) =>
      showImage(deps, who, { id: params.id, size: query.size ?? 'whole' }),
    async decideIdentity(who, { params, body }) {
      const decided = await decideCheck(deps, { who, id: params.id, asked: body })
      if (!decided.ok) return decided
      const check = await findCheck(deps.pool, deps.vault, params.id)
      if (check === undefined) return noSuchCheck()
      return accept({ body: await showCase(deps.pool, deps, check) })
    },
  }
}

interface Image {
  readonly id: string
  readonly size: 'whole' | 'preview'
}

/** The look is kept before the picture is given: there is none that was not. */
async function showImage(deps: PeopleDeps, who: StaffVisitor, { id, size }: Image) {
  const document = await findDocument(deps.pool, id)
  if (document === undefined) return noSuchDocument()
  const { personId, side } = document
  const detail = { side, size }
  await recordVisit(deps, who, { action: 'document.viewed', personId, subjectId: id, detail })
  const bytes = await readImage(deps.pool, deps, id, size)
  if (bytes === undefined) return noSuchDocument()
  return accept({ body: { mediaType: 'image/jpeg', bytes } })
}
