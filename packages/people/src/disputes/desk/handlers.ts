import type { Refusal, UploadedFile } from '@danbao/contracts'
import type { disputeDeskRoutes } from '@danbao/contracts/console'
import { queries } from '@danbao/core'
import { accept, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import type { ConsolePart, Reply, StaffVisitor } from '../../base/handling.ts'
import { type Detail, recordVisit } from '../../base/history.ts'
import { findDisputed, findEvidence, noSuchFile, readEvidence, type Size } from '../store.ts'
import { decideDispute } from './decide.ts'
import { noSuchDispute, OPERATOR, showCase } from './show-case.ts'

/** The desk of those who decide disputes; the queue itself is another feature. */
export function createDisputeDesk(deps: PeopleDeps): ConsolePart<keyof typeof disputeDeskRoutes> {
  return {
    async getDisputeCase(who, { params: { id } }) {
      const found = await showCase(deps, who, id)
      if (!found.ok) return found
      await keepLook(deps, who, { id, action: 'dispute.viewed', subjectId: id })
      return accept({ body: found.value })
    },
    async previewDecision(_who, { params: { id }, query }) {
      const dispute = await findDisputed(deps.pool, id)
      if (dispute === undefined) return noSuchDispute()
      const asked = { id: dispute.paymentId, back: BigInt(query.back) }
      const found = await queries.previewSettlement(deps.pool, OPERATOR, asked)
      return found.ok ? accept({ body: found.value }) : found
    },
    getCaseEvidence: (who, { params: { id }, query }) =>
      showFile(deps, who, id, query.size ?? 'whole'),
    async decideDispute(who, { params: { id }, body }) {
      const decided = await decideDispute(deps, { id, who, asked: body })
      if (!decided.ok) return decided
      const found = await showCase(deps, who, id)
      return found.ok ? accept({ body: found.value }) : found
    },
  }
}

/** The look is kept before the file is given: there is none that was not. */
async function showFile(
  deps: PeopleDeps,
  who: StaffVisitor,
  id: Uuid,
  size: Size,
): Promise<Result<Reply<UploadedFile>, Refusal>> {
  const found = await findEvidence(deps.pool, id)
  if (found === undefined) return noSuchFile()
  const detail = { kind: found.kind, side: found.side, size }
  const look = { id: found.disputeId, action: 'evidence.viewed', subjectId: id, detail }
  await keepLook(deps, who, look)
  const file = await readEvidence(deps.pool, deps.vault, found, size)
  return file === undefined ? noSuchFile() : accept({ body: file })
}

interface Look {
  /** The dispute. */
  readonly id: Uuid
  readonly action: string
  readonly subjectId: Uuid
  readonly detail?: Detail
}

async function keepLook(deps: PeopleDeps, who: StaffVisitor, { id, ...look }: Look): Promise<void> {
  const sides = await findDisputed(deps.pool, id)
  await recordVisit(deps, who, { ...look, personId: sides?.buyerId ?? sides?.sellerId })
}
