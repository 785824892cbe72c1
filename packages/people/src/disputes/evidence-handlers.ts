import type { Refusal, UploadedFile } from '@danbao/contracts'
import { type EvidenceList, type evidenceRoutes, MOST_EVIDENCE } from '@danbao/contracts/wallet'
import { queries } from '@danbao/core'
import { accept, hours, minutes, newUuid, refuse, type Result, type Uuid } from '@danbao/kernel'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { callerOf } from '../payments/index.ts'
import {
  type Disputed,
  findDisputed,
  findEvidence,
  insertEvidence,
  noSuchFile,
  listEvidence,
  readEvidence,
  type Side,
  sideOf,
  type Size,
  viewEvidence,
} from './store.ts'
import { takeEvidence } from './take-evidence.ts'

/** Each picture costs a second of computing; the most that can be kept are a few more than these. */
const UPLOADS: ThrottleRule = { tries: 60, within: hours(1), lock: minutes(15) }

/** What the two sides show each other and the arbiter. What was shown stays. */
export function createEvidenceHandlers(deps: PeopleDeps): WalletPart<keyof typeof evidenceRoutes> {
  return {
    async listEvidence(who, { params: { id } }) {
      const own = await findOwn(deps, who, id)
      return own.ok ? accept({ body: await showEvidence(deps, own.value) }) : own
    },
    addEvidence: (who, { params: { id }, query: { note }, body }) =>
      addEvidence(deps, who, { id, file: body, note: note === '' ? null : (note ?? null) }),
    getEvidence: (who, { params: { id }, query }) => showFile(deps, who, id, query.size ?? 'whole'),
    async previewSettlement(who, { params: { id }, query }) {
      const asked = { id, back: BigInt(query.back) }
      const found = await queries.previewSettlement(deps.pool, callerOf(who), asked)
      return found.ok ? accept({ body: found.value }) : found
    },
  }
}

interface Own {
  readonly dispute: Disputed
  readonly side: Side
}

/** A dispute of this person; somebody else's does not exist. */
async function findOwn(
  { pool }: PeopleDeps,
  { personId }: PersonVisitor,
  id: Uuid,
): Promise<Result<Own, Refusal>> {
  const dispute = await findDisputed(pool, id)
  const side = dispute && sideOf(dispute, personId)
  if (dispute === undefined || side === undefined) {
    return refuse({ code: 'not_found', detail: 'There is no such dispute.' })
  }
  return accept({ dispute, side })
}

async function showEvidence({ pool }: PeopleDeps, own: Own): Promise<EvidenceList> {
  const all = await listEvidence(pool, own.dispute.id)
  const used = all.filter(({ side }) => side === own.side).length
  const left = own.dispute.state === 'closed' ? 0 : Math.max(0, MOST_EVIDENCE - used)
  return { object: 'evidence_list', data: all.map(viewEvidence), left }
}

interface Upload {
  readonly id: Uuid
  readonly file: UploadedFile
  readonly note: string | null
}

async function addEvidence(deps: PeopleDeps, who: PersonVisitor, { id, file, note }: Upload) {
  const { personId } = who
  const own = await findOwn(deps, who, id)
  if (!own.ok) return own
  const { dispute, side } = own.value
  if (dispute.state === 'closed') return closed()
  const now = await deps.now()
  const tried = await takeTry(deps.pool, `evidence:${personId}`, { rule: UPLOADS, now })
  if (!tried.allowed) return refuse(tryLater(tried.lockedUntil))
  // Before the transaction: nobody waits for a lock while a picture is made anew.
  const taken = await takeEvidence(file)
  if (!taken.ok) return taken
  const kept = await attempt(deps.pool, async (client) => {
    // One side is one person: of two files sent at once the second sees the first.
    await lockPerson(client, personId)
    const present = await findDisputed(client, id)
    if (present === undefined || present.state === 'closed') return closed()
    const own = (await listEvidence(client, id)).filter((one) => one.side === side)
    if (own.length >= MOST_EVIDENCE) return full()
    const about = { id: newUuid(), disputeId: id, personId, side, note, createdAt: now }
    await insertEvidence(client, deps.vault, { ...about, ...taken.value })
    return accept(undefined)
  })
  return kept.ok ? accept({ body: await showEvidence(deps, own.value) }) : kept
}

function closed(): Result<never, Refusal> {
  return refuse({
    code: 'wrong_state',
    detail: 'The dispute is closed: nothing can be added any more.',
    members: { state: 'closed' },
  })
}

function full(): Result<never, Refusal> {
  const detail = `One side may add ${MOST_EVIDENCE} files.`
  return refuse({ code: 'evidence_full', detail })
}

async function showFile(
  deps: PeopleDeps,
  who: PersonVisitor,
  id: Uuid,
  size: Size,
): Promise<Result<Reply<UploadedFile>, Refusal>> {
  const found = await findEvidence(deps.pool, id)
  if (found === undefined) return noSuchFile()
  const own = await findOwn(deps, who, found.disputeId)
  if (!own.ok) return noSuchFile()
  const file = await readEvidence(deps.pool, deps.vault, found, size)
  return file === undefined ? noSuchFile() : accept({ body: file })
}
